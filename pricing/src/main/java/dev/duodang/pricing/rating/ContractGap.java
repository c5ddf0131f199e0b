package dev.duodang.pricing.rating;

import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing in which a contract does not fit an order. */
public sealed interface ContractGap {

  /** The order's day lies before the contract's first. */
  record Begins(LocalDate from) implements ContractGap {}

  /**
   * The order's day does not lie before the day on which the contract has ended.
   *
   * @param to the first day on which it is not valid any more
   */
  record Ended(LocalDate to) implements ContractGap {}

  /**
   * The order lies outside of the contract's regions.
   *
   * @param region where it lies; null when that cannot be told
   * @param allowed the contract's regions
   */
  record Elsewhere(@Nullable RegionCode region, List<RegionCode> allowed) implements ContractGap {
    public Elsewhere {
      allowed = List.copyOf(allowed);
    }
  }

  /**
   * The order's service is none of the contract's.
   *
   * @param service what is to be done; null when an item does not say
   * @param allowed the contract's services
   */
  record OtherService(@Nullable ServicePath service, List<ServicePath> allowed)
      implements ContractGap {
    public OtherService {
      allowed = List.copyOf(allowed);
    }
  }
}
