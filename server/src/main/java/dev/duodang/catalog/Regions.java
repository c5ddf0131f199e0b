package dev.duodang.catalog;

import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Shelf;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tree of regions that the server ships, and where an order's place lies in it. */
public final class Regions {

  private final RegionTree tree;
  private final AddressResolver resolver;

  Regions(RegionTree tree) {
    this.tree = tree;
    this.resolver = AddressResolver.of(tree);
  }

  public RegionTree tree() {
    return tree;
  }

  /** What turns deliveries and decisions into changes by the books of a shelf. */
  public OrderChanges changes(Shelf shelf) {
    return new OrderChanges(shelf, tree, resolver);
  }

  /** Where a place lies: its code wins over its address. */
  public Resolution resolve(Place place) {
    RegionCode code = place.region();
    if (code != null) {
      return known(code);
    }
    String address = place.address();
    return address == null ? new Resolution.Unknown() : resolver.resolve(address);
  }

  /** The region of a code, or what came after it if it is retired. */
  public Resolution known(RegionCode code) {
    return tree.find(code)
        .or(() -> tree.retirement(code).flatMap(retired -> tree.find(retired.successor())))
        .<Resolution>map(Resolution.Resolved::new)
        .orElseGet(Resolution.Unknown::new);
  }

  /** Where an address lies, as far as it says. */
  public Resolution resolve(String address) {
    return resolver.resolve(address);
  }

  /** The beans of this class. */
  @Configuration(proxyBeanMethods = false)
  static class RegionsConfiguration {

    @Bean
    RegionTree regionTree() {
      return GbT2260.tree();
    }

    @Bean
    Regions regions(RegionTree tree) {
      return new Regions(tree);
    }
  }
}
