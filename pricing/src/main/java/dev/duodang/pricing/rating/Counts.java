package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CounterDeclaration;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Rebate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one order on its way to lines counts over periods. */
final class Counts {

  private final PriceBook book;
  private final Instant time;
  private final Known known;
  private List<Share> shares = List.of();

  Counts(PriceBook book, Instant time, Known known) {
    this.book = book;
    this.time = time;
    this.known = known;
  }

  /** Whether there is a counterparty to count for; else an order stands alone. */
  boolean goOn() {
    return known.sides().areKnownIn(book.relation());
  }

  /** A counter's window with what this order counted so far. */
  Window window(CounterId counter) {
    WindowKey key = key(counter);
    Window window = known.windows().get(key);
    for (Share share : shares) {
      window = share.key().equals(key) ? window.plus(share.part()) : window;
    }
    return window;
  }

  void add(CounterId counter, String counted, int item, Window part) {
    add(new Share(key(counter), counted, item, part));
  }

  void add(Rebate rebate, Window part) {
    String id = rebate.id().text();
    add(new Share(key(WindowKey.Kind.REBATE, id, rebate.period()), id, -1, part));
  }

  private void add(Share share) {
    shares = shares.isEmpty() ? new ArrayList<>() : shares;
    shares.add(share);
  }

  List<Share> shares() {
    return shares;
  }

  WindowKey key(CounterId id) {
    CounterDeclaration counter = Objects.requireNonNull(book.periodic().counter(id));
    return key(WindowKey.Kind.COUNTER, id.text(), counter.period());
  }

  private WindowKey key(WindowKey.Kind kind, String name, Period period) {
    LocalDate day = LocalDateTime.ofInstant(time, book.zone()).toLocalDate();
    return new WindowKey(
        book.relation(), known.sides(), kind, name, period, period.startOf(day), book.currency());
  }
}
