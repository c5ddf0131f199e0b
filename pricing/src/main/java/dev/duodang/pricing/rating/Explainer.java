package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explains what a {@link Rater} comes to, by looking at every tier in turn. */
public final class Explainer {

  private final CompiledBook compiled;
  private final PriceBook book;
  private final Facts facts;
  private final Rater rater;
  private final Rated rated;
  private final Map<Modifier, List<Explanation.Outdone>> outdone;

  private Explainer(
      CompiledBook compiled,
      Facts facts,
      Rater rater,
      Rated rated,
      Map<Modifier, List<Explanation.Outdone>> outdone) {
    this.compiled = compiled;
    this.book = compiled.book();
    this.facts = facts;
    this.rater = rater;
    this.rated = rated;
    this.outdone = outdone;
  }

  /** Rates an order and says why; the arguments are those of {@link Rater#rate}. */
  public static Explanation explain(
      CompiledBook compiled, Facts facts, Bases bases, Tallies tallies) {
    return explain(compiled, facts, bases, Known.of(tallies));
  }

  /** As {@link #explain(CompiledBook, Facts, Bases, Tallies)}, with what periods came to. */
  public static Explanation explain(CompiledBook compiled, Facts facts, Bases bases, Known known) {
    Rater rater = new Rater(compiled);
    Map<Modifier, List<Explanation.Outdone>> outdone = new HashMap<>();
    Contests contests =
        (loser, by) -> outdone.computeIfAbsent(loser, _ -> new ArrayList<>()).add(by);
    Rated rated = rater.rate(facts, bases, known, contests);
    return new Explainer(compiled, facts, rater, rated, outdone).explanation();
  }

  private Explanation explanation() {
    List<Concerned> concerned = concerned();
    List<Subject> subjects = concerned.stream().map(Concerned::subject).toList();
    List<Explanation.Choice> choices = new ArrayList<>();
    for (CategoryIndex category : compiled.categories()) {
      if (category.category().per() == FeeCategory.Per.ITEM) {
        for (Concerned one : concerned) {
          choices.add(choice(category, one.item, List.of(one.subject)));
        }
      } else if (!subjects.isEmpty()) {
        choices.add(choice(category, -1, subjects));
      }
    }
    return new Explanation(
        book,
        rated,
        choices,
        compiled.modifiers().stream().map(modifier -> applied(modifier, subjects)).toList());
  }

  /** An item of the order that the book concerns; its place is -1 in an order without items. */
  private record Concerned(int item, Subject subject) {}

  private List<Concerned> concerned() {
    List<Concerned> concerned = new ArrayList<>();
    int items = facts.order().items().size();
    for (int item = 0; item < Math.max(1, items); item++) {
      Subject subject = subject(item);
      if (Rows.test(compiled.appliesWhen(), subject) == Truth.HOLDS) {
        concerned.add(new Concerned(items == 0 ? -1 : item, subject));
      }
    }
    return concerned;
  }

  private Subject subject(int item) {
    WorkOrder order = facts.order();
    OrderItem own = item < order.items().size() ? order.items().get(item) : null;
    Instant time = rated.pricingTime() == null ? facts.asOf() : rated.pricingTime();
    Subject subject =
        new Subject(
            order,
            own,
            facts.related(),
            Rater.place(facts.region(), compiled.tree()),
            time,
            book.zone());
    subject.promised(rated.promise());
    return subject;
  }

  private Explanation.Choice choice(CategoryIndex category, int item, List<Subject> subjects) {
    int found = rater.choose(category, subjects);
    Row won = found < 0 ? null : category.row(found);
    List<Explanation.Loser> losers =
        losers(category, won, subjects, CategoryIndex.isUndecided(found));
    Tier best = won == null ? null : won.tier();
    Decisions.Forced forced = Forcing.of(book, facts, category.category().id(), item);
    return forced == null
        ? new Explanation.Choice(category.category(), item, best, losers, null, best)
        : forced(category, forced, best, losers, subjects);
  }

  /** The choice of a person; the tier that would have won is the first of the losers. */
  private Explanation.Choice forced(
      CategoryIndex category,
      Decisions.Forced forced,
      @Nullable Tier best,
      List<Explanation.Loser> others,
      List<Subject> subjects) {
    Tier chosen = Forcing.tier(book, forced, subjects.getFirst().pricingTime());
    List<Explanation.Loser> losers = new ArrayList<>();
    if (best != null && !best.equals(chosen)) {
      losers.add(new Explanation.Loser(best, new Explanation.Reason.Displaced()));
    }
    others.stream().filter(loser -> !loser.tier().equals(chosen)).forEach(losers::add);
    return new Explanation.Choice(category.category(), forced.item(), chosen, losers, forced, best);
  }

  /**
   * One loser a tier, with the reason of its row that came nearest. Of equally near ones the first
   * in rank stands first; where no tier won the last, which is the one meant for ordinary orders.
   */
  private List<Explanation.Loser> losers(
      CategoryIndex category, @Nullable Row winner, List<Subject> subjects, boolean byExpression) {
    Map<String, Ranked> byTier = new HashMap<>();
    for (Row row : category.rows()) {
      if (winner == null || !row.tier().id().equals(winner.tier().id())) {
        for (Subject subject : subjects) {
          Ranked ranked = ranked(row, winner, subject, byTier.size(), byExpression);
          byTier.merge(row.tier().id().text(), ranked, (a, b) -> a.failures <= b.failures ? a : b);
        }
      }
    }
    return byTier.values().stream()
        .sorted(
            Comparator.comparingInt(Ranked::failures)
                .thenComparingInt(one -> winner == null ? -one.place : one.place))
        .map(Ranked::loser)
        .toList();
  }

  private record Ranked(Explanation.Loser loser, int failures, int place) {}

  private Ranked ranked(
      Row row, @Nullable Row winner, Subject subject, int place, boolean byExpression) {
    int failures = 0;
    Explanation.@Nullable Reason first = null;
    for (Asked asked : row.asked()) {
      Truth truth = asked.test().of(subject);
      if (truth != Truth.HOLDS) {
        failures++;
        first = first == null ? reason(row.tier(), asked, truth, subject) : first;
      }
    }
    Explanation.Reason reason =
        first != null
            ? first
            : winner == null
                ? new Explanation.Reason.Undecided(byExpression)
                : outranked(row, winner);
    return new Ranked(new Explanation.Loser(row.tier(), reason), failures, place);
  }

  private Explanation.Reason reason(Tier tier, Asked asked, Truth truth, Subject subject) {
    Condition condition = asked.condition();
    if (condition == null) {
      return asked.test() instanceof Test.NotCancelled
          ? new Explanation.Reason.Cancelled()
          : new Explanation.Reason.NotValid();
    }
    Condition written = asWritten(tier, condition);
    if (asked.test() instanceof Test.OfExpression expression
        && expression.outcome(subject) instanceof ExpressionOutcome.Undecided undecided) {
      return new Explanation.Reason.NotDecided(written, undecided);
    }
    return truth == Truth.OPEN
        ? new Explanation.Reason.Open(written)
        : new Explanation.Reason.Fails(written, actual(condition, subject));
  }

  /** The condition as the tier states it, before its nodes were split by depth. */
  private static Condition asWritten(Tier tier, Condition condition) {
    Condition.OneOf whole =
        condition instanceof Condition.OneOf set ? tier.when().on(set.dimension()) : null;
    return whole == null ? condition : whole;
  }

  private @Nullable String actual(Condition condition, Subject subject) {
    return switch (condition) {
      case Condition.OneOf set
          when set.dimension() == dev.duodang.pricing.book.Dimension.Standard.REGION ->
          regionPath(subject.region());
      case Condition.OneOf set -> subject.text(set.dimension());
      case Condition.InRange range -> {
        var number = subject.number(range.number());
        yield number == null ? null : number.toShortString();
      }
      case Condition.During during -> time(subject.localTime(during.event()));
      case Condition.AtHours hours -> time(subject.localTime(hours.event()));
      case Condition.OnWeekdays weekdays -> time(subject.localTime(weekdays.event()));
      case Condition.InCalendar in -> time(subject.localTime(in.event()));
      case Condition.PromiseCameOut promise -> cameOut(promise, subject);
      case Condition.Happened happened -> time(subject.localTime(happened.event()));
      case Condition.InStatus _ -> subject.order().status().name();
      case Condition.Follows _ ->
          subject.order().related() == null ? null : subject.order().related().kind().name();
      case Condition.BetweenDays days -> text(subject.attribute(days.attribute()));
      case Condition.Expression _ -> "false";
    };
  }

  private static @Nullable String cameOut(Condition.PromiseCameOut asked, Subject subject) {
    Promised promised = subject.promised();
    Promise.State state = promised == null ? null : promised.state(asked.part());
    return state == null ? null : state.name();
  }

  private @Nullable String regionPath(int region) {
    RegionTree tree = compiled.tree();
    if (region < 0) {
      return null;
    }
    RegionCode code = tree.at(region).code();
    return tree.path(code);
  }

  private static @Nullable String time(@Nullable LocalDateTime at) {
    return at == null ? null : at.toLocalDate() + " " + at.toLocalTime();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private Explanation.Reason outranked(Row loser, Row winner) {
    if (loser.tier().priority() != winner.tier().priority()) {
      return new Explanation.Reason.Priority(loser.tier().priority(), winner.tier().priority());
    }
    for (int i = 0; i < loser.specificity().size(); i++) {
      if (!loser.specificity().get(i).equals(winner.specificity().get(i))) {
        return new Explanation.Reason.LessSpecific(book.specificity().get(i));
      }
    }
    return loser.validFrom().equals(winner.validFrom())
        ? new Explanation.Reason.Tie()
        : new Explanation.Reason.Earlier();
  }

  private Explanation.Applied applied(
      CompiledBook.CompiledModifier modifier, List<Subject> subjects) {
    List<Line> lines =
        rated.lines().stream()
            .filter(line -> modifier.modifier().id().equals(line.modifier()))
            .toList();
    Condition failing = null;
    if (lines.isEmpty()) {
      for (Asked asked : modifier.asked()) {
        boolean holds =
            subjects.stream().anyMatch(subject -> asked.test().of(subject) == Truth.HOLDS);
        failing = failing == null && !holds ? asked.condition() : failing;
      }
    }
    return new Explanation.Applied(
        modifier.modifier(), failing, lines, outdone.getOrDefault(modifier.modifier(), List.of()));
  }
}
