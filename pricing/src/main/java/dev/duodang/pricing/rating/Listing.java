package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.PartNo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a line for each number that a price list prices. */
final class Listing {

  private final CompiledBook compiled;
  private final PriceBook book;
  private final Pricing pricing;
  private final LocalDate day;

  Listing(CompiledBook compiled, Pricing pricing, Instant time) {
    this.compiled = compiled;
    this.book = compiled.book();
    this.pricing = pricing;
    this.day = LocalDateTime.ofInstant(time, book.zone()).toLocalDate();
  }

  /** Parts are the order's, whatever item the tier was found for. */
  void charge(Tier tier, Charge.Listed listed, int item, Subject subject) {
    PriceIndex prices = compiled.priceList(listed.list().text());
    switch (listed.by()) {
      case PART -> parts().forEach((part, count) -> add(tier, part, count, prices, -1));
      case PRODUCT -> {
        List<Subject> subjects = item < 0 ? pricing.subjects() : List.of(subject);
        products(subjects).forEach((number, count) -> add(tier, number, count, prices, item));
      }
    }
  }

  /** The same number stated twice is one line of both. */
  private Map<PartNo, Exact> parts() {
    Map<PartNo, Exact> quantities = new LinkedHashMap<>();
    pricing
        .order()
        .parts()
        .forEach(part -> quantities.merge(part.number(), part.quantity(), Exact::plus));
    return quantities;
  }

  private static Map<PartNo, Exact> products(List<Subject> subjects) {
    Map<PartNo, Exact> quantities = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      OrderItem item = subject.item();
      if (item != null && item.product() != null) {
        quantities.merge(PartNo.of(item.product().text()), item.quantity(), Exact::plus);
      }
    }
    return quantities;
  }

  private void add(Tier tier, PartNo number, Exact quantity, PriceIndex prices, int item) {
    PriceList.@Nullable Entry price = prices.on(number, day);
    if (price == null) {
      Hold.Detail detail = new Hold.Detail.NoPrice(number);
      pricing.hold(new Hold(Hold.Reason.NO_LIST_PRICE, tier.category(), item, detail));
      return;
    }
    long minor = pricing.round(price.price().times(quantity));
    pricing
        .lines()
        .add(
            new Line(
                Line.Kind.CHARGE,
                tier.category(),
                item,
                tier.id(),
                null,
                number,
                tier.name(),
                new Money(minor, book.currency()),
                quantity,
                new Computation.OfListPrice(quantity, price.price(), price.unit())));
  }
}
