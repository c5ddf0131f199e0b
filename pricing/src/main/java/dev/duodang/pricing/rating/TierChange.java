package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells of single orders whether a book comes to the same for them as another that differs from it
 * in tiers alone. It does where the same tiers win, since no other tier has a part in what an order
 * comes to. Belongs to one thread, with both of its raters.
 */
public final class TierChange {

  private final Rater before;
  private final Rater after;

  /** For each category and row before, the equal tier after; null where there is none. */
  private final List<@Nullable Tier[]> kept;

  private TierChange(Rater before, Rater after) {
    this.before = before;
    this.after = after;
    this.kept =
        before.compiled().categories().stream()
            .map(category -> kept(category.rows(), after))
            .toList();
  }

  /**
   * The change from one book to another, whose expressions are of one language; null where more
   * differs than tiers.
   */
  public static @Nullable TierChange between(Rater before, Rater after) {
    CompiledBook one = before.compiled();
    CompiledBook other = after.compiled();
    return one.tree() == other.tree() && one.book().differsInTiersAlone(other.book())
        ? new TierChange(before, after)
        : null;
  }

  private static @Nullable Tier[] kept(List<Row> rows, Rater after) {
    @Nullable Tier[] kept = new Tier[rows.size()];
    for (int row = 0; row < kept.length; row++) {
      Tier own = rows.get(row).tier();
      Tier other = after.compiled().book().tier(own.id());
      kept[row] = own.equals(other) ? other : null;
    }
    return kept;
  }

  /**
   * Whether the order comes to the same by both books, with the same bases and the same known of
   * others. It is false where that is not certain, too.
   *
   * @param facts of the order that the rater of the book before has just rated
   */
  public boolean leaves(Facts facts) {
    Pricing rated = before.last();
    if (rated == null || !rated.facts().equals(facts)) {
      return false;
    }
    after.forget();
    int place = 0;
    List<CategoryIndex> categories = after.compiled().categories();
    for (int i = 0; i < categories.size(); i++) {
      boolean perItem = categories.get(i).category().per() == FeeCategory.Per.ITEM;
      int subjects = perItem ? rated.subjects().size() : Math.min(1, rated.subjects().size());
      for (int item = 0; item < subjects; item++, place++) {
        List<Subject> of = perItem ? List.of(rated.subjects().get(item)) : rated.subjects();
        if (!isKept(i, before.choice(place), of)) {
          return false;
        }
      }
    }
    return place == before.choices();
  }

  private boolean isKept(int place, int chosen, List<Subject> subjects) {
    CategoryIndex category = after.compiled().categories().get(place);
    if (chosen == CategoryIndex.NONE) {
      return after.choose(category, subjects) == CategoryIndex.NONE;
    }
    Tier tier = chosen < 0 ? null : kept.get(place)[chosen];
    if (tier == null) {
      return false;
    }
    int found = after.choose(category, subjects);
    return found >= 0 && category.row(found).tier().equals(tier);
  }
}
