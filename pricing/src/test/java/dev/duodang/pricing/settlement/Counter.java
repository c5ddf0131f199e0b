package dev.duodang.pricing.settlement;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes deliveries one after the other, as a server does, and keeps what was posted. */
final class Counter {

  private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");
  private static final AddressResolver ADDRESSES = AddressResolver.of(GbT2260.tree());

  private final OrderChanges changes;
  private final Map<OrderNo, OrderState> states = new HashMap<>();
  private final Map<OrderNo, List<Posting>> posted = new HashMap<>();
  private final Map<TallyKey, Tally> tallies = new HashMap<>();
  private final Map<WindowKey, Window> windows = new HashMap<>();
  private final Map<TallyKey, Long> sums = new HashMap<>();

  private Counter(Shelf shelf) {
    this.changes = new OrderChanges(shelf, GbT2260.tree(), ADDRESSES);
  }

  static Counter of(CompiledBook... books) {
    List<Edition> editions = new ArrayList<>();
    for (CompiledBook book : books) {
      editions.add(new Edition(book, 1, RECORDED));
    }
    return of(editions);
  }

  static Counter of(List<Edition> editions) {
    return new Counter(Shelf.of(editions));
  }

  /** The same with a further edition of a book. */
  Counter with(Edition edition) {
    List<Edition> editions = new ArrayList<>(List.of(edition));
    Shelf shelf = changes.settler().shelf();
    shelf.relations().forEach(relation -> editions.addAll(shelf.editions(relation)));
    Counter more = of(editions);
    more.states.putAll(states);
    more.posted.putAll(posted);
    more.tallies.putAll(tallies);
    more.windows.putAll(windows);
    return more;
  }

  Settler settler() {
    return changes.settler();
  }

  Map<TallyKey, Tally> tallies() {
    return tallies;
  }

  /** The sum of all lines posted under a key, reversals included. */
  long sum(TallyKey key) {
    return sums.getOrDefault(key, 0L);
  }

  List<Posting> posted(String orderNo) {
    return posted.getOrDefault(OrderNo.of(orderNo), List.of());
  }

  OrderState state(String orderNo) {
    return states.get(OrderNo.of(orderNo));
  }

  /** Delivers an order and says what it posts: {@code 维修 100.00, -清洗 -30.00}. */
  String deliver(String text) {
    return text(change(OrderText.parse(text)).postings());
  }

  /** Decides about an order by the versions that priced it, and says what that posts. */
  String decide(String orderNo, UnaryOperator<Decisions> decision) {
    OrderState before = state(orderNo);
    Change change =
        changes
            .asPriced(before)
            .decide(before, decision.apply(before.decisions()), around(before.order()));
    keep(before, change);
    return text(change.postings());
  }

  /** The tiers that may be chosen for an order. */
  List<TierChoice> choices(String orderNo) {
    OrderState state = state(orderNo);
    return changes.asPriced(state).choices(state, around(state.order()));
  }

  private Surroundings around(WorkOrder order) {
    OrderState related = order.related() == null ? null : states.get(order.related().orderNo());
    return new Surroundings(
        related == null ? null : related.order(), known(), this::window, Desk.NOW);
  }

  Change change(WorkOrder order) {
    OrderState before = states.get(order.orderNo());
    Verdict verdict = Verdict.of(before == null ? null : before.head(), order, order.digest());
    if (!(verdict instanceof Verdict.New(var revision))) {
      throw new AssertionError("the delivery does not count: " + verdict);
    }
    Change change = changes.deliver(before, order, revision, order.digest(), around(order));
    keep(before, change);
    return change;
  }

  /** What a counter or rebate holds. */
  Window window(WindowKey key) {
    return windows.getOrDefault(key, Window.EMPTY);
  }

  Map<WindowKey, Window> windows() {
    return windows;
  }

  private Tallies known() {
    return key -> tallies.getOrDefault(key, Tally.EMPTY);
  }

  private void keep(OrderState before, Change change) {
    WorkOrder order = change.state().order();
    states.put(order.orderNo(), change.state());
    tallies.putAll(change.tallies());
    change.windows().forEach((key, by) -> windows.merge(key, by, Window::plus));
    posted.computeIfAbsent(order.orderNo(), _ -> new ArrayList<>()).addAll(change.postings());
    for (Posting posting : change.postings()) {
      boolean old = posting.kind() == Posting.Kind.REVERSAL && before != null;
      VisitId visit = (old ? before.order() : order).visitId();
      if (visit != null) {
        String counter =
            posting.modifier() != null ? posting.modifier().text() : posting.tier().text();
        TallyKey key = new TallyKey(posting.relation(), visit, counter);
        sums.merge(key, posting.amount().minor(), Long::sum);
      }
    }
  }

  static String text(List<Posting> postings) {
    return postings.stream()
        .map(
            one ->
                (one.kind() == Posting.Kind.REVERSAL ? "-" : "") + one.label() + " " + one.amount())
        .collect(Collectors.joining(", "));
  }

  /** The sum of all lines of an order. */
  Exact total(String orderNo) {
    return posted(orderNo).stream()
        .map(posting -> posting.amount().toExact())
        .reduce(Exact.ZERO, Exact::plus);
  }
}
