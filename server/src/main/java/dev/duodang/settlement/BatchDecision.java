package dev.duodang.settlement;

import dev.duodang.master.MasterView;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.pricing.settlement.Head;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.pricing.settlement.Quoting;
import dev.duodang.pricing.settlement.Settlement;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.pricing.settlement.Verdict;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides the commands of a batch one after the other, each on what those before it made of the
 * orders. What is known comes in, changes come out; nothing is read or written.
 */
final class BatchDecision {

  private final OrderChanges changes;
  private final MasterView records;
  private final LocalDate month;
  private final Instant at;
  private final Map<OrderNo, KeptOrder> orders;
  private final Map<OrderNo, WorkOrder> related;
  private final Map<OrderNo, Head> archived;
  private final Map<TallyKey, Tally> tallies;
  private final Map<TallyKey, Tally> changedTallies = new HashMap<>();
  private final Map<WindowKey, Window> windows;
  private final Map<WindowKey, Window> changedWindows = new HashMap<>();
  private final Map<VoucherNo, Voucher> vouchers;
  private final Map<OutsideKey, OutsideValue> outside;
  private final List<ReportedValue> reports = new ArrayList<>();

  BatchDecision(
      OrderChanges changes, MasterView records, LocalDate month, Instant at, Known known) {
    this.changes = changes;
    this.records = records;
    this.month = month;
    this.at = at;
    this.orders = new HashMap<>(known.orders());
    this.related = known.related();
    this.archived = known.archived();
    this.tallies = new HashMap<>(known.tallies());
    this.windows = known.windows();
    this.vouchers = new HashMap<>(known.vouchers());
    this.outside = new HashMap<>(known.outside());
  }

  /**
   * What the database knows about the orders of a batch.
   *
   * @param related orders that others follow
   * @param archived orders, and orders that others follow, whose rows are not all here
   * @param windows those of counters that the orders may count in, or have a part in
   * @param vouchers those that are asked for, and those that take one of them back
   * @param outside what counts of the measures that are reported
   */
  record Known(
      Map<OrderNo, KeptOrder> orders,
      Map<OrderNo, WorkOrder> related,
      Map<OrderNo, Head> archived,
      Map<TallyKey, Tally> tallies,
      Map<WindowKey, Window> windows,
      Map<VoucherNo, Voucher> vouchers,
      Map<OutsideKey, OutsideValue> outside) {}

  /** The tallies that the batch changed, as they are after it. */
  Map<TallyKey, Tally> changedTallies() {
    return changedTallies;
  }

  /** By how much the batch changed windows. */
  Map<WindowKey, Window> changedWindows() {
    return changedWindows;
  }

  /** What the batch adds to what is reported. */
  List<ReportedValue> reports() {
    return reports;
  }

  /** A counter's window with what the batch counted so far. */
  private Window window(WindowKey key) {
    Window known = windows.get(key);
    if (known == null) {
      throw new IllegalArgumentException(key + " was not read for this batch");
    }
    return known.plus(changedWindows.getOrDefault(key, Window.EMPTY));
  }

  Outcome decide(Command command) {
    return switch (command) {
      case Command.OfOrder ofOrder -> ofOrder(ofOrder);
      case Command.Post post -> post(post.voucher());
      case Command.Report report -> report(report);
    };
  }

  private Outcome report(Command.Report report) {
    Map<OutsideKey, OutsideValue> counting = new HashMap<>();
    List<ReportedValue> added = new ArrayList<>();
    for (Command.Reported one : report.values()) {
      OutsideValue known = counting.getOrDefault(one.key(), outside.get(one.key()));
      OutsideValue value = OutsideValue.of(one.key(), one.revision(), one.value(), known);
      switch (value.against(known)) {
        case NEW -> {
          counting.put(one.key(), value);
          added.add(new ReportedValue(value, one.reason(), report.by(), at));
        }
        case REPEAT, STALE -> {}
        case CONFLICT -> {
          return new Outcome.Rejected(
              Problem.of(
                      ProblemCode.RECORD_INVALID,
                      one.key() + " has revision " + value.revision() + " with another value.")
                  .field("revision")
                  .value(value.revision())
                  .allowed("a higher revision"));
        }
      }
    }
    outside.putAll(counting);
    reports.addAll(added);
    return new Outcome.Reported(added.size());
  }

  private Outcome ofOrder(Command.OfOrder command) {
    Head head = archived.get(command.orderNo());
    if (head != null) {
      return ofArchived(command, head);
    }
    KeptOrder kept = orders.get(command.orderNo());
    if (command instanceof Command.Deliver delivery) {
      return deliver(delivery, kept);
    }
    if (kept == null) {
      return new Outcome.Rejected(Problem.of(ProblemCode.ORDER_UNKNOWN, command.orderNo()));
    }
    if (followsArchived(kept.state().order())) {
      return archived(kept.state().order());
    }
    return switch (command) {
      case Command.Decide decision -> decide(decision, kept);
      case Command.Rerate rerating -> rerate(rerating, kept);
      case Command.Deliver delivery -> deliver(delivery, kept);
    };
  }

  private boolean followsArchived(WorkOrder order) {
    return order.related() != null && archived.containsKey(order.related().orderNo());
  }

  /** What an order follows decides its price. */
  private static Outcome archived(WorkOrder follower) {
    OrderNo followed = Objects.requireNonNull(follower.related()).orderNo();
    return new Outcome.Rejected(
        Problem.of(ProblemCode.ORDER_ARCHIVED, followed).field("related").value(followed));
  }

  /** Without the rows that were posted, nothing can be taken back. */
  private static Outcome ofArchived(Command.OfOrder command, Head head) {
    Outcome archived =
        new Outcome.Rejected(Problem.of(ProblemCode.ORDER_ARCHIVED, command.orderNo()));
    return command instanceof Command.Deliver delivery
        ? delivered(Verdict.of(head, delivery.order(), delivery.digest()), _ -> archived)
        : archived;
  }

  private Outcome rerate(Command.Rerate rerating, KeptOrder kept) {
    OrderState state = kept.state();
    return changes
        .rerate(
            state,
            records.completed(state.order(), rerating.at()),
            around(state.order(), rerating.at()))
        .map(change -> accepted(rerating, kept, kept.month(), change))
        .orElseGet(Outcome.Unchanged::new);
  }

  private Outcome post(Voucher voucher) {
    Voucher known = vouchers.get(voucher.number());
    if (known != null) {
      List<String> differences = known.differences(voucher);
      return differences.isEmpty()
          ? new Outcome.Posted(known, false)
          : new Outcome.Rejected(
              Problem.of(
                      ProblemCode.VOUCHER_CONFLICT,
                      voucher.number(),
                      String.join(", ", differences))
                  .field(differences.getFirst()));
    }
    VoucherNo reverses = voucher.reverses();
    if (reverses != null) {
      for (Voucher other : vouchers.values()) {
        if (reverses.equals(other.reverses())) {
          return new Outcome.Rejected(
              Problem.of(ProblemCode.VOUCHER_REVERSED, reverses, other.number())
                  .field("reverses")
                  .value(reverses));
        }
      }
    }
    vouchers.put(voucher.number(), voucher);
    return new Outcome.Posted(voucher, true);
  }

  private Outcome deliver(Command.Deliver delivery, @Nullable KeptOrder kept) {
    OrderState state = kept == null ? null : kept.state();
    return delivered(
        Verdict.of(state == null ? null : state.head(), delivery.order(), delivery.digest()),
        revision ->
            followsArchived(delivery.order())
                ? archived(delivery.order())
                : revise(delivery, kept, revision));
  }

  private static Outcome delivered(Verdict verdict, Function<Revision, Outcome> fresh) {
    return switch (verdict) {
      case Verdict.Repeat repeat -> new Outcome.Repeat(repeat.revision());
      case Verdict.Stale stale -> new Outcome.Stale(stale.counting());
      case Verdict.Conflict conflict -> new Outcome.Conflict(conflict.revision());
      case Verdict.New next -> fresh.apply(next.revision());
    };
  }

  private Outcome revise(Command.Deliver delivery, @Nullable KeptOrder kept, Revision revision) {
    WorkOrder order = delivery.order();
    return accepted(
        delivery,
        kept,
        month,
        changes.deliver(
            kept == null ? null : kept.state(),
            order,
            revision,
            delivery.digest(),
            around(order, delivery.at())));
  }

  private Outcome decide(Command.Decide decision, KeptOrder kept) {
    OrderState state = kept.state();
    Surroundings around = around(state.order(), decision.at());
    return switch (decision.what()) {
      case Command.What.Quote quote -> quote(decision, kept, quote, around);
      case Command.What.Region region ->
          changes.knows(region.region())
              ? accepted(
                  decision, kept, kept.month(), changes.choose(state, region.region(), around))
              : new Outcome.Rejected(
                  Problem.of(ProblemCode.REGION_UNKNOWN, region.region())
                      .field("region")
                      .value(region.region()));
      case Command.What.Release release -> release(decision, kept, release.relation(), around);
      case Command.What.Force force ->
          ForcedTiers.force(
              changes,
              state,
              decision,
              force,
              around,
              change -> accepted(decision, kept, kept.month(), change));
      case Command.What.Unforce unforce ->
          ForcedTiers.unforce(
              changes,
              state,
              decision,
              unforce,
              around,
              change -> accepted(decision, kept, kept.month(), change));
    };
  }

  private Outcome quote(
      Command.Decide decision, KeptOrder kept, Command.What.Quote quote, Surroundings around) {
    OrderState state = kept.state();
    Settlement now = changes.settlement(state, around);
    Quoting judged =
        Quoting.of(
            now,
            changes.settler().shelf(),
            quote.relation(),
            quote.category(),
            quote.item(),
            quote.amount());
    return switch (judged) {
      case Quoting.Refused refused ->
          new Outcome.Rejected(
              Problem.of(ProblemCode.DECISION_NOT_ASKED, decision.orderNo(), refused.reason())
                  .field("amount")
                  .value(quote.amount()));
      case Quoting.Allowed allowed -> {
        Decisions decisions = state.decisions().with(allowed.quote());
        yield accepted(decision, kept, kept.month(), changes.decide(state, decisions, around));
      }
    };
  }

  private Outcome release(
      Command.Decide decision, KeptOrder kept, Relation relation, Surroundings around) {
    OrderState state = kept.state();
    boolean asked =
        changes.settlement(state, around).relations().stream()
            .filter(one -> one.relation().equals(relation))
            .flatMap(one -> one.rated().holds().stream())
            .anyMatch(hold -> hold.reason() == Hold.Reason.OVER_LIMIT);
    if (!asked) {
      return new Outcome.Rejected(
          Problem.of(
              ProblemCode.DECISION_NOT_ASKED,
              decision.orderNo(),
              relation + " does not wait for a release"));
    }
    Decisions decisions = state.decisions().releasing(relation);
    return accepted(decision, kept, kept.month(), changes.decide(state, decisions, around));
  }

  private Surroundings around(WorkOrder order, Instant asOf) {
    WorkOrder other = order.related() == null ? null : other(order.related().orderNo());
    return new Surroundings(
        other, key -> tallies.getOrDefault(key, Tally.EMPTY), this::window, records, asOf);
  }

  private @Nullable WorkOrder other(OrderNo orderNo) {
    KeptOrder kept = orders.get(orderNo);
    return kept == null ? related.get(orderNo) : kept.state().order();
  }

  private Outcome accepted(
      Command.OfOrder command,
      @Nullable KeptOrder kept,
      LocalDate revisionMonth,
      dev.duodang.pricing.settlement.Change change) {
    tallies.putAll(change.tallies());
    changedTallies.putAll(change.tallies());
    change.windows().forEach((key, by) -> changedWindows.merge(key, by, Window::plus));
    int sequence = kept == null ? 1 : kept.sequence() + 1;
    LocalDate firstMonth = kept == null ? month : kept.firstMonth();
    orders.put(
        command.orderNo(), new KeptOrder(change.state(), sequence, firstMonth, revisionMonth));
    return new Outcome.Accepted(
        new Change(
            command.orderNo(),
            sequence,
            firstMonth,
            revisionMonth,
            kept == null ? null : earlier(kept.state()),
            change,
            command,
            at));
  }

  private Change.Earlier earlier(OrderState state) {
    return new Change.Earlier(
        state.state(),
        state.order(),
        state.chosenRegion() == null
            ? Change.code(changes.place(state.order()))
            : state.chosenRegion().text(),
        state.decisions());
  }
}
