package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Fact;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.order.OrderStatus;
import java.util.List;

/** Holds an order that lacks a fact that every order of the book has. */
final class Mandatory {

  private Mandatory() {}

  static void check(List<Fact> mandatory, Pricing pricing) {
    if (pricing.order().status() == OrderStatus.CANCELLED) {
      return;
    }
    for (Fact fact : mandatory) {
      if (isOfItem(fact)) {
        for (int place = 0; place < pricing.subjects().size(); place++) {
          check(fact, pricing, pricing.subjects().get(place), pricing.itemOf(place));
        }
      } else {
        check(fact, pricing, pricing.subjects().getFirst(), -1);
      }
    }
  }

  private static void check(Fact fact, Pricing pricing, Subject subject, int item) {
    if (fact == Dimension.Standard.REGION) {
      if (subject.region() < 0) {
        pricing.hold(new Hold(Hold.Reason.REGION_UNKNOWN, null, item, pricing.regions()));
      }
    } else if (isAbsent(fact, subject)) {
      pricing.hold(
          new Hold(
              Hold.Reason.FACT_MISSING, null, item, new Hold.Detail.Missing(sourceName(fact))));
    }
  }

  private static boolean isOfItem(Fact fact) {
    return switch (fact) {
      case Dimension dimension -> dimension.ofItem();
      case NumberFact number -> Key.ofItem(number);
    };
  }

  private static boolean isAbsent(Fact fact, Subject subject) {
    return switch (fact) {
      case Dimension dimension -> subject.text(dimension) == null;
      case NumberFact number -> subject.number(number) == null;
    };
  }

  /** The field of a work order that holds the fact. */
  private static String sourceName(Fact fact) {
    return switch (fact) {
      case Dimension.Standard standard ->
          switch (standard) {
            case CUSTOMER -> "customer.id";
            case CUSTOMER_CLASS -> "customer.class";
            case COUNTERPARTY -> "counterparty.id";
            case PARTNER_TYPE -> "counterparty.type";
            case MODE -> "counterparty.mode";
            case GRADE -> "counterparty.grade";
            case REGION,
                SERVICE,
                WARRANTY,
                CHANNEL,
                COMPLEXITY,
                URGENCY,
                STAGE,
                BRAND,
                PRODUCT,
                PROMOTION ->
                standard.key();
          };
      case Dimension.Attribute attribute -> "attributes." + attribute.key();
      case NumberFact.Standard standard ->
          switch (standard) {
            case QUANTITY -> "quantity";
            case DISTANCE_METRES -> "distanceMetres";
            case DURATION_SECONDS -> "durationSeconds";
          };
      case NumberFact.Measured measured -> "measures." + measured.key();
      case NumberFact.Attribute attribute -> "attributes." + attribute.key();
    };
  }
}
