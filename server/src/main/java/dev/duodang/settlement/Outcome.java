package dev.duodang.settlement;

import dev.duodang.pricing.order.Revision;
import dev.duodang.problem.Problem;

/** What became of a command; told after its transaction is on the disk. */
public sealed interface Outcome {

  /** It changed the order. */
  record Accepted(Change change) implements Outcome {}

  /** It would come to what it is; nothing was done. */
  record Unchanged() implements Outcome {}

  /** The voucher is posted, or was there already with the same content. */
  record Posted(Voucher voucher, boolean isNew) implements Outcome {}

  /** The values that were reported count now; as many were new. */
  record Reported(int added) implements Outcome {}

  /** The revision was there already with the same facts, or the decision with the same reason. */
  record Repeat(Revision revision) implements Outcome {}

  /** A later revision counts already. */
  record Stale(Revision counting) implements Outcome {}

  /** The revision is there with other facts. */
  record Conflict(Revision revision) implements Outcome {}

  /** It could not be done, and nothing of it was. */
  record Rejected(Problem problem) implements Outcome {}
}
