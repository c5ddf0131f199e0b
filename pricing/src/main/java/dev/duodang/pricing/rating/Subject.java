package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** One item of an order, or the order without items, as conditions look at it. */
final class Subject {

  private WorkOrder order;
  private @Nullable OrderItem item;
  private @Nullable WorkOrder related;
  private int region;
  private Instant pricingTime;
  private final ZoneId zone;

  /** Null until the tiers of its order are chosen, and where they promise nothing. */
  private @Nullable Promised promised;

  /**
   * @param region the known region's place in the tree, -1 when nothing is known
   */
  Subject(
      WorkOrder order,
      @Nullable OrderItem item,
      @Nullable WorkOrder related,
      int region,
      Instant pricingTime,
      ZoneId zone) {
    this.order = order;
    this.item = item;
    this.related = related;
    this.region = region;
    this.pricingTime = pricingTime;
    this.zone = zone;
  }

  /** Looks at another item from now on, so that who asks much makes no new subject each time. */
  void lookAt(Facts facts, @Nullable OrderItem itsItem, int itsRegion, Instant itsTime) {
    this.order = facts.order();
    this.item = itsItem;
    this.related = facts.related();
    this.region = itsRegion;
    this.pricingTime = itsTime;
    this.promised = null;
  }

  /** Knows from now on what was promised. */
  void promised(@Nullable Promised itsPromise) {
    this.promised = itsPromise;
  }

  @Nullable Promised promised() {
    return promised;
  }

  WorkOrder order() {
    return order;
  }

  @Nullable OrderItem item() {
    return item;
  }

  @Nullable WorkOrder related() {
    return related;
  }

  int region() {
    return region;
  }

  Instant pricingTime() {
    return pricingTime;
  }

  LocalDateTime pricingLocalTime() {
    return LocalDateTime.ofInstant(pricingTime, zone);
  }

  @Nullable LocalDateTime localTime(Times.Event event) {
    Instant at = order.times().at(event);
    return at == null ? null : LocalDateTime.ofInstant(at, zone);
  }

  /** The text of a fact, or null when it is absent. The region is not one of these. */
  @Nullable String text(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Standard standard -> text(standard);
      case Dimension.Attribute(AttributeName name) -> textOf(attribute(name));
    };
  }

  private @Nullable String text(Dimension.Standard dimension) {
    Counterparty party = order.counterparty();
    return switch (dimension) {
      case COUNTERPARTY -> party == null ? null : party.id().text();
      case CUSTOMER -> textOf(order.customer().id());
      case CUSTOMER_CLASS -> textOf(order.customer().customerClass());
      case REGION -> null;
      case SERVICE -> item == null || item.service() == null ? null : item.service().text();
      case WARRANTY -> item == null ? null : nameOf(item.warranty());
      case CHANNEL -> textOf(order.channel());
      case PARTNER_TYPE -> party == null ? null : textOf(party.type());
      case MODE -> party == null ? null : textOf(party.mode());
      case GRADE -> party == null ? null : textOf(party.grade());
      case COMPLEXITY -> textOf(order.complexity());
      case URGENCY -> textOf(order.urgency());
      case STAGE -> nameOf(order.stage());
      case BRAND -> item == null ? null : textOf(item.brand());
      case PRODUCT -> item == null ? null : textOf(item.product());
      case PROMOTION -> textOf(order.promotion());
    };
  }

  private static @Nullable String textOf(@Nullable Code code) {
    return code == null ? null : code.text();
  }

  private static @Nullable String textOf(@Nullable PartyId id) {
    return id == null ? null : id.text();
  }

  private static @Nullable String nameOf(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  @Nullable Exact number(NumberFact fact) {
    return switch (fact) {
      case NumberFact.Standard standard ->
          switch (standard) {
            case QUANTITY -> item == null ? Exact.ONE : item.quantity();
            case DISTANCE_METRES -> order.distanceMetres();
            case DURATION_SECONDS -> order.durationSeconds();
          };
      case NumberFact.Measured(MeasureName name) -> measure(name);
      case NumberFact.Attribute(AttributeName name) -> numberOf(attribute(name));
    };
  }

  @Nullable Exact measure(MeasureName name) {
    Exact own = item == null ? null : item.measures().get(name);
    return own == null ? order.measures().get(name) : own;
  }

  /** What is measured without being declared. */
  @Nullable Exact measure(Measure.Standard measure) {
    return switch (measure) {
      case ONCE -> Exact.ONE;
      case QUANTITY -> item == null ? Exact.ONE : item.quantity();
      case DISTANCE_METRES -> order.distanceMetres();
      case DURATION_SECONDS -> order.durationSeconds();
      case STATED_PARTS_AMOUNT -> {
        @Nullable Exact sum = null;
        for (Part part : order.parts()) {
          Exact stated = part.statedAmount();
          if (stated != null) {
            sum = sum == null ? stated : sum.plus(stated);
          }
        }
        yield sum;
      }
    };
  }

  @Nullable Code attribute(AttributeName name) {
    Code own = item == null ? null : item.attributes().get(name);
    return own == null ? order.attributes().get(name) : own;
  }

  /** An attribute that is not a number is absent where a number is asked for. */
  private static @Nullable Exact numberOf(@Nullable Code code) {
    try {
      return code == null ? null : Exact.parse(code.text());
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
