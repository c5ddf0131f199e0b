package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.order.WorkOrderBuilder;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fact that every order has is asked for, except of an order that is cancelled. */
class MandatoryTest {

  private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");

  private static final CompiledBook BOOK =
      compiled(
          """
          book: home
          relation: headquarters→partner
          currency: CNY
          zone: Asia/Shanghai
          validFrom: 2026-01-01
          mandatory: [service, customerClass, region, distance]
          categories: {labour: {per: item}}
          tiers: [{tier: any, category: labour, priority: 1, charge: {flat: 10.00}}]
          """);

  private static CompiledBook compiled(String text) {
    BookReading.Read read = (BookReading.Read) BookReader.of(GbT2260.tree()).read(text);
    return CompiledBook.of(read.book(), GbT2260.tree());
  }

  private static WorkOrderBuilder whole() {
    return WorkOrder.builder(OrderNo.of("A1"))
        .status(OrderStatus.COMPLETED)
        .items(List.of(OrderItem.of(ServicePath.of("维修"))))
        .customer(new Customer(null, Code.of("VIP")))
        .distanceMetres(Exact.of(100))
        .times(new Times(NOON, NOON, NOON, NOON, null, null));
  }

  private static Rated rated(WorkOrder order, Resolution region) {
    return new Rater(BOOK).rate(Facts.of(order, region, NOON), Bases.NONE, Tallies.NONE);
  }

  private static Resolution beijing() {
    return new Resolution.Resolved(GbT2260.tree().find(RegionCode.of("110105")).orElseThrow());
  }

  @Test
  void anOrderThatStatesAllIsSettled() {
    assertThat(rated(whole().build(), beijing()).state()).isEqualTo(Rated.State.SETTLED);
  }

  @Test
  void eachMissingFactIsNamedAsItsSourceNamesIt() {
    WorkOrder order =
        whole()
            .customer(Customer.UNKNOWN)
            .distanceMetres(null)
            .items(
                List.of(
                    OrderItem.of(ServicePath.of("维修")),
                    new OrderItem(
                        null, null, null, Exact.ONE, null, java.util.Map.of(), java.util.Map.of())))
            .build();

    assertThat(rated(order, new Resolution.Unknown()).holds())
        .containsExactly(
            new Hold(Hold.Reason.FACT_MISSING, null, 1, new Hold.Detail.Missing("service")),
            new Hold(Hold.Reason.FACT_MISSING, null, -1, new Hold.Detail.Missing("customer.class")),
            new Hold(Hold.Reason.REGION_UNKNOWN, null, -1, new Hold.Detail.Regions(List.of())),
            new Hold(
                Hold.Reason.FACT_MISSING, null, -1, new Hold.Detail.Missing("distanceMetres")));
  }

  @Test
  void aCancelledOrderIsNotAskedFor() {
    WorkOrder order =
        whole()
            .status(OrderStatus.CANCELLED)
            .customer(Customer.UNKNOWN)
            .times(new Times(NOON, NOON, null, null, null, NOON))
            .build();

    assertThat(rated(order, new Resolution.Unknown()).state()).isEqualTo(Rated.State.VOIDED);
  }
}
