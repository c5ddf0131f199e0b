package dev.duodang.cli.settle;

import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.pricing.settlement.Posting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is kept of orders and visits, in binary form. */
final class StateCodec {

  private StateCodec() {}

  static void write(OrderState state, ByteWriter out) {
    OrderCodec.write(state.order(), out);
    out.number(state.revision().number());
    out.fixed(state.digest().high());
    out.fixed(state.digest().low());
    out.stringOf(state.chosenRegion());
    write(state.decisions(), out);
    out.stringOf(state.state());
    out.number(state.standing().size());
    state.standing().forEach(posting -> write(posting, out));
    out.number(state.nextLine());
    out.number(state.counted().size());
    state.counted().forEach(key -> write(key, out));
    if (!state.contributions().isEmpty()) {
      WindowCodec.write(state.contributions(), out);
    }
  }

  static OrderState read(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    WorkOrder order = OrderCodec.read(in);
    Revision revision = Revision.of(in.number());
    FactsDigest digest = new FactsDigest(in.fixed(), in.fixed());
    RegionCode chosen = in.value(RegionCode::of);
    Decisions decisions = decisions(in);
    Rated.State state = in.needed(Rated.State::valueOf);
    List<Posting> standing = new ArrayList<>();
    for (int left = in.whole(); left > 0; left--) {
      standing.add(posting(in));
    }
    int nextLine = in.whole();
    Set<TallyKey> counted = new HashSet<>();
    for (int left = in.whole(); left > 0; left--) {
      counted.add(key(in));
    }
    return new OrderState(
        order,
        revision,
        digest,
        chosen,
        decisions,
        state,
        standing,
        nextLine,
        counted,
        in.isAtEnd() ? List.of() : WindowCodec.contributions(in));
  }

  private static void write(Decisions decisions, ByteWriter out) {
    out.number(decisions.quotes().size());
    for (Decisions.Quote quote : decisions.quotes()) {
      out.stringOf(quote.relation());
      out.stringOf(quote.category());
      out.number(quote.item());
      out.stringOf(quote.tier());
      out.exact(quote.amount());
    }
    out.number(decisions.released().size());
    decisions.released().forEach(out::stringOf);
    out.number(decisions.forced().size());
    for (Decisions.Forced forced : decisions.forced()) {
      out.stringOf(forced.relation());
      out.stringOf(forced.category());
      out.number(forced.item());
      out.stringOf(forced.tier());
      out.string(forced.reason());
      out.string(forced.by());
    }
  }

  private static Decisions decisions(ByteReader in) {
    List<Decisions.Quote> quotes = new ArrayList<>();
    for (int left = in.whole(); left > 0; left--) {
      quotes.add(
          new Decisions.Quote(
              in.needed(Relation::parse),
              in.needed(CategoryId::of),
              in.whole(),
              in.needed(TierId::of),
              in.needed(Exact::parse)));
    }
    List<Relation> released = new ArrayList<>();
    for (int left = in.whole(); left > 0; left--) {
      released.add(in.needed(Relation::parse));
    }
    List<Decisions.Forced> forced = new ArrayList<>();
    for (int left = in.whole(); left > 0; left--) {
      forced.add(
          new Decisions.Forced(
              in.needed(Relation::parse),
              in.needed(CategoryId::of),
              in.whole(),
              in.needed(TierId::of),
              in.needed(Function.identity()),
              in.needed(Function.identity())));
    }
    return quotes.isEmpty() && released.isEmpty() && forced.isEmpty()
        ? Decisions.NONE
        : new Decisions(quotes, released, forced);
  }

  private static void write(Posting posting, ByteWriter out) {
    out.number(posting.number());
    out.stringOf(posting.kind());
    out.number(posting.revision().number());
    out.stringOf(posting.relation());
    out.stringOf(posting.book().book());
    out.number(posting.book().version());
    out.stringOf(posting.category());
    out.number(posting.item());
    out.stringOf(posting.tier());
    out.stringOf(posting.modifier());
    out.stringOf(posting.part());
    out.string(posting.label());
    out.number(posting.amount().minor());
    out.stringOf(posting.amount().currency());
    out.exact(posting.quantity());
    out.string(posting.formula());
    write(posting.tax(), out);
  }

  private static void write(@Nullable LineTax tax, ByteWriter out) {
    out.stringOf(tax == null ? null : tax.category());
    if (tax != null) {
      out.stringOf(tax.taxpayer());
      out.exact(tax.percent());
      out.number(tax.net().minor());
      out.number(tax.tax().minor());
    }
  }

  private static @Nullable LineTax tax(ByteReader in, Currency currency) {
    TaxCategory category = in.value(TaxCategory::of);
    return category == null
        ? null
        : new LineTax(
            category,
            in.needed(Taxpayer::valueOf),
            in.needed(Exact::parse),
            new Money(in.number(), currency),
            new Money(in.number(), currency));
  }

  /** Only standing lines are kept, which reverse nothing and so have no cause. */
  private static Posting posting(ByteReader in) {
    int number = in.whole();
    Posting.Kind kind = in.needed(Posting.Kind::valueOf);
    Revision revision = Revision.of(in.number());
    Relation relation = in.needed(Relation::parse);
    BookVersion book = new BookVersion(in.needed(BookId::of), in.whole());
    CategoryId category = in.needed(CategoryId::of);
    int item = in.whole();
    TierId tier = in.value(TierId::of);
    ModifierId modifier = in.value(ModifierId::of);
    PartNo part = in.value(PartNo::of);
    String label = in.needed(text -> text);
    Money amount = money(in);
    Exact quantity = in.exact();
    String formula = in.needed(text -> text);
    LineTax tax = tax(in, amount.currency());
    return new Posting(
        number, kind, revision, relation, book, category, item, tier, modifier, part, label, amount,
        quantity, formula, null, null, tax);
  }

  private static Money money(ByteReader in) {
    long minor = in.number();
    return new Money(minor, in.needed(Currency::of));
  }

  private static void write(TallyKey key, ByteWriter out) {
    out.stringOf(key.relation());
    out.stringOf(key.visit());
    out.string(key.counter());
  }

  private static TallyKey key(ByteReader in) {
    return new TallyKey(
        in.needed(Relation::parse), in.needed(VisitId::of), in.needed(text -> text));
  }

  static void write(Map<TallyKey, Tally> tallies, ByteWriter out) {
    out.number(tallies.size());
    tallies.forEach(
        (key, tally) -> {
          write(key, out);
          out.number(tally.contributions().size());
          for (Tally.Contribution contribution : tally.contributions()) {
            out.stringOf(contribution.order());
            out.exact(contribution.value());
          }
          out.number(tally.givenMinor());
        });
  }

  static Map<TallyKey, Tally> readTallies(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    Map<TallyKey, Tally> tallies = new HashMap<>();
    for (int left = in.whole(); left > 0; left--) {
      TallyKey key = key(in);
      List<Tally.Contribution> contributions = new ArrayList<>();
      for (int more = in.whole(); more > 0; more--) {
        contributions.add(new Tally.Contribution(in.needed(OrderNo::of), in.needed(Exact::parse)));
      }
      tallies.put(key, new Tally(contributions, in.number()));
    }
    return tallies;
  }
}
