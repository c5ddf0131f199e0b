package dev.duodang.demo;

import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.settlement.Command;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one order of the demo, from its creation to its end.
 *
 * @param last the order when all is done; each earlier revision says less
 * @param moments when each revision comes, in order
 * @param decision what a person decides after the end, where the order waits for one
 */
record DemoLife(WorkOrder last, List<Moment> moments, @Nullable Decision decision) {

  DemoLife {
    moments = List.copyOf(moments);
  }

  /** Something happens. */
  record Moment(Instant at, Times.Event event) {}

  /** A person decides. */
  record Decision(Instant at, Command.What what, String reason, String by) {}

  OrderNo orderNo() {
    return last.orderNo();
  }

  /** How many of its revisions have come by a time. */
  int revisionsBy(Instant time) {
    int count = 0;
    while (count < moments.size() && !moments.get(count).at().isAfter(time)) {
      count++;
    }
    return count;
  }

  /** The order in a revision, counted from 1: nothing of it is known before it happened. */
  WorkOrder revision(int number) {
    Instant known = moments.get(number - 1).at();
    Times times = last.times();
    boolean done = number == moments.size();
    return last.toBuilder()
        .revision(Revision.of(number))
        .status(done ? last.status() : OrderStatus.OPEN)
        .handlers(by(times.accepted(), known) == null ? List.of() : last.handlers())
        .parts(done ? last.parts() : List.of())
        .times(
            new Times(
                times.created(),
                by(times.accepted(), known),
                by(times.arrived(), known),
                by(times.completed(), known),
                null,
                by(times.cancelled(), known)))
        .build(last.orderNo());
  }

  private static @Nullable Instant by(@Nullable Instant time, Instant known) {
    return time == null || time.isAfter(known) ? null : time;
  }
}
