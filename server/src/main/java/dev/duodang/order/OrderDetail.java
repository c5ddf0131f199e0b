package dev.duodang.order;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One order in full, as far as its reader may see it.
 *
 * @param tierMayBeChosen whether the reader may choose a tier for it, or take back a choice
 */
record OrderDetail(
    String orderNo,
    long revision,
    String service,
    SettlementView.@Nullable RegionRef region,
    @Nullable String address,
    @Nullable String customerClass,
    OrderSummary.@Nullable Named counterparty,
    List<OrderSummary.Named> handlers,
    String status,
    @Nullable String stage,
    String state,
    List<SettlementView.HoldView> holds,
    @Nullable String tierName,
    @Nullable String amount,
    String currency,
    @Nullable String createdAt,
    @Nullable String completedAt,
    @Nullable String postedAt,
    @Nullable Long elapsedSeconds,
    JsonNode facts,
    List<TimelineEntry> timeline,
    List<SettlementView> settlements,
    List<Margin> margin,
    @Nullable PromiseView promise,
    List<Related> related,
    @Nullable String caseNo,
    List<String> actions,
    boolean tierMayBeChosen) {

  /** Something that happened. */
  record TimelineEntry(String at, String kind, String text, @Nullable String by) {}

  /**
   * What a link of the chain keeps.
   *
   * @param income none without a relation that pays the party
   */
  record Margin(String party, @Nullable String income, String cost, @Nullable String margin) {}

  /**
   * What was promised, and whether it was kept. Durations are of the promise's calendar.
   *
   * @param respondTook none while nobody responded, or where it is not known when the clock began
   * @param respond KEPT or BROKEN; none while that is not known
   * @param kept none while that is not known; what is broken is broken before the order is
   *     completed
   */
  record PromiseView(
      @Nullable String respondWithin,
      @Nullable String finishWithin,
      @Nullable String respondDue,
      @Nullable String finishDue,
      @Nullable String respondTook,
      @Nullable String finishTook,
      @Nullable String respond,
      @Nullable String finish,
      @Nullable Boolean kept) {}

  /** An order of the same case. */
  record Related(String orderNo, String kind, String state) {}
}
