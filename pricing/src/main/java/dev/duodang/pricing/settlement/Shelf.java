package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.Charge;
import dev.duodang.pricing.book.Measure;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.TenantRoot;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All editions of all books of a tenant: one book for each relation, in versions. */
public final class Shelf {

  private final Map<Relation, List<Edition>> editions;
  private final List<Relation> relations;

  private Shelf(Map<Relation, List<Edition>> editions, List<Relation> relations) {
    this.editions = editions;
    this.relations = relations;
  }

  /**
   * A shelf with these editions.
   *
   * @throws IllegalArgumentException when two books share a relation, or relations are a part of
   *     one another in a circle
   */
  public static Shelf of(List<Edition> all) {
    Map<Relation, List<Edition>> byRelation = new LinkedHashMap<>();
    all.stream()
        .sorted(
            Comparator.comparing(Edition::recordedAt).thenComparingInt(Edition::version).reversed())
        .forEach(
            edition ->
                byRelation
                    .computeIfAbsent(edition.compiled().book().relation(), _ -> new ArrayList<>())
                    .add(edition));
    byRelation.forEach(Shelf::checkOneBook);
    return new Shelf(byRelation, inOrder(byRelation));
  }

  private static void checkOneBook(Relation relation, List<Edition> editions) {
    Set<String> books = new LinkedHashSet<>();
    editions.forEach(edition -> books.add(edition.book().text()));
    if (books.size() > 1) {
      throw new IllegalArgumentException(
          "relation " + relation + " has several books " + books + "; one book each is allowed");
    }
  }

  /** The relations, each after those whose lines it is a part of. */
  private static List<Relation> inOrder(Map<Relation, List<Edition>> editions) {
    Set<Relation> done = new LinkedHashSet<>();
    editions.keySet().forEach(relation -> visit(relation, editions, done, new LinkedHashSet<>()));
    return List.copyOf(done);
  }

  private static void visit(
      Relation relation,
      Map<Relation, List<Edition>> editions,
      Set<Relation> done,
      Set<Relation> open) {
    if (done.contains(relation)) {
      return;
    }
    if (!open.add(relation)) {
      throw new IllegalArgumentException("relations " + open + " are each a part of the other");
    }
    editions.getOrDefault(relation, List.of()).stream()
        .flatMap(edition -> bases(edition.compiled().book()))
        .filter(editions::containsKey)
        .forEach(base -> visit(base, editions, done, open));
    open.remove(relation);
    done.add(relation);
  }

  private static Stream<Relation> bases(PriceBook book) {
    return book.tiers().stream()
        .map(Tier::charge)
        .flatMap(
            charge ->
                switch (charge) {
                  case Charge.Metered metered -> Stream.of(metered.measure());
                  case Charge.Summed summed -> summed.parts().stream().map(Charge.Metered::measure);
                  case Charge.Quoted _, Charge.Listed _ -> Stream.<Measure>empty();
                })
        .filter(Measure.RelationAmount.class::isInstance)
        .map(measure -> ((Measure.RelationAmount) measure).relation());
  }

  /**
   * The shelf as it was when these versions were the last of their books; other books stay as they
   * are.
   */
  public Shelf until(Collection<BookVersion> last) {
    Map<Relation, List<Edition>> earlier = new LinkedHashMap<>();
    editions.forEach(
        (relation, all) ->
            earlier.put(
                relation,
                all.stream()
                    .filter(edition -> last.stream().noneMatch(edition.id()::isAfter))
                    .toList()));
    return earlier.equals(editions) ? this : new Shelf(earlier, relations);
  }

  /**
   * The shelf by which what stands of an order was priced; books that none of its lines cites stay
   * as they are.
   */
  public Shelf asPriced(OrderState state) {
    return until(state.standing().stream().map(Posting::book).distinct().toList());
  }

  /** The relations with a book, each after those whose lines it is a part of. */
  public List<Relation> relations() {
    return relations;
  }

  /**
   * A tree of regions with the roots that any edition of the books adds; the shipped one where none
   * does.
   *
   * @throws IllegalArgumentException when a region stands at two places
   */
  public RegionTree tree(RegionTree shipped) {
    List<TenantRoot> roots =
        TenantRoot.joined(
            editions.values().stream()
                .flatMap(List::stream)
                .flatMap(edition -> edition.compiled().book().regions().stream())
                .toList());
    return roots.isEmpty() ? shipped : shipped.withRoots(roots);
  }

  /**
   * The zone of the books.
   *
   * @throws IllegalArgumentException when there is no book, or books are in different zones
   */
  public ZoneId zone() {
    List<ZoneId> zones =
        editions.values().stream()
            .flatMap(List::stream)
            .map(edition -> edition.compiled().book().zone())
            .distinct()
            .toList();
    if (zones.size() != 1) {
      throw new IllegalArgumentException("books must share one zone, not " + zones);
    }
    return zones.getFirst();
  }

  /** The editions of a relation's book, the one recorded last first. */
  public List<Edition> editions(Relation relation) {
    return editions.getOrDefault(relation, List.of());
  }

  /** The edition of a version, or null when the shelf has none. */
  public @Nullable Edition edition(BookVersion version) {
    return editions.values().stream()
        .flatMap(List::stream)
        .filter(edition -> edition.id().equals(version))
        .findFirst()
        .orElse(null);
  }
}
