package dev.duodang.cli.settle;

import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Share;
import dev.duodang.pricing.rating.Sides;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.Contribution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is kept of counters and rebates, in binary form. */
final class WindowCodec {

  private WindowCodec() {}

  static void write(List<Contribution> contributions, ByteWriter out) {
    out.number(contributions.size());
    for (Contribution contribution : contributions) {
      Share share = contribution.share();
      out.stringOf(contribution.book().book());
      out.number(contribution.book().version());
      write(share.key(), out);
      out.string(share.counted());
      out.number(share.item());
      write(share.part(), out);
    }
  }

  static List<Contribution> contributions(ByteReader in) {
    List<Contribution> contributions = new ArrayList<>();
    for (int left = in.whole(); left > 0; left--) {
      BookVersion book = new BookVersion(in.needed(BookId::of), in.whole());
      contributions.add(
          new Contribution(
              book, new Share(key(in), in.needed(text -> text), in.whole(), window(in))));
    }
    return contributions;
  }

  static void write(WindowKey key, ByteWriter out) {
    out.stringOf(key.relation());
    out.stringOf(key.sides().payer());
    out.stringOf(key.sides().payee());
    out.stringOf(key.kind());
    out.string(key.name());
    out.stringOf(key.period());
    out.number(key.from().toEpochDay());
    out.stringOf(key.currency());
  }

  private static WindowKey key(ByteReader in) {
    return new WindowKey(
        in.needed(Relation::parse),
        new Sides(in.value(PartyId::of), in.value(PartyId::of)),
        in.needed(WindowKey.Kind::valueOf),
        in.needed(text -> text),
        in.needed(Period::valueOf),
        LocalDate.ofEpochDay(in.number()),
        in.needed(Currency::of));
  }

  static void write(Window window, ByteWriter out) {
    out.number(window.count());
    out.exact(window.quantity());
    out.number(window.minor());
  }

  static Window window(ByteReader in) {
    return new Window(in.number(), in.needed(Exact::parse), in.number());
  }

  static void write(Map<WindowKey, Window> windows, ByteWriter out) {
    out.number(windows.size());
    windows.forEach(
        (key, window) -> {
          write(key, out);
          write(window, out);
        });
  }

  static Map<WindowKey, Window> windows(ByteReader in) {
    Map<WindowKey, Window> windows = new HashMap<>();
    for (int left = in.whole(); left > 0; left--) {
      windows.put(key(in), window(in));
    }
    return windows;
  }
}
