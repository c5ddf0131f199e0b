package dev.duodang.ledger;

import dev.duodang.ledger.Entry.Origin;
import dev.duodang.ledger.Entry.Source;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.Collected;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.settlement.Change;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changes of orders mean in the ledger. A line that takes another back takes back that line's
 * entries, whatever the rules, the entities or the parties' records say by then.
 */
final class OrderEntries {

  private final ZoneId zone;
  private final Currency currency;
  private final Function<@Nullable String, String> entityOf;
  private final CostCentres centres;
  private final Map<String, List<Entry>> posted;

  /**
   * Entries for a company.
   *
   * @param currency of cash that is collected on site
   * @param entityOf in whose books an order of a region is
   * @param centres where departments book
   * @param earlier what is posted of the orders that {@link #looksBack} names
   */
  OrderEntries(
      ZoneId zone,
      Currency currency,
      Function<@Nullable String, String> entityOf,
      CostCentres centres,
      Map<String, List<Entry>> earlier) {
    this.zone = zone;
    this.currency = currency;
    this.entityOf = entityOf;
    this.centres = centres;
    this.posted = new HashMap<>(earlier);
  }

  /** Whether what is posted of an order must be known. */
  static boolean looksBack(Change change) {
    return change.before() != null
        && (change.before().order().collected() != null
            || change.postings().stream().anyMatch(line -> line.reverses() != null));
  }

  /** The entries of a change. */
  List<Entry> of(Change change) {
    String document = change.orderNo().text();
    List<Entry> known = posted.computeIfAbsent(document, _ -> new ArrayList<>());
    List<Entry> entries = new ArrayList<>();
    for (Posting line : change.postings()) {
      entries.addAll(
          line.reverses() == null ? line(change, line, null) : reversal(change, line, known));
    }
    entries.addAll(collected(change, known));
    known.addAll(entries);
    return entries;
  }

  private List<Entry> reversal(Change change, Posting line, List<Entry> known) {
    int reversed = Objects.requireNonNull(line.reverses());
    List<Entry> original = known.stream().filter(entry -> entry.at().number() == reversed).toList();
    if (original.isEmpty()) {
      return line(change, line, null);
    }
    long sum = original.stream().mapToLong(entry -> entry.amount().minor()).sum();
    if (sum != -gross(line).minor()) {
      return line(change, line, original.getFirst());
    }
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : original) {
      Origin at = origin(change, line.number(), entries.size() + 1);
      entries.add(entry.takenBack(at, text(line), change.command().by()));
    }
    return entries;
  }

  private static Money gross(Posting line) {
    LineTax tax = line.tax();
    return tax == null ? line.amount() : tax.gross();
  }

  /**
   * The entries of a line by the rules.
   *
   * @param like an entry of the line that this one takes part of back
   */
  private List<Entry> line(Change change, Posting line, @Nullable Entry like) {
    String entity = like == null ? entityOf.apply(change.regionOf(line)) : like.entity();
    LocalDate day = like == null ? day(pricingTime(change, line), change) : like.happenedOn();
    List<Entry> entries = new ArrayList<>();
    for (Rules.Move move :
        Rules.line(
            line.relation(),
            change.orderOf(line),
            line.amount(),
            line.tax(),
            like == null ? centres.on(day) : like::sideOf)) {
      if (move.amount().minor() != 0) {
        Origin at = origin(change, line.number(), entries.size() + 1);
        entries.add(entry(at, entity, move, day, text(line), change));
      }
    }
    return entries;
  }

  private static @Nullable Instant pricingTime(Change change, Posting line) {
    return change.settlement().relations().stream()
        .filter(one -> one.relation().equals(line.relation()))
        .map(RelationSettlement::rated)
        .flatMap(rated -> Stream.ofNullable(rated.pricingTime()))
        .findFirst()
        .orElse(null);
  }

  /** Cash in somebody's hands; what an earlier revision said of it is taken back first. */
  private List<Entry> collected(Change change, List<Entry> known) {
    WorkOrder before = change.before() == null ? null : change.before().order();
    Collected now = change.order().collected();
    if (Objects.equals(before == null ? null : before.collected(), now)) {
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    standing(known)
        .forEach(
            (like, minor) ->
                entries.add(
                    like.with(
                        origin(change, 0, entries.size() + 1),
                        new Money(-minor, like.amount().currency()),
                        change.command().by())));
    PartyId collector = now == null ? null : collector(change.order(), now);
    if (now != null && collector != null) {
      Money amount = Money.round(now.amount(), currency, RoundingMode.HALF_UP);
      Rules.Move move = Rules.collected(collector, change.order().customer().id(), amount);
      if (amount.minor() != 0) {
        Origin at = origin(change, 0, entries.size() + 1);
        Instant done = change.order().times().at(Times.Event.COMPLETED);
        String entity = entityOf.apply(change.regionCode());
        entries.add(entry(at, entity, move, day(done, change), "collected", change));
      }
    }
    return entries;
  }

  /** What stands of the entries that are of no line, by where it stands. */
  private static Map<Entry, Long> standing(List<Entry> known) {
    Map<Entry, Long> sums = new LinkedHashMap<>();
    for (Entry entry : known) {
      if (entry.at().number() == 0) {
        Entry like = sums.keySet().stream().filter(entry::isWhereIs).findFirst().orElse(entry);
        sums.merge(like, entry.amount().minor(), Math::addExact);
      }
    }
    sums.values().removeIf(minor -> minor == 0);
    return sums;
  }

  private static @Nullable PartyId collector(WorkOrder order, Collected collected) {
    if (collected.by() != null) {
      return collected.by();
    }
    Counterparty counterparty = order.counterparty();
    if (counterparty != null) {
      return counterparty.id();
    }
    return order.handlers().isEmpty() ? null : order.handlers().getFirst().id();
  }

  private LocalDate day(@Nullable Instant time, Change change) {
    return (time == null ? change.at() : time).atZone(zone).toLocalDate();
  }

  private static Origin origin(Change change, int number, int leg) {
    return new Origin(Source.ORDER, change.orderNo().text(), change.sequence(), number, leg);
  }

  private static String text(Posting line) {
    return line.cause() == null
        ? line.category() + " " + line.label()
        : line.cause() + " " + line.category() + " " + line.label();
  }

  private static Entry entry(
      Origin at, String entity, Rules.Move move, LocalDate day, String text, Change change) {
    return new Entry(
        at, entity, move.debit(), move.credit(), move.amount(), day, text, change.command().by());
  }
}
