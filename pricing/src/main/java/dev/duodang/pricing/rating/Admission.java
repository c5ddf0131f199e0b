package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.OrderItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which tiers admit an order, and which of them wins, without its price. Keeps scratch room between
 * calls and so belongs to one thread.
 */
public final class Admission {

  private final CompiledBook compiled;
  private final Map<TierId, List<Row>> rows = new HashMap<>();
  private final int[] ids;
  private final long[][] sets;

  public Admission(CompiledBook compiled) {
    this.compiled = compiled;
    for (CategoryIndex index : compiled.categories()) {
      index
          .rows()
          .forEach(row -> rows.computeIfAbsent(row.tier().id(), _ -> new ArrayList<>()).add(row));
    }
    this.ids = new int[compiled.keys().size()];
    this.sets = new long[compiled.keys().size()][];
  }

  /** Whether the tier's conditions all hold for the order, or for one of its items. */
  public boolean admits(Facts facts, Tier tier) {
    List<Subject> subjects = subjects(facts);
    for (Row row : rows.getOrDefault(tier.id(), List.of())) {
      for (Subject subject : subjects) {
        if (row.test(subject) == Truth.HOLDS) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The tier of a category that wins for the order, or for the first of its items; null for none.
   */
  public @Nullable Tier winner(Facts facts, CategoryId category) {
    for (CategoryIndex index : compiled.categories()) {
      if (index.category().id().equals(category)) {
        for (Subject subject : subjects(facts)) {
          for (int i = 0; i < ids.length; i++) {
            ids[i] = compiled.keys().get(i).id(subject);
          }
          int found = index.find(ids, subject, sets);
          return found < 0 ? null : index.row(found).tier();
        }
      }
    }
    return null;
  }

  private List<Subject> subjects(Facts facts) {
    PriceBook book = compiled.book();
    Instant stated = facts.order().times().at(Rater.pricingEvent(book, facts.order()));
    List<Subject> subjects = new ArrayList<>();
    if (stated == null && Rater.isFinal(book, facts.order())) {
      return subjects;
    }
    Instant time = stated == null ? facts.asOf() : stated;
    int region = Rater.place(facts.region(), compiled.tree());
    List<OrderItem> items = facts.order().items();
    for (int i = 0; i < Math.max(1, items.size()); i++) {
      @Nullable OrderItem item = items.isEmpty() ? null : items.get(i);
      Subject subject =
          new Subject(facts.order(), item, facts.related(), region, time, book.zone());
      if (Rows.test(compiled.appliesWhen(), subject) == Truth.HOLDS) {
        subjects.add(subject);
      }
    }
    return subjects;
  }
}
