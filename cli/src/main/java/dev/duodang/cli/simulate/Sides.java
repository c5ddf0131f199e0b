package dev.duodang.cli.simulate;

import dev.duodang.cli.book.BookFiles;
import dev.duodang.intake.RowProblem;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.FactCheck;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The two sets of books. */
record Sides(Side before, Side after) {

  /** One set of books, with the regions that it knows. */
  record Side(Shelf shelf, RegionTree tree, AddressResolver resolver, FactCheck check) {

    OrderChanges changes() {
      return new OrderChanges(shelf, tree, resolver);
    }

    List<RowProblem> problems(WorkOrder order) {
      return check.problems(order).stream()
          .map(
              problem ->
                  new RowProblem(
                      problem.field(), problem.value(), problem.reason(), problem.allowed()))
          .toList();
    }
  }

  /**
   * The books of some files and folders.
   *
   * @throws IOException when some cannot be read or are no books
   * @throws IllegalArgumentException when the sets are in different zones
   */
  static Sides of(List<Path> before, List<Path> after) throws IOException {
    Shelf first = BookFiles.shelf(before);
    Shelf second = BookFiles.shelf(after);
    if (!first.zone().equals(second.zone())) {
      throw new IllegalArgumentException(
          "the books before are in zone %s and those after in %s; both must share one"
              .formatted(first.zone(), second.zone()));
    }
    RegionTree tree = first.tree(GbT2260.tree());
    RegionTree other = second.tree(GbT2260.tree());
    AddressResolver resolver = AddressResolver.of(tree);
    Side one = new Side(first, tree, resolver, FactCheck.of(first, tree));
    AddressResolver its = other == tree ? resolver : AddressResolver.of(other);
    return new Sides(one, new Side(second, other, its, FactCheck.of(second, other)));
  }

  ZoneId zone() {
    return before.shelf.zone();
  }

  /** Whether an order's place comes to the same by both. */
  boolean sharePlaces() {
    return before.tree == after.tree;
  }

  /** Problems that the sets find with one row; where they differ each says by which books. */
  static List<RowProblem> joined(List<RowProblem> before, List<RowProblem> after) {
    if (before.equals(after)) {
      return before;
    }
    List<RowProblem> all = new ArrayList<>();
    before.forEach(problem -> all.add(by("the books before", problem)));
    after.forEach(problem -> all.add(by("the books after", problem)));
    return all;
  }

  private static RowProblem by(String books, RowProblem problem) {
    return new RowProblem(
        problem.field(),
        problem.value(),
        "by " + books + ": " + problem.reason(),
        problem.allowed());
  }
}
