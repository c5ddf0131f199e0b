package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.WorkOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tier that wins in one category, and nothing else: no amount, no line, no hold, no
 * explanation. It is for those who ask about very many orders, such as which tier each order of a
 * year falls into. A matcher keeps its scratch room between calls, so that a call allocates
 * nothing, and so belongs to one thread.
 *
 * <pre>{@code
 * Matcher labour = new Matcher(compiled, CategoryId.of("labour"));
 * switch (labour.match(facts, 0)) {
 *   case Match.Won(Tier tier) -> count(tier.id());
 *   case Match.Nothing _, Match.RegionOpen _, Match.ExpressionOpen _ -> {}
 * }
 * }</pre>
 */
public final class Matcher {

  private static final Match NOTHING = new Match.Nothing();
  private static final Match REGION_OPEN = new Match.RegionOpen();
  private static final Match EXPRESSION_OPEN = new Match.ExpressionOpen();

  private final CompiledBook compiled;
  private final CategoryIndex category;
  private final Rater rater;

  /** The answer for each row, made ahead. */
  private final Match[] won;

  private final List<Subject> made = new ArrayList<>();
  private final List<Subject> asked = new ArrayList<>();

  /**
   * A matcher for a category.
   *
   * @throws IllegalArgumentException when the book has no such category
   */
  public Matcher(CompiledBook compiled, CategoryId category) {
    this.compiled = compiled;
    this.category = indexOf(compiled, category);
    this.rater = new Rater(compiled);
    this.won =
        this.category.rows().stream().map(row -> new Match.Won(row.tier())).toArray(Match[]::new);
  }

  private static CategoryIndex indexOf(CompiledBook compiled, CategoryId category) {
    return compiled.categories().stream()
        .filter(index -> index.category().id().equals(category))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "book " + compiled.book().id() + " has no category \"" + category + "\""));
  }

  /**
   * The tier that {@link Rater#rate} would charge by where nobody chose another.
   *
   * @param facts priced at the time that the book says, or at {@code asOf} while that is not known
   * @param item the place of the item in its order; 0 for an order without items. For a category
   *     that is matched once an order it makes no difference
   * @throws IndexOutOfBoundsException when the order has no such item
   */
  public Match match(Facts facts, int item) {
    List<OrderItem> items = facts.order().items();
    asked.clear();
    Truth unknown = Truth.HOLDS;
    if (category.category().per() == FeeCategory.Per.ITEM || items.isEmpty()) {
      unknown = ask(facts, items.isEmpty() && item == 0 ? null : items.get(item));
    } else {
      for (int i = 0; i < items.size() && unknown == Truth.HOLDS; i++) {
        unknown = ask(facts, items.get(i));
      }
    }
    return switch (unknown) {
      case OPEN -> REGION_OPEN;
      case UNDECIDED -> EXPRESSION_OPEN;
      case HOLDS, FAILS -> match();
    };
  }

  private Match match() {
    rater.forget();
    int found = rater.choose(category, asked);
    if (CategoryIndex.isOpen(found)) {
      return REGION_OPEN;
    }
    if (CategoryIndex.isUndecided(found)) {
      return EXPRESSION_OPEN;
    }
    return found == CategoryIndex.NONE ? NOTHING : won[found];
  }

  /**
   * Adds an item to those asked about, if the book concerns it.
   *
   * @return OPEN or UNDECIDED where that hangs on the region or an expression, else HOLDS
   */
  private Truth ask(Facts facts, @Nullable OrderItem item) {
    Subject subject = subject(facts, item);
    Truth truth = Rows.test(compiled.appliesWhen(), subject);
    if (truth == Truth.HOLDS) {
      asked.add(subject);
    }
    return truth == Truth.FAILS ? Truth.HOLDS : truth;
  }

  private Subject subject(Facts facts, @Nullable OrderItem item) {
    WorkOrder order = facts.order();
    Instant stated = order.times().at(Rater.pricingEvent(compiled.book(), order));
    Instant time = stated == null ? facts.asOf() : stated;
    int region = Rater.place(facts.region(), compiled.tree());
    if (asked.size() == made.size()) {
      made.add(new Subject(order, item, facts.related(), region, time, compiled.book().zone()));
    } else {
      made.get(asked.size()).lookAt(facts, item, region, time);
    }
    return made.get(asked.size());
  }
}
