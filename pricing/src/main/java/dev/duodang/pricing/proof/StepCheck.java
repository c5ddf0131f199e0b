package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.charge.Distance;
import dev.duodang.pricing.charge.Flat;
import dev.duodang.pricing.charge.Graduated;
import dev.duodang.pricing.charge.Packages;
import dev.duodang.pricing.charge.PerUnit;
import dev.duodang.pricing.charge.Percentage;
import dev.duodang.pricing.charge.Rate;
import dev.duodang.pricing.charge.Steps;
import dev.duodang.pricing.charge.Tariff;
import dev.duodang.pricing.charge.Volume;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Hold;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds stepped prices whose last step ends without a word on what comes above it, unless the tier
 * asks for less.
 */
final class StepCheck {

  /** More than any order states, and where a search for a small quantity begins. */
  private static final Exact MOST = Exact.of(1_000_000_000_000L);

  private static final Exact TWO = Exact.of(2);

  private final Space space;
  private final Trial trial;
  private final Winning winning;

  StepCheck(Space space, Trial trial, Winning winning) {
    this.space = space;
    this.trial = trial;
    this.winning = winning;
  }

  List<Finding> check(Contest contest, Tier tier) {
    List<Charge.Metered> parts =
        switch (tier.charge()) {
          case Charge.Metered metered -> List.of(metered);
          case Charge.Summed summed -> summed.parts();
          case Charge.Quoted _, Charge.Listed _ -> List.of();
        };
    for (Charge.Metered part : parts) {
      Steps steps = steps(part.tariff().rate());
      Finding finding =
          steps != null && steps.endsUnstated() ? beyond(contest, tier, part, steps) : null;
      if (finding != null) {
        return List.of(finding);
      }
    }
    return List.of();
  }

  private static @Nullable Steps steps(Rate rate) {
    return switch (rate) {
      case Graduated graduated -> graduated.steps();
      case Volume volume -> volume.steps();
      case Distance distance -> steps(distance.perKilometre());
      case Flat _, PerUnit _, Packages _, Percentage _ -> null;
    };
  }

  private @Nullable Finding beyond(Contest contest, Tier tier, Charge.Metered charge, Steps steps) {
    Exact end = steps.steps().getLast().upTo();
    NumberFact fact = fact(charge.measure());
    Example example =
        fact == null
            ? stated(contest, tier, charge)
            : withNumber(contest, tier, charge.tariff(), fact);
    boolean addsUp = charge.scope().reach() == CountScope.Reach.PERIOD;
    boolean always = addsUp || (fact == null && !(charge.measure() instanceof Measure.Standard));
    boolean shown = example != null && trial.isHeld(example, Hold.Reason.OUT_OF_RANGE);
    return end != null && (always || shown)
        ? new Finding.ClosedLastStep(
            Ids.of("closed-last-step", tier.id().text()), tier, end, example)
        : null;
  }

  /** The number that conditions know the measure by; null where there is none. */
  private static @Nullable NumberFact fact(Measure measure) {
    return switch (measure) {
      case Measure.Standard standard ->
          switch (standard) {
            case QUANTITY -> NumberFact.Standard.QUANTITY;
            case DISTANCE_METRES -> NumberFact.Standard.DISTANCE_METRES;
            case DURATION_SECONDS -> NumberFact.Standard.DURATION_SECONDS;
            case ONCE, STATED_PARTS_AMOUNT -> null;
          };
      case Measure.Named named -> new NumberFact.Measured(named.name());
      case Measure.CategoryAmount _, Measure.RelationAmount _ -> null;
    };
  }

  /** An order that the tier wins, with parts that cost more than the steps say. */
  private @Nullable Example stated(Contest contest, Tier tier, Charge.Metered charge) {
    Example example = winning.of(contest, tier, space.all()).example();
    if (example == null || charge.measure() != Measure.Standard.STATED_PARTS_AMOUNT) {
      return example;
    }
    Part part = new Part(PartNo.of("PART"), Exact.ONE, lowestBeyond(charge.tariff(), MOST));
    return changed(example, example.order().toBuilder().parts(List.of(part)).build());
  }

  /**
   * An order that the tier wins with a number beyond the steps: the smallest that is easy to find.
   */
  private @Nullable Example withNumber(Contest contest, Tier tier, Tariff tariff, NumberFact fact) {
    for (int aspect = 0; aspect < space.aspects().size(); aspect++) {
      if (space.aspects().get(aspect) instanceof NumberAspect number
          && number.fact().equals(fact)) {
        return amongParts(contest, tier, tariff, aspect, number);
      }
    }
    Example example = winning.of(contest, tier, space.all()).example();
    return example == null ? null : with(example, fact, lowestBeyond(tariff, MOST));
  }

  private @Nullable Example amongParts(
      Contest contest, Tier tier, Tariff tariff, int aspect, NumberAspect number) {
    for (int part = 1; part < number.size(); part++) {
      Exact highest = number.highest(part);
      if (highest != null && !tariff.covers(highest)) {
        Box box = space.all().with(aspect, Parts.only(number.size(), part));
        Example example = winning.of(contest, tier, box).example();
        if (example != null) {
          Exact lowest = lowestBeyond(tariff, highest);
          Exact simple = number.simple(part);
          boolean fits = simple == null || lowest.compareTo(simple) >= 0;
          return with(example, number.fact(), fits ? lowest : highest);
        }
      }
    }
    return null;
  }

  /** The smallest whole quantity without a price, if it can be. */
  private static Exact lowestBeyond(Tariff tariff, Exact highest) {
    Exact beyond = Exact.ONE;
    while (beyond.compareTo(highest) < 0 && tariff.covers(beyond)) {
      beyond = beyond.times(TWO);
    }
    Exact high = beyond.min(highest.round(0, RoundingMode.FLOOR));
    if (tariff.covers(high)) {
      return highest;
    }
    Exact low = Exact.ZERO;
    while (low.plus(Exact.ONE).compareTo(high) < 0) {
      Exact middle = low.plus(high).dividedBy(TWO).round(0, RoundingMode.FLOOR);
      if (tariff.covers(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private Example with(Example example, NumberFact fact, Exact value) {
    WorkOrder order = example.order();
    return switch (fact) {
      case NumberFact.Standard standard ->
          switch (standard) {
            case DISTANCE_METRES ->
                changed(example, order.toBuilder().distanceMetres(value).build());
            case DURATION_SECONDS ->
                changed(example, order.toBuilder().durationSeconds(value).build());
            case QUANTITY ->
                changed(
                    example,
                    order.toBuilder()
                        .items(
                            order.items().stream().map(item -> withQuantity(item, value)).toList())
                        .build());
          };
      case NumberFact.Measured measured -> {
        Map<MeasureName, Exact> measures = new HashMap<>(order.measures());
        measures.put(measured.name(), value);
        yield changed(
            example,
            order.toBuilder()
                .measures(measures)
                .items(order.items().stream().map(item -> withoutMeasure(item, measured)).toList())
                .build());
      }
      case NumberFact.Attribute _ -> example;
    };
  }

  private static OrderItem withQuantity(OrderItem item, Exact quantity) {
    return new OrderItem(
        item.service(),
        item.brand(),
        item.product(),
        quantity,
        item.warranty(),
        item.measures(),
        item.attributes());
  }

  /** The order's own value counts where the item has none. */
  private static OrderItem withoutMeasure(OrderItem item, NumberFact.Measured measured) {
    Map<MeasureName, Exact> rest = new HashMap<>(item.measures());
    rest.remove(measured.name());
    return new OrderItem(
        item.service(),
        item.brand(),
        item.product(),
        item.quantity(),
        item.warranty(),
        rest,
        item.attributes());
  }

  private static Example changed(Example example, WorkOrder order) {
    return new Example(order, example.region(), example.related(), example.asOf());
  }
}
