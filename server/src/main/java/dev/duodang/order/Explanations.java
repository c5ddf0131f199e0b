package dev.duodang.order;

import dev.duodang.identity.Actor;
import dev.duodang.order.ExplanationView.CategoryView;
import dev.duodang.order.ExplanationView.ConditionView;
import dev.duodang.order.ExplanationView.LineText;
import dev.duodang.order.ExplanationView.LoserView;
import dev.duodang.order.ExplanationView.ModifierView;
import dev.duodang.order.ExplanationView.WinnerView;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.Explainer;
import dev.duodang.pricing.rating.Explanation;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says why, from the facts and the immutable book alone. */
@Component
class Explanations {

  private final OrderReading reading;
  private final SettlementViews views;

  Explanations(OrderReading reading, SettlementViews views) {
    this.reading = reading;
    this.views = views;
  }

  static Language language(String lang) {
    return lang.startsWith("en") ? Language.ENGLISH : Language.CHINESE;
  }

  ExplanationView explain(
      Actor actor, String orderNo, @Nullable String relation, Language language) {
    OrderReading.Seen seen = reading.find(actor, orderNo);
    List<RelationSettlement> visible =
        OrderReading.visible(actor, seen.ledger().order(), seen.settlement());
    RelationSettlement one =
        visible.stream()
            .filter(candidate -> relation == null || is(candidate.relation(), relation))
            .min(java.util.Comparator.comparingInt(Explanations::rank))
            .orElseThrow(
                () ->
                    Problem.of(ProblemCode.NOT_FOUND, relation == null ? orderNo : relation)
                        .toException());
    return explain(actor, seen.facts(), seen.settlement().relations(), pinned(seen, one), language);
  }

  /** What headquarters pays is what most readers ask about first. */
  private static int rank(RelationSettlement one) {
    return one.relation().toString().startsWith("headquarters") ? 0 : 1;
  }

  private static boolean is(Relation relation, String text) {
    try {
      return relation.equals(Relation.parse(text));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** A settled relation keeps the version that priced it, whatever was published since. */
  private static RelationSettlement pinned(OrderReading.Seen seen, RelationSettlement one) {
    Optional<BookVersion> book =
        seen.ledger().relations().stream()
            .filter(settled -> settled.relation().equals(one.relation()))
            .filter(settled -> settled.state() == Rated.State.SETTLED)
            .flatMap(settled -> Optional.ofNullable(settled.book()).stream())
            .findFirst();
    return book.map(
            version ->
                new RelationSettlement(
                    one.relation(), one.payer(), one.payee(), version, one.rated()))
        .orElse(one);
  }

  ExplanationView explain(
      Actor actor,
      Facts facts,
      List<RelationSettlement> all,
      RelationSettlement one,
      Language language) {
    Edition edition = views.edition(actor.tenant(), one);
    if (edition == null) {
      throw Problem.of(ProblemCode.NOT_FOUND, one.relation()).toException();
    }
    Explanation byBook = Explainer.explain(edition.compiled(), facts, bases(all), Tallies.NONE);
    Explanation explanation =
        facts.objections().containsKey(one.relation()) ? byBook.with(one.rated()) : byBook;
    Wording wording = Wording.of(edition.compiled().book(), edition.compiled().tree(), language);
    Instant priced = explanation.rated().pricingTime();
    return new ExplanationView(
        one.relation().toString(),
        wording.sentence(explanation),
        priced == null ? null : priced.toString(),
        new ExplanationView.PricedBy(
            edition.id().book().text(),
            edition.version(),
            edition.compiled().book().validFrom().toString()),
        explanation.choices().stream()
            .map(choice -> category(choice, explanation, wording))
            .toList(),
        explanation.modifiers().stream().map(applied -> modifier(applied, wording)).toList(),
        wording.promise(explanation.rated()),
        edition.compiled().book().rounding().name());
  }

  /** The lines of the order's other relations, as they come out now. */
  private static Bases bases(List<RelationSettlement> all) {
    return (relation, category) ->
        all.stream()
            .filter(one -> one.relation().equals(relation))
            .findFirst()
            .<Bases.Base>map(one -> base(one.rated(), category))
            .orElseGet(Bases.Base.Absent::new);
  }

  private static Bases.Base base(Rated rated, CategoryId category) {
    if (rated.state() == Rated.State.ON_HOLD) {
      return new Bases.Base.Waiting(rated.holds().getFirst().reason());
    }
    return rated.lines().stream()
        .filter(line -> line.category().equals(category))
        .map(Line::amount)
        .reduce(Money::plus)
        .<Bases.Base>map(Bases.Base.Amount::new)
        .orElseGet(Bases.Base.Absent::new);
  }

  private static CategoryView category(
      Explanation.Choice choice, Explanation explanation, Wording wording) {
    Tier winner = choice.winner();
    List<Line> lines =
        explanation.rated().lines().stream()
            .filter(line -> line.category().equals(choice.category().id()))
            .filter(line -> line.item() == choice.item())
            .toList();
    return new CategoryView(
        choice.category().id().text(),
        choice.category().name(),
        choice.item() < 0 ? null : choice.item(),
        winner == null ? null : winner(winner, choice.forced() != null, wording),
        choice.forced() == null || winner == null ? null : wording.forced(choice),
        lines.isEmpty() ? "" : lines.getFirst().computation().text(),
        choice.losers().stream().map(loser -> loser(loser, choice.best(), wording)).toList(),
        lines.stream().map(line -> line(line, wording)).toList());
  }

  private static LineText line(Line line, Wording wording) {
    return new LineText(
        line.label(), line.amount().toString(), line.computation().text(), wording.line(line));
  }

  /** The order need not meet what a tier asks that somebody chose. */
  private static WinnerView winner(Tier tier, boolean isForced, Wording wording) {
    return new WinnerView(
        tier.id().text(),
        tier.name(),
        (isForced ? List.<Condition>of() : tier.when().all())
            .stream()
                .map(
                    condition ->
                        new ConditionView(dimension(condition), wording.condition(condition)))
                .toList());
  }

  private static String dimension(Condition condition) {
    return condition instanceof Condition.OneOf set ? set.dimension().toString() : "";
  }

  private static LoserView loser(Explanation.Loser loser, @Nullable Tier best, Wording wording) {
    String dimension =
        switch (loser.reason()) {
          case Explanation.Reason.Fails fails -> dimension(fails.condition());
          case Explanation.Reason.LessSpecific less -> less.dimension().toString();
          case Explanation.Reason.Open open -> dimension(open.condition());
          case Explanation.Reason.Priority _ -> "PRIORITY";
          case Explanation.Reason.NotDecided _,
              Explanation.Reason.Undecided _,
              Explanation.Reason.Displaced _,
              Explanation.Reason.Cancelled _,
              Explanation.Reason.NotValid _,
              Explanation.Reason.Earlier _,
              Explanation.Reason.Tie _ ->
              "";
        };
    return new LoserView(
        loser.tier().id().text(),
        loser.tier().name(),
        wording.reason(loser.reason(), best == null ? null : best.name()),
        dimension);
  }

  private static ModifierView modifier(Explanation.Applied applied, Wording wording) {
    Condition failing = applied.failing();
    Optional<Money> amount = applied.lines().stream().map(Line::amount).reduce(Money::plus);
    return new ModifierView(
        applied.modifier().name(),
        !applied.lines().isEmpty(),
        failing == null ? outdone(applied, wording) : wording.condition(failing),
        amount.map(Money::toString).orElse(null),
        applied.lines().isEmpty() ? null : applied.lines().getFirst().computation().text());
  }

  private static @Nullable String outdone(Explanation.Applied applied, Wording wording) {
    return applied.outdone().isEmpty()
        ? null
        : applied.outdone().stream().map(wording::outdone).collect(Collectors.joining("; "));
  }
}
