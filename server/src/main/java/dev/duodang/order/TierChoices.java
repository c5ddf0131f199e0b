package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.order.TierChoicesView.ChosenView;
import dev.duodang.order.TierChoicesView.ComesTo;
import dev.duodang.order.TierChoicesView.OptionView;
import dev.duodang.order.TierChoicesView.PlaceView;
import dev.duodang.order.TierChoicesView.TierRef;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Settlement;
import dev.duodang.pricing.settlement.Settler;
import dev.duodang.pricing.settlement.TierChoice;
import dev.duodang.pricing.wording.Language;
import dev.duodang.settlement.Change;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.OrderLedger;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.Preview;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists the tiers that may be chosen for an order, each with what the writer would make of it. */
@Component
class TierChoices {

  /** A choice that is only tried has no reason of its own. */
  private static final String TRIED = "?";

  private final OrderReading reading;
  private final Preview preview;
  private final Books books;
  private final SettlementViews views;
  private final Clock clock;

  TierChoices(
      OrderReading reading, Preview preview, Books books, SettlementViews views, Clock clock) {
    this.reading = reading;
    this.preview = preview;
    this.books = books;
    this.views = views;
    this.clock = clock;
  }

  /** Whether somebody may choose a tier for an order, or take back the one that was chosen. */
  boolean areThere(Actor actor, OrderReading.Seen seen) {
    return actor.role().may(Permission.TIER_FORCE) && !places(actor, seen).isEmpty();
  }

  private List<TierChoice> places(Actor actor, OrderReading.Seen seen) {
    Settler settler = new Settler(books.shelf(actor.tenant()).asPriced(seen.ledger().state()));
    return TierChoice.of(settler, seen.facts()).stream()
        .filter(place -> OrderReading.isParty(actor, seen, place.relation()))
        .toList();
  }

  TierChoicesView of(Actor actor, String orderNo, Language language) {
    OrderReading.Seen seen = reading.find(actor, orderNo);
    List<TierChoice> places = places(actor, seen);
    View view = new View(actor, seen, language, tried(actor, seen, places));
    return new TierChoicesView(
        actor.quoteLimitMinor() == null || places.isEmpty()
            ? null
            : new Money(actor.quoteLimitMinor(), currency(places.getFirst())).toString(),
        places.stream().map(view::place).toList());
  }

  /** What would become of each choice, without a limit and within that of the person. */
  private Map<Command.What, Outcome> tried(
      Actor actor, OrderReading.Seen seen, List<TierChoice> places) {
    List<Command.What> all = new ArrayList<>();
    for (TierChoice place : places) {
      add(place, null, all);
      if (actor.quoteLimitMinor() != null) {
        add(place, actor.quoteLimitMinor(), all);
      }
    }
    Instant now = clock.instant();
    List<Outcome> outcomes =
        preview.ofEach(
            actor.tenant(),
            all.stream()
                .<Command>map(
                    what ->
                        new Command.Decide(
                            actor.tenant(),
                            seen.ledger().order().orderNo(),
                            what,
                            TRIED,
                            actor.username(),
                            now))
                .toList());
    Map<Command.What, Outcome> tried = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      tried.put(all.get(i), outcomes.get(i));
    }
    return tried;
  }

  private static void add(TierChoice place, @Nullable Long limit, List<Command.What> all) {
    place.allowed().forEach(tier -> all.add(force(place, tier, limit)));
    if (place.forced() != null) {
      all.add(unforce(place, limit));
    }
  }

  private static Command.What force(TierChoice place, Tier tier, @Nullable Long limit) {
    return new Command.What.Force(
        place.relation(), place.category().id(), place.item(), tier.id(), limit);
  }

  private static Command.What unforce(TierChoice place, @Nullable Long limit) {
    return new Command.What.Unforce(place.relation(), place.category().id(), place.item(), limit);
  }

  private static Currency currency(TierChoice place) {
    return place.edition().compiled().book().currency();
  }

  /** Makes what is shown. */
  private final class View {

    private final Actor actor;
    private final OrderReading.Seen seen;
    private final Language language;
    private final Map<Command.What, Outcome> tried;

    View(Actor actor, OrderReading.Seen seen, Language language, Map<Command.What, Outcome> tried) {
      this.actor = actor;
      this.seen = seen;
      this.language = language;
      this.tried = tried;
    }

    PlaceView place(TierChoice place) {
      Decisions.Forced forced = place.forced();
      Money amount = amount(place, seen.settlement(), seen.ledger().lines());
      return new PlaceView(
          place.relation().toString(),
          place.category().id().text(),
          place.category().name(),
          place.item() < 0 ? null : place.item(),
          service(seen.ledger().order(), place.item()),
          ref(place.now()),
          ref(place.best()),
          forced == null ? null : chosen(place, forced),
          currency(place).code(),
          amount == null ? null : amount.toString(),
          place.allowed().stream().flatMap(tier -> option(place, tier, amount)).toList(),
          forced == null ? null : comesTo(place, unforce(place, null), amount));
    }

    private Stream<OptionView> option(TierChoice place, Tier tier, @Nullable Money now) {
      ComesTo comesTo = comesTo(place, force(place, tier, null), now);
      return comesTo == null
          ? Stream.empty()
          : Stream.of(new OptionView(tier.id().text(), tier.name(), comesTo));
    }

    /** None where the writer would refuse it, whoever asks. */
    private @Nullable ComesTo comesTo(TierChoice place, Command.What what, @Nullable Money now) {
      return switch (outcome(what)) {
        case Outcome.Accepted accepted ->
            comesTo(place, accepted.change(), now, isWithinLimit(place, what));
        case Outcome.Repeat _ ->
            new ComesTo(
                seen.ledger().state().state().name(),
                now == null ? null : now.toString(),
                now == null ? null : Money.zero(now.currency()).toString(),
                List.of(),
                true);
        case Outcome.Rejected _,
            Outcome.Unchanged _,
            Outcome.Posted _,
            Outcome.Reported _,
            Outcome.Stale _,
            Outcome.Conflict _ ->
            null;
      };
    }

    private Outcome outcome(Command.What what) {
      return Objects.requireNonNull(tried.get(what), what::toString);
    }

    private boolean isWithinLimit(TierChoice place, Command.What what) {
      Long limit = actor.quoteLimitMinor();
      if (limit == null) {
        return true;
      }
      Command.What limited =
          what instanceof Command.What.Force force
              ? new Command.What.Force(
                  force.relation(), force.category(), force.item(), force.tier(), limit)
              : unforce(place, limit);
      return outcome(limited) instanceof Outcome.Accepted;
    }

    private ComesTo comesTo(
        TierChoice place, Change change, @Nullable Money now, boolean withinLimit) {
      List<OrderLedger.PostedLine> lines =
          Stream.concat(
                  seen.ledger().lines().stream(),
                  change.postings().stream()
                      .map(line -> new OrderLedger.PostedLine(line, change.at())))
              .toList();
      Money amount = amount(place, change.settlement(), lines);
      RelationSettlement after = in(change.settlement(), place.relation());
      return new ComesTo(
          after == null ? "NOT_APPLICABLE" : after.rated().state().name(),
          amount == null ? null : amount.toString(),
          amount == null || now == null ? null : amount.minus(now).toString(),
          after == null
              ? List.of()
              : views.of(actor.tenant(), change.order(), after, lines, language).holds(),
          withinLimit);
    }

    /** What a relation comes to; none while it waits, nothing where it does not apply. */
    private static @Nullable Money amount(
        TierChoice place, Settlement settlement, List<OrderLedger.PostedLine> lines) {
      RelationSettlement one = in(settlement, place.relation());
      return one == null
          ? Money.zero(currency(place))
          : SettlementViews.sum(
              one,
              lines.stream()
                  .filter(line -> line.line().relation().equals(place.relation()))
                  .toList());
    }
  }

  private static @Nullable RelationSettlement in(Settlement settlement, Relation relation) {
    return settlement.relations().stream()
        .filter(one -> one.relation().equals(relation))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String service(WorkOrder order, int item) {
    OrderItem one = item >= 0 && item < order.items().size() ? order.items().get(item) : null;
    return one == null || one.service() == null ? null : one.service().text();
  }

  private static @Nullable TierRef ref(@Nullable Tier tier) {
    return tier == null ? null : new TierRef(tier.id().text(), tier.name());
  }

  private static ChosenView chosen(TierChoice place, Decisions.Forced forced) {
    Tier tier = place.edition().compiled().book().tier(forced.tier());
    return new ChosenView(
        forced.tier().text(),
        tier == null ? forced.tier().text() : tier.name(),
        forced.by(),
        forced.reason());
  }
}
