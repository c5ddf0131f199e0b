package dev.duodang.pricing.settlement;

import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a delivered order counts. Source of the rules: a lower revision that arrives later is
 * ignored, an equal one with equal facts is a repeat, an equal one with other facts is refused.
 * Without a revision the time of update orders deliveries; with neither, changed facts are the next
 * revision.
 */
public sealed interface Verdict {

  /** The delivery is the order's next revision, or its first. */
  record New(Revision revision) implements Verdict {}

  /** The delivery is the revision that counts already. */
  record Repeat(Revision revision) implements Verdict {}

  /** A later revision counts already. */
  record Stale(Revision counting) implements Verdict {}

  /** The revision that counts has other facts under the same number. */
  record Conflict(Revision revision) implements Verdict {}

  /** Judges a delivery against the version that counts, null when there is none. */
  static Verdict of(@Nullable Head head, WorkOrder order, FactsDigest digest) {
    Revision stated = order.revision();
    if (head == null) {
      return new New(stated == null ? Revision.FIRST : stated);
    }
    boolean sameFacts = head.digest().equals(digest);
    if (stated != null) {
      return compared(Integer.signum(stated.compareTo(head.revision())), head, stated, sameFacts);
    }
    Instant updated = order.updatedAt();
    Instant counting = head.updatedAt();
    if (updated != null && counting != null && !sameFacts) {
      return compared(
          Integer.signum(updated.compareTo(counting)), head, head.revision().next(), false);
    }
    return sameFacts ? new Repeat(head.revision()) : new New(head.revision().next());
  }

  private static Verdict compared(int order, Head head, Revision next, boolean sameFacts) {
    if (order < 0) {
      return new Stale(head.revision());
    }
    if (order > 0) {
      return new New(next);
    }
    return sameFacts ? new Repeat(head.revision()) : new Conflict(head.revision());
  }
}
