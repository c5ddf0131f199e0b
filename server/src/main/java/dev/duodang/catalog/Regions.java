package dev.duodang.catalog;

import dev.duodang.book.Books;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Shelf;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The regions that each tenant's orders may lie in: those of GB/T 2260 and the roots that its books
 * add.
 */
public final class Regions {

  private final Books books;
  private final Known shipped;

  /** For each shelf that adds roots, as long as somebody has it. */
  private final Map<Shelf, Known> grown = Collections.synchronizedMap(new WeakHashMap<>());

  Regions(RegionTree tree, Books books) {
    this.shipped = new Known(tree, AddressResolver.of(tree));
    this.books = books;
  }

  /** A tree and what finds addresses in it. */
  private record Known(RegionTree tree, AddressResolver resolver) {}

  /** The tree that the server ships, which books add their roots to. */
  public RegionTree shipped() {
    return shipped.tree();
  }

  /** All regions of a tenant. */
  public RegionTree tree(TenantId tenant) {
    return known(books.shelf(tenant)).tree();
  }

  private Known known(Shelf shelf) {
    return grown.computeIfAbsent(
        shelf,
        some -> {
          RegionTree tree = some.tree(shipped.tree());
          return tree.equals(shipped.tree()) ? shipped : new Known(tree, AddressResolver.of(tree));
        });
  }

  /** What turns deliveries and decisions into changes by the books of a shelf. */
  public OrderChanges changes(Shelf shelf) {
    Known known = known(shelf);
    return new OrderChanges(shelf, known.tree(), known.resolver());
  }

  /** Where an address lies, as far as it says. */
  public Resolution resolve(TenantId tenant, String address) {
    return known(books.shelf(tenant)).resolver().resolve(address);
  }

  /** The beans of this class. */
  @Configuration(proxyBeanMethods = false)
  static class RegionsConfiguration {

    @Bean
    RegionTree regionTree() {
      return GbT2260.tree();
    }

    @Bean
    Regions regions(RegionTree tree, Books books) {
      return new Regions(tree, books);
    }
  }
}
