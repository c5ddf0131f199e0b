package dev.duodang.order;

import dev.duodang.order.SettlementView.HoldView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Among which tiers a person may choose for an order, and what each would make of it.
 *
 * @param limit the most that he decides alone, in major units; none for any amount
 */
record TierChoicesView(@Nullable String limit, List<PlaceView> places) {

  /**
   * A category of a relation, for one item or the whole order.
   *
   * @param item the item's place from 0; none in a category that is per order
   * @param service of the item
   * @param now the tier that counts; none while none does
   * @param best the tier that wins by what the tiers ask; none when none does
   * @param chosen who chose the tier that counts, and why; none where nobody did
   * @param amount what the relation comes to now; none while it waits
   * @param takenBack what the relation would come to without the choice; none where there is none
   */
  record PlaceView(
      String relation,
      String category,
      String categoryName,
      @Nullable Integer item,
      @Nullable String service,
      @Nullable TierRef now,
      @Nullable TierRef best,
      @Nullable ChosenView chosen,
      String currency,
      @Nullable String amount,
      List<OptionView> options,
      @Nullable ComesTo takenBack) {}

  /** A tier. */
  record TierRef(String tierId, String tierName) {}

  /** The choice that stands. */
  record ChosenView(String tierId, String tierName, String by, String reason) {}

  /** A tier that may be chosen, and what the relation would come to. */
  record OptionView(String tierId, String tierName, ComesTo comesTo) {}

  /**
   * What a relation would come to.
   *
   * @param amount none when it would wait
   * @param difference to what it comes to now; none where one of the two waits
   * @param holds what it would wait for
   * @param withinLimit whether the reader may decide it alone
   */
  record ComesTo(
      String state,
      @Nullable String amount,
      @Nullable String difference,
      List<HoldView> holds,
      boolean withinLimit) {}
}
