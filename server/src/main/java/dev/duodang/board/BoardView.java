package dev.duodang.board;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the board shows of one region, or of the whole country. */
record BoardView(
    String asOf,
    @Nullable RegionName region,
    String currency,
    SumsView today,
    SumsView lastWeek,
    List<RegionSums> regions,
    List<HourSums> hours,
    List<Ranked> partners,
    List<Ranked> engineers,
    List<TierSums> tiers,
    List<HoldCount> holds,
    List<BoardEvent> recent) {

  /** The region that is shown, and the one above it. */
  record RegionName(String code, String name, @Nullable String parent) {}

  /**
   * Sums of a day by posting time.
   *
   * @param held orders that wait now
   * @param open orders that are not done now
   * @param late open orders whose promise is broken now
   */
  record SumsView(
      long orders,
      String amount,
      @Nullable String income,
      @Nullable String margin,
      long held,
      long open,
      long late) {}

  /** Sums of a region one step below. */
  record RegionSums(String code, String name, long orders, String amount, long held) {}

  /** Sums of one hour of the day, and of the same hour a week before. */
  record HourSums(int hour, long orders, String amount, String lastWeekAmount) {}

  /** A counterparty in a top list. */
  record Ranked(String id, String name, long orders, String amount) {}

  /** A tier's part of the day. */
  record TierSums(String tierId, String name, long orders, String amount) {}

  /** How many orders wait for a reason. */
  record HoldCount(String reason, long count) {}

  /** An order that has just changed. */
  record BoardEvent(
      String at,
      String orderNo,
      @Nullable EventPlace region,
      @Nullable String tierName,
      @Nullable String amount,
      String state,
      @Nullable String hold,
      @Nullable String handler,
      @Nullable String counterparty,
      @Nullable Long elapsedSeconds) {}

  /** A region and its name in full. */
  record EventPlace(String code, String path) {}

  /** What has changed since the last message: all of today, and only the rows that differ. */
  record Patch(SumsView today, List<RegionSums> regions, List<HourSums> hours) {}
}
