package dev.duodang.bench.match;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import java.util.List;

/** What the six dimensions are for one order; the region once for each level that rules name. */
record Work(
    String service,
    String county,
    String prefecture,
    String province,
    String customerClass,
    String partnerType,
    String urgency,
    int distanceMetres) {

  private static final Instant COMPLETED = Instant.parse("2026-11-20T06:30:00Z");
  private static final Times TIMES = new Times(COMPLETED, null, null, COMPLETED, null, null);

  /** The order as intake delivers it: text of its own for each fact, and the region resolved. */
  Facts facts(int number) {
    RegionCode code = RegionCode.of(own(county));
    WorkOrder order =
        WorkOrder.builder(OrderNo.of("W" + number))
            .status(OrderStatus.COMPLETED)
            .items(List.of(OrderItem.of(ServicePath.of(own(service)))))
            .urgency(Code.of(own(urgency)))
            .customer(new Customer(null, Code.of(own(customerClass))))
            .counterparty(
                new Counterparty(
                    PartyId.of("P" + number % 90),
                    Counterparty.Kind.PARTNER,
                    Code.of(own(partnerType)),
                    null,
                    null,
                    null))
            .place(new Place(null, code))
            .distanceMetres(Exact.of(distanceMetres))
            .times(TIMES)
            .build();
    return Facts.of(
        order, new Resolution.Resolved(GbT2260.tree().find(code).orElseThrow()), COMPLETED);
  }

  /** A string that no other order shares, as a file gives it. */
  private static String own(String text) {
    return String.valueOf(text.toCharArray());
  }
}
