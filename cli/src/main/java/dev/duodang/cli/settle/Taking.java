package dev.duodang.cli.settle;

import dev.duodang.intake.Decision;
import dev.duodang.intake.Decision.What;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowProblem;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.settlement.Change;
import dev.duodang.pricing.settlement.Choosing;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.pricing.settlement.Quoting;
import dev.duodang.pricing.settlement.Settlement;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.pricing.settlement.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes prepared rows in their order: judges each against what is known, and keeps the change. */
final class Taking {

  private final OrderChanges changes;
  private final KnownOrders log;
  private final Writing format;
  private final Instant asOf;

  Taking(OrderChanges changes, KnownOrders log, Writing format, Instant asOf) {
    this.changes = changes;
    this.log = log;
    this.format = format;
    this.asOf = asOf;
  }

  /** What is written of a change. */
  @FunctionalInterface
  interface Writing {
    void write(Change change, ByteWriter out);
  }

  /** What became of a row. */
  sealed interface Outcome {
    /** It changed its order. */
    record Changed(Change change) implements Outcome {}

    /** It was there already. */
    record Repeated() implements Outcome {}

    /** A later revision is there already. */
    record Stale() implements Outcome {}

    /** It cannot be taken. */
    record Rejected(List<RowProblem> problems) implements Outcome {}
  }

  /** Takes one row; what it changes is kept, and its rows of output are appended to {@code out}. */
  Outcome take(Prepared prepared, ByteWriter out) throws IOException {
    try {
      return switch (prepared.row().row()) {
        case Row.Refused refused -> new Outcome.Rejected(refused.problems());
        case Row.Decided decided -> decide(decided.decision(), prepared.hash(), out);
        case Row.Order order -> deliver(prepared, order.order(), out);
      };
    } catch (UncheckedIOException unread) {
      throw unread.getCause();
    }
  }

  private Outcome deliver(Prepared prepared, WorkOrder order, ByteWriter out) throws IOException {
    OrderState before = log.order(order.orderNo(), prepared.hash());
    Change ready = prepared.change();
    if (before == null && ready != null) {
      log.put(order.orderNo(), prepared);
      log.change(ready.windows());
      out.append(prepared.bytes(), prepared.middle(), prepared.until());
      return new Outcome.Changed(ready);
    }
    FactsDigest digest = Objects.requireNonNull(prepared.digest());
    return switch (Verdict.of(before == null ? null : before.head(), order, digest)) {
      case Verdict.Repeat _ -> new Outcome.Repeated();
      case Verdict.Stale _ -> new Outcome.Stale();
      case Verdict.Conflict conflict ->
          rejected(
              "revision",
              conflict.revision().toString(),
              "is there with other facts: " + differences(before, order),
              "a higher revision");
      case Verdict.New next ->
          keep(changes.deliver(before, order, next.revision(), digest, around(order)), out);
    };
  }

  private static String differences(@Nullable OrderState before, WorkOrder order) {
    return before == null ? "" : String.join(", ", before.order().differences(order));
  }

  private Surroundings around(WorkOrder order) throws IOException {
    RelatedOrder related = order.related();
    VisitId visit = order.visitId();
    WorkOrder other = related == null ? null : known(related.orderNo());
    if (visit == null) {
      return new Surroundings(other, Tallies.NONE, this::window, asOf);
    }
    Map<TallyKey, Tally> tallies = log.tallies(visit);
    return new Surroundings(
        other, key -> tallies.getOrDefault(key, Tally.EMPTY), this::window, asOf);
  }

  private Window window(WindowKey key) {
    try {
      return log.window(key);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private @Nullable WorkOrder known(OrderNo number) throws IOException {
    OrderState state = log.order(number, OrderLog.hash(number));
    return state == null ? null : state.order();
  }

  private Outcome keep(Change change, ByteWriter out) throws IOException {
    log.put(change.state());
    VisitId visit = change.state().order().visitId();
    if (visit != null && !change.tallies().isEmpty()) {
      log.putTallies(visit, change.tallies());
    }
    log.change(change.windows());
    format.write(change, out);
    return new Outcome.Changed(change);
  }

  private Outcome decide(Decision decision, long hash, ByteWriter out) throws IOException {
    OrderState state = log.order(decision.orderNo(), hash);
    if (state == null) {
      return rejected(
          "orderNo", decision.orderNo().text(), "is not known, so nothing is decided for it", "");
    }
    Surroundings around = around(state.order());
    return switch (decision.what()) {
      case What.Quote quote -> quote(state, quote, around, out);
      case What.Region region -> {
        if (changes.knows(region.region())) {
          yield keep(changes.choose(state, region.region(), around), out);
        }
        yield rejected("region", region.region().text(), "is not a region that is known", "");
      }
      case What.Release release -> {
        Decisions decisions = state.decisions().releasing(release.relation());
        yield keep(changes.decide(state, decisions, around), out);
      }
      case What.Force force -> force(state, decision, force, around, out);
      case What.Unforce unforce -> unforce(state, unforce, around, out);
    };
  }

  private Outcome force(
      OrderState state, Decision decision, What.Force force, Surroundings around, ByteWriter out)
      throws IOException {
    Decisions.Forced chosen =
        new Decisions.Forced(
            force.relation(),
            force.category(),
            force.item(),
            force.tier(),
            decision.reason(),
            decision.by());
    if (chosen.equals(
        state.decisions().forcedFor(force.relation(), force.category(), force.item()))) {
      return new Outcome.Repeated();
    }
    OrderChanges then = changes.asPriced(state);
    return switch (Choosing.of(then.choices(state, around), chosen)) {
      case Choosing.Refused refused ->
          rejected(
              "tier",
              force.tier().text(),
              refused.reason(),
              refused.instead().stream().map(TierId::text).collect(Collectors.joining(", ")));
      case Choosing.Allowed _ ->
          keep(then.decide(state, state.decisions().with(chosen), around), out);
    };
  }

  private Outcome unforce(
      OrderState state, What.Unforce unforce, Surroundings around, ByteWriter out)
      throws IOException {
    Decisions decisions =
        state.decisions().unforced(unforce.relation(), unforce.category(), unforce.item());
    return decisions.equals(state.decisions())
        ? rejected(
            "category",
            unforce.category().text(),
            "has no tier that somebody chose in "
                + Choosing.place(unforce.relation(), unforce.category(), unforce.item()),
            "")
        : keep(changes.asPriced(state).decide(state, decisions, around), out);
  }

  private Outcome quote(OrderState state, What.Quote quote, Surroundings around, ByteWriter out)
      throws IOException {
    Settlement settlement = changes.settlement(state, around);
    Quoting judged =
        Quoting.of(
            settlement,
            changes.settler().shelf(),
            quote.relation(),
            quote.category(),
            quote.item(),
            quote.amount());
    return switch (judged) {
      case Quoting.Refused refused ->
          rejected("amount", quote.amount().toString(), refused.reason(), "");
      case Quoting.Allowed allowed -> {
        Decisions decisions = state.decisions().with(allowed.quote());
        yield keep(changes.decide(state, decisions, around), out);
      }
    };
  }

  private static Outcome rejected(String field, String value, String reason, String allowed) {
    return new Outcome.Rejected(List.of(new RowProblem(field, value, reason, allowed)));
  }
}
