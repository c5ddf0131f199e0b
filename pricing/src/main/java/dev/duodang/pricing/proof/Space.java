package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Fact;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.rating.CompiledBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All orders that a book can tell apart, and conditions as boxes of them. */
final class Space {

  private final PriceBook book;
  private final List<Aspect> aspects;
  private final Box all;
  private final Map<Condition, Box> known = new HashMap<>();

  private Space(PriceBook book, List<Aspect> aspects) {
    this.book = book;
    this.aspects = aspects;
    this.all = Box.all(aspects);
  }

  static Space of(CompiledBook compiled) {
    PriceBook book = compiled.book();
    return new Space(book, Mentions.of(book).aspects(compiled.tree()));
  }

  List<Aspect> aspects() {
    return aspects;
  }

  Box all() {
    return all;
  }

  Box box(Conditions conditions) {
    Box box = all;
    for (Condition condition : conditions.all()) {
      box = box.and(known.computeIfAbsent(condition, this::box));
    }
    return box;
  }

  private Box box(Condition condition) {
    Box box = all;
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      Parts admitted = aspects.get(aspect).admittedBy(condition);
      if (admitted != null) {
        box = box.with(aspect, admitted);
      }
    }
    return box;
  }

  /**
   * The orders that a tier with these conditions admits; none that is cancelled unless it says so.
   */
  Box box(Tier tier, Conditions when) {
    Box box = validity(box(when), tier);
    return when.namesStatus() ? box : withStatus(box, status -> status != OrderStatus.CANCELLED);
  }

  private Box validity(Box box, Tier tier) {
    Box within = box;
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof PricingDayAspect days) {
        within =
            within.with(
                aspect, box.parts(aspect).and(days.within(tier.validFrom(), tier.validUntil())));
      }
    }
    return within;
  }

  Box withStatus(Box box, Predicate<OrderStatus> admitted) {
    Box within = box;
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof StatusAspect status) {
        within = within.with(aspect, box.parts(aspect).and(status.of(admitted)));
      }
    }
    return within;
  }

  /** The orders whose facts are final, which have all that is mandatory. */
  Box ofFinalOrders(Box box) {
    boolean onlyVerified = book.finalAt() == Times.Event.VERIFIED;
    return withMandatory(
        withStatus(
            box,
            status ->
                status == OrderStatus.VERIFIED
                    || (status == OrderStatus.COMPLETED && !onlyVerified)));
  }

  /** The orders that are priced: cancelled ones, and others that have all that is mandatory. */
  List<Box> ofPricedOrders(Box box) {
    List<Box> boxes = new ArrayList<>();
    for (Box some :
        List.of(
            withMandatory(withStatus(box, status -> status != OrderStatus.CANCELLED)),
            withStatus(box, status -> status == OrderStatus.CANCELLED))) {
      if (!some.isEmpty()) {
        boxes.add(some);
      }
    }
    return boxes;
  }

  Box withMandatory(Box box) {
    Box within = box;
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (isMandatory(aspects.get(aspect))) {
        Parts absent = Parts.only(aspects.get(aspect).size(), Aspect.ABSENT);
        within = within.with(aspect, box.parts(aspect).minus(absent));
      }
    }
    return within;
  }

  private boolean isMandatory(Aspect aspect) {
    Fact fact =
        switch (aspect) {
          case ValueAspect value -> value.dimension();
          case NumberAspect number -> number.fact();
          case DayAspect day -> new Dimension.Attribute(day.name());
          case RegionAspect _,
              MomentAspect _,
              HoursAspect _,
              WeekdayAspect _,
              CalendarAspect _,
              PricingDayAspect _,
              StatusAspect _,
              RelatedAspect _ ->
              null;
        };
    return fact != null && book.mandatory().contains(fact);
  }

  /** As {@link #area}, without saying what goes without saying of orders whose facts are final. */
  Area areaOfFinalOrders(Box box) {
    Box usual = ofFinalOrders(all);
    Box wide = box;
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (box.parts(aspect).equals(usual.parts(aspect))) {
        wide = wide.with(aspect, all.parts(aspect));
      }
    }
    return area(wide);
  }

  /** The box in words: how far it reaches in each fact that it does not reach in full. */
  Area area(Box box) {
    List<Extent> extents = new ArrayList<>();
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      extents.addAll(aspects.get(aspect).extents(box.parts(aspect)));
    }
    return new Area(extents);
  }
}
