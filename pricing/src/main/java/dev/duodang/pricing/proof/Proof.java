package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.rating.CompiledBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Proves a price book before it is published: that no two tiers tie, that what the book covers has
 * a price, that every tier and modifier can matter, that no price leaves its range. The result
 * depends on the book alone, also in what is too much work to decide.
 */
public final class Proof {

  /** Comparisons of a tier with a box: some seconds. */
  private static final long WORK_FOR_EACH = 60_000_000;

  private final CompiledBook compiled;
  private final PriceBook book;
  private final Space space;
  private final Examples examples;
  private final Trial trial;
  private final Box applies;
  private final List<Contest> contests;
  private final long workForEach;

  private Proof(CompiledBook compiled, long workForEach) {
    this.compiled = compiled;
    this.book = compiled.book();
    this.space = Space.of(compiled);
    this.examples = new Examples(compiled, space.aspects());
    this.trial = new Trial(compiled);
    this.applies = space.box(book.appliesWhen());
    this.contests =
        book.categories().stream()
            .map(category -> Contest.of(category, compiled, space, applies))
            .toList();
    this.workForEach = workForEach;
  }

  /** Everything that is wrong with a book, with an order that shows it. */
  public static Findings of(CompiledBook compiled) {
    return of(compiled, WORK_FOR_EACH);
  }

  /** As {@link #of(CompiledBook)} with so much work for each of conflicts, gaps and tiers. */
  static Findings of(CompiledBook compiled, long workForEach) {
    return new Proof(compiled, workForEach).findings();
  }

  private Findings findings() {
    ConflictCheck conflicts = conflicts();
    GapCheck gaps = gaps();
    List<Finding> all = new ArrayList<>(refusedExpressions());
    all.addAll(conflicts.found());
    if (isMore(conflicts.count()) || !conflicts.count().isExact()) {
      all.add(more(Finding.Kind.CONFLICT, Severity.ERROR, conflicts.count()));
    }
    all.addAll(gaps.found());
    if (isMore(gaps.count())) {
      all.add(more(Finding.Kind.GAP, Severity.ERROR, gaps.count()));
    }
    Winning winning = new Winning(space, examples, new Work(workForEach));
    all.addAll(unreachable(winning));
    all.addAll(amounts(winning));
    all.addAll(idle(winning));
    all.addAll(CalendarCheck.of(book));
    List<Finding> shown = shown(all);
    shown.sort(Comparator.comparing(Finding::severity));
    return new Findings(shown, conflicts.count(), gaps.count());
  }

  private List<Finding> refusedExpressions() {
    List<Finding> refused = new ArrayList<>();
    compiled
        .refusedExpressions()
        .forEach(
            (text, problems) ->
                refused.add(
                    new Finding.RefusedExpression(
                        Ids.of("expression", text.text()), text, asking(text), problems)));
    return refused;
  }

  private List<Tier> asking(ExpressionText text) {
    return book.tiers().stream()
        .filter(
            tier ->
                text.equals(tier.when().expression())
                    || (tier.unless() != null && text.equals(tier.unless().expression())))
        .toList();
  }

  /** The first of each kind, and how many of it there are besides. */
  private static List<Finding> shown(List<Finding> all) {
    List<Finding> shown = new ArrayList<>();
    Map<Finding.Kind, List<Finding>> byKind = new EnumMap<>(Finding.Kind.class);
    all.forEach(one -> byKind.computeIfAbsent(one.kind(), _ -> new ArrayList<>()).add(one));
    byKind.forEach(
        (kind, some) -> {
          Findings.Count count = new Findings.Count(some.size(), true);
          shown.addAll(some.subList(0, Math.min(some.size(), Findings.SHOWN_MAX)));
          if (isMore(count)) {
            shown.add(more(kind, some.getFirst().severity(), count));
          }
        });
    return shown;
  }

  private static boolean isMore(Findings.Count count) {
    return count.number() > Findings.SHOWN_MAX;
  }

  private static Finding more(Finding.Kind kind, Severity severity, Findings.Count count) {
    long hidden = Math.max(0, count.number() - Findings.SHOWN_MAX);
    return new Finding.More(
        Ids.of("more", kind.name()), kind, severity, new Findings.Count(hidden, count.isExact()));
  }

  private ConflictCheck conflicts() {
    ConflictCheck check = new ConflictCheck(space, examples, trial, new Work(workForEach));
    contests.forEach(check::check);
    return check;
  }

  private GapCheck gaps() {
    GapCheck check = new GapCheck(space, examples, trial, new Work(workForEach));
    for (Contest contest : contests) {
      if (contest.category().required()) {
        for (Conditions covered : book.covers()) {
          check.check(contest, covered, applies);
        }
      }
    }
    return check;
  }

  private List<Finding> unreachable(Winning winning) {
    ReachCheck check = new ReachCheck(space, examples, trial, winning, applies);
    for (Contest contest : contests) {
      for (Tier tier : contest.tiers()) {
        check.check(contest, tier);
      }
    }
    return check.found();
  }

  private List<Finding> amounts(Winning winning) {
    AmountCheck check = new AmountCheck(compiled, space, trial, winning);
    contests.forEach(check::check);
    return check.found();
  }

  private List<Finding> idle(Winning winning) {
    PromiseCheck promises = new PromiseCheck(book);
    ModifierCheck check =
        new ModifierCheck(
            space,
            examples,
            trial,
            winning,
            contests,
            applies,
            new Displacing(book),
            promises,
            new Work(workForEach));
    for (Modifier modifier : book.modifiers()) {
      check.check(modifier);
    }
    book.periodic().rebates().forEach(check::check);
    List<Finding> idle = new ArrayList<>(check.found());
    idle.addAll(promises.found());
    return idle;
  }
}
