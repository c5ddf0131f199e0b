package dev.duodang.contract;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.ContractNo;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.ContractGap;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contract with a counterparty in one relation.
 *
 * @param from its first day, where the tenant is
 * @param to the first day on which it is not valid any more; null while it has no end
 * @param regions where it is valid; none for everywhere
 * @param services what it is about; none for all
 * @param taxpayer how the party is taxed under it; null where the contract does not say
 */
public record Contract(
    ContractNo number,
    PartyId party,
    Relation relation,
    LocalDate from,
    @Nullable LocalDate to,
    List<RegionCode> regions,
    List<ServicePath> services,
    @Nullable Taxpayer taxpayer) {

  public Contract {
    regions = List.copyOf(regions);
    services = List.copyOf(services);
    if (to != null && !to.isAfter(from)) {
      throw new IllegalArgumentException("a contract ends after it begins");
    }
  }

  /**
   * In what it does not fit an order; nothing when it covers it. One region must hold the order's
   * place, and one of the services each of its items.
   */
  List<ContractGap> gaps(WorkOrder order, Resolution place, LocalDate day) {
    List<ContractGap> gaps = new ArrayList<>();
    if (day.isBefore(from)) {
      gaps.add(new ContractGap.Begins(from));
    }
    if (to != null && !day.isBefore(to)) {
      gaps.add(new ContractGap.Ended(to));
    }
    RegionCode region = known(place);
    if (!regions.isEmpty() && (region == null || regions.stream().noneMatch(region::isWithin))) {
      gaps.add(new ContractGap.Elsewhere(region, regions));
    }
    if (!services.isEmpty()) {
      foreign(order).ifPresent(gaps::add);
    }
    return gaps;
  }

  private Optional<ContractGap.OtherService> foreign(WorkOrder order) {
    if (order.items().isEmpty()) {
      return Optional.of(new ContractGap.OtherService(null, services));
    }
    return order.items().stream()
        .map(OrderItem::service)
        .filter(service -> service == null || services.stream().noneMatch(service::isUnder))
        .map(service -> new ContractGap.OtherService(service, services))
        .findFirst();
  }

  /** The deepest region that is certain. */
  private static @Nullable RegionCode known(Resolution place) {
    Region region =
        switch (place) {
          case Resolution.Resolved resolved -> resolved.region();
          case Resolution.Ambiguous ambiguous -> ambiguous.ancestor();
          case Resolution.Unknown _ -> null;
        };
    return region == null ? null : region.code();
  }
}
