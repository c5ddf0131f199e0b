package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.Promise;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order was promised, and what came of it so far.
 *
 * @param promise of the tier that won
 * @param respond null where no response is promised
 * @param finish null where no end is promised
 * @param isOver whether the order is completed, so that the promise can be kept or broken
 */
public record Promised(
    Promise promise, @Nullable Clock respond, @Nullable Clock finish, boolean isOver) {

  /**
   * How long a part of a promise may take, and took.
   *
   * @param within the time promised
   * @param due the last instant that keeps it; null while its clock has not started
   * @param took the time that it took by the promise's calendar, without pauses; null where its
   *     clock has not started or stopped
   */
  public record Clock(Duration within, @Nullable Instant due, @Nullable Duration took) {

    /** Whether it took no longer than promised; null while that is not known. */
    public Promise.@Nullable State state() {
      if (took == null) {
        return null;
      }
      return took.compareTo(within) <= 0 ? Promise.State.KEPT : Promise.State.BROKEN;
    }

    /** By how much it took longer than promised; zero where it did not. */
    public Duration late() {
      return took == null || took.compareTo(within) <= 0 ? Duration.ZERO : took.minus(within);
    }
  }

  /**
   * How a part of the promise came out, once the order is completed: the whole is broken where a
   * part of it is, and kept where all are. Null where that is not known, or not promised.
   */
  public Promise.@Nullable State state(Promise.Part part) {
    if (!isOver) {
      return null;
    }
    Promise.State ofRespond = respond == null ? null : respond.state();
    Promise.State ofFinish = finish == null ? null : finish.state();
    return switch (part) {
      case RESPOND -> ofRespond;
      case FINISH -> ofFinish;
      case WHOLE -> {
        if (ofRespond == Promise.State.BROKEN || ofFinish == Promise.State.BROKEN) {
          yield Promise.State.BROKEN;
        }
        boolean isKnown =
            (respond == null || ofRespond != null) && (finish == null || ofFinish != null);
        yield isKnown ? Promise.State.KEPT : null;
      }
    };
  }
}
