package dev.duodang.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order in one relation.
 *
 * @param relation {@code headquarters→partner}
 * @param state ESTIMATED, ON_HOLD, SETTLED or VOIDED
 * @param total in major units; the sum of the lines that stand
 * @param tax the sum of their taxes; none where the book has no taxes
 */
record SettlementView(
    String relation,
    PartyView payer,
    PartyView payee,
    String state,
    @Nullable BookRef book,
    String currency,
    @Nullable String total,
    @Nullable String tax,
    List<HoldView> holds,
    List<LineView> lines) {

  /** One side of a relation. */
  record PartyView(String kind, String id, String name) {}

  /** A version of a book. */
  record BookRef(String id, int version) {}

  /** Why a settlement waits. */
  record HoldView(
      String reason,
      String relation,
      @Nullable String category,
      @Nullable Integer item,
      String sentence,
      List<RegionRef> candidates,
      @Nullable String min,
      @Nullable String max) {}

  /** A region and its name in full. */
  record RegionRef(String code, String path) {}

  /** One line. */
  record LineView(
      String id,
      String kind,
      String category,
      String categoryName,
      @Nullable Integer item,
      @Nullable String tierId,
      @Nullable String tierName,
      @Nullable String part,
      String amount,
      @Nullable String quantity,
      String formula,
      String sentence,
      boolean reversed,
      @Nullable String reverses,
      long revision,
      @Nullable String reason,
      List<ShareView> shares,
      @Nullable String postedAt,
      @Nullable TaxView tax) {}

  /**
   * What of a line's amount, or beside it, is tax.
   *
   * @param taxpayer how the payee is taxed: GENERAL, SMALL_SCALE or INDIVIDUAL
   * @param percent hundredths of the net amount
   */
  record TaxView(String category, String taxpayer, String percent, String net, String tax) {}

  /** What one handler gets of a line. */
  record ShareView(String handler, String amount) {}
}
