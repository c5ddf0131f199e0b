package dev.duodang.pricing.sample;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Bases;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rates orders by one book, one after the other, and says in one line what each comes to. */
public final class Desk {

  public static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private static final AddressResolver ADDRESSES = AddressResolver.of(GbT2260.tree());

  private final CompiledBook book;
  private final Rater rater;
  private final Map<TallyKey, Tally> tallies = new HashMap<>();
  private WorkOrder related;
  private Decisions decisions = Decisions.NONE;

  private Desk(CompiledBook book) {
    this.book = book;
    this.rater = new Rater(book);
  }

  public static Desk of(CompiledBook book) {
    return new Desk(book);
  }

  /** A desk with a book of headquarters→partner with the parts given. */
  public static Desk with(String parts) {
    return of(BookText.compiled(parts));
  }

  /** The order that further ones follow. */
  public Desk following(String order) {
    this.related = order == null ? null : OrderText.parse(order);
    return this;
  }

  /** What people decided for further orders: {@code tier} of a category and item gets an amount. */
  public Desk quoted(String category, int item, String tier, String amount) {
    this.decisions =
        new Decisions(
            List.of(
                new Decisions.Quote(
                    book.book().relation(),
                    dev.duodang.pricing.book.CategoryId.of(category),
                    item,
                    dev.duodang.pricing.book.TierId.of(tier),
                    Exact.parse(amount))),
            List.of(),
            List.of());
    return this;
  }

  /** What somebody chose for further orders: {@code tier} for a category and item. */
  public Desk forced(String category, int item, String tier) {
    this.decisions =
        decisions.with(
            new Decisions.Forced(
                book.book().relation(),
                dev.duodang.pricing.book.CategoryId.of(category),
                item,
                dev.duodang.pricing.book.TierId.of(tier),
                "客户投诉",
                "manager"));
    return this;
  }

  /** Lets further orders pass above the book's limit. */
  public Desk released() {
    this.decisions = Decisions.NONE.releasing(book.book().relation());
    return this;
  }

  public Rated rated(String order) {
    return rated(OrderText.parse(order, book.book().zone()));
  }

  public Rated rated(WorkOrder order) {
    Rated rated = rater.rate(facts(order), Bases.NONE, this::tally);
    tallies.putAll(rated.tallies());
    return rated;
  }

  public Facts facts(WorkOrder order) {
    return Facts.of(order, resolve(order), NOW).following(related).with(decisions);
  }

  private Tally tally(TallyKey key) {
    return tallies.getOrDefault(key, Tally.EMPTY);
  }

  private Resolution resolve(WorkOrder order) {
    RegionCode code = order.place().region();
    if (code != null) {
      Optional<Region> region = book.tree().find(code);
      return region.<Resolution>map(Resolution.Resolved::new).orElseGet(Resolution.Unknown::new);
    }
    String address = order.place().address();
    return address == null ? new Resolution.Unknown() : ADDRESSES.resolve(address);
  }

  /** What an order comes to: {@code 标准档 100.00 + 加急 20.00}, or its state or holds. */
  public String rate(String order) {
    return text(rated(order));
  }

  public static String text(Rated rated) {
    if (rated.state() == Rated.State.ON_HOLD) {
      return rated.holds().stream().map(Desk::hold).collect(Collectors.joining(", "));
    }
    String lines = rated.lines().stream().map(Desk::line).collect(Collectors.joining(" + "));
    String state = rated.state() == Rated.State.SETTLED ? "" : rated.state().name();
    return lines.isEmpty()
        ? (state.isEmpty() ? "nothing" : state)
        : (state.isEmpty() ? lines : state + " " + lines);
  }

  private static String line(Line line) {
    String part = line.part() == null ? "" : " " + line.part();
    return line.label() + part + " " + line.amount();
  }

  private static String hold(Hold hold) {
    String where = hold.category() == null ? "" : " " + hold.category();
    return hold.reason() + where + (hold.item() < 0 ? "" : " " + hold.item());
  }
}
