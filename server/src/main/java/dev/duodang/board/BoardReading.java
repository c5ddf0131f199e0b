package dev.duodang.board;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.Regions;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Scope;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the board together from sums. */
@Component
class BoardReading {

  private static final int TOP = 10;
  private static final int RECENT = 30;
  private static final int DAYS_A_WEEK = 7;

  private final ScopedTransactions transactions;
  private final Regions regions;
  private final Counterparties counterparties;
  private final TenantClock clocks;
  private final Clock clock;
  private final JdbcBoard rows = new JdbcBoard();

  BoardReading(
      ScopedTransactions transactions,
      Regions regions,
      Counterparties counterparties,
      TenantClock clocks,
      Clock clock) {
    this.transactions = transactions;
    this.regions = regions;
    this.counterparties = counterparties;
    this.clocks = clocks;
    this.clock = clock;
  }

  private record Read(
      List<JdbcBoard.Sum> today,
      List<JdbcBoard.Sum> lastWeek,
      List<JdbcBoard.Held> held,
      JdbcBoard.Open open,
      List<JdbcBoard.Event> events) {}

  BoardView board(Actor actor, @Nullable String regionCode, @Nullable LocalDate date) {
    Region region = regionCode == null || regionCode.isBlank() ? null : region(actor, regionCode);
    String[] patterns = patterns(actor.scope(), region);
    LocalDate day = date == null ? clocks.today(actor.tenant()) : date;
    Instant now = clock.instant();
    Read read =
        transactions.read(
            actor.tenant(),
            jdbc ->
                new Read(
                    rows.sums(jdbc, day, patterns),
                    rows.sums(jdbc, day.minusDays(DAYS_A_WEEK), patterns),
                    rows.held(jdbc, patterns),
                    rows.open(jdbc, now, patterns),
                    rows.events(jdbc, Instant.EPOCH, patterns, RECENT)));
    boolean isToday = day.equals(clocks.today(actor.tenant()));
    int hour = isToday ? now.atZone(clocks.zone(actor.tenant())).getHour() : 23;
    Currency currency = currency(actor);
    return new BoardView(
        now.toString(),
        region == null ? null : name(region),
        currency.code(),
        sums(read.today(), read, currency, _ -> true, true),
        sums(read.lastWeek(), read, currency, sum -> sum.hour() <= hour, false),
        below(actor, region, read, currency),
        hours(read, currency),
        ranked(actor, read.today(), "PARTNER", currency),
        ranked(actor, read.today(), "ENGINEER", currency),
        tiers(read.today(), currency),
        holds(read.held()),
        read.events().stream().map(event -> event(actor, event)).toList());
  }

  /** What of today's board changes while it is open. */
  BoardView.Patch live(Actor actor, @Nullable String regionCode) {
    Region region = regionCode == null || regionCode.isBlank() ? null : region(actor, regionCode);
    String[] patterns = patterns(actor.scope(), region);
    LocalDate day = clocks.today(actor.tenant());
    Instant now = clock.instant();
    Read read =
        transactions.read(
            actor.tenant(),
            jdbc ->
                new Read(
                    rows.wholeSums(jdbc, day, patterns),
                    rows.wholeSums(jdbc, day.minusDays(DAYS_A_WEEK), patterns),
                    rows.held(jdbc, patterns),
                    rows.open(jdbc, now, patterns),
                    List.of()));
    Currency currency = currency(actor);
    return new BoardView.Patch(
        sums(read.today(), read, currency, _ -> true, true),
        below(actor, region, read, currency),
        hours(read, currency));
  }

  /** Events after a moment, oldest first. */
  List<BoardView.BoardEvent> events(Actor actor, @Nullable String regionCode, Instant since) {
    Region region = regionCode == null || regionCode.isBlank() ? null : region(actor, regionCode);
    return transactions
        .read(
            actor.tenant(),
            jdbc -> rows.events(jdbc, since, patterns(actor.scope(), region), RECENT))
        .reversed()
        .stream()
        .map(event -> event(actor, event))
        .toList();
  }

  private Currency currency(Actor actor) {
    return Currency.of(clocks.tenant(actor.tenant()).currency().getCurrencyCode());
  }

  private Region region(Actor actor, String code) {
    try {
      return regions.tree(actor.tenant()).find(RegionCode.of(code)).orElseThrow();
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      throw Problem.of(ProblemCode.REGION_UNKNOWN, code).field("region").value(code).toException();
    }
  }

  /** What the codes of the regions that are shown and may be seen look like. */
  private static String[] patterns(Scope scope, @Nullable Region region) {
    RegionCode shown = region == null ? null : region.code();
    return switch (scope) {
      case Scope.WholeTenant _ ->
          shown == null ? new String[] {"%"} : Scope.Regions.patterns(shown).toArray(String[]::new);
      case Scope.Regions own ->
          own.codes().stream()
              .map(RegionCode::of)
              .flatMap(code -> both(code, shown))
              .flatMap(Scope.Regions::patterns)
              .toArray(String[]::new);
      case Scope.Counterparties _, Scope.Self _ -> new String[0];
    };
  }

  /** What lies in both of two regions: one of them, or nothing. */
  private static Stream<RegionCode> both(RegionCode own, @Nullable RegionCode shown) {
    if (shown == null || own.isWithin(shown)) {
      return Stream.of(own);
    }
    return shown.isWithin(own) ? Stream.of(shown) : Stream.empty();
  }

  private static BoardView.RegionName name(Region region) {
    return new BoardView.RegionName(
        region.code().text(),
        region.name(),
        region.parent() == null ? null : region.parent().text());
  }

  private static BoardView.SumsView sums(
      List<JdbcBoard.Sum> sums,
      Read read,
      Currency currency,
      Predicate<JdbcBoard.Sum> counted,
      boolean now) {
    long orders = 0;
    long amount = 0;
    long income = 0;
    for (JdbcBoard.Sum sum : sums) {
      if (sum.dimension().equals("ALL") && counted.test(sum)) {
        orders += sum.orders();
        amount = Math.addExact(amount, sum.amount());
        income = Math.addExact(income, sum.income());
      }
    }
    long held = read.held().stream().mapToLong(JdbcBoard.Held::count).sum();
    return new BoardView.SumsView(
        orders,
        text(amount, currency),
        income == 0 ? null : text(income, currency),
        income == 0 ? null : text(income - amount, currency),
        now ? held : 0,
        now ? read.open().open() : 0,
        now ? read.open().late() : 0);
  }

  private List<BoardView.RegionSums> below(
      Actor actor, @Nullable Region region, Read read, Currency currency) {
    RegionTree tree = regions.tree(actor.tenant());
    List<Region> children = region == null ? tree.roots() : tree.children(region.code());
    List<BoardView.RegionSums> below = new ArrayList<>();
    for (Region child : children) {
      long orders = 0;
      long amount = 0;
      for (JdbcBoard.Sum sum : read.today()) {
        if (sum.dimension().equals("ALL") && isWithin(sum.region(), child)) {
          orders += sum.orders();
          amount = Math.addExact(amount, sum.amount());
        }
      }
      long held =
          read.held().stream()
              .filter(one -> isWithin(one.region(), child))
              .mapToLong(JdbcBoard.Held::count)
              .sum();
      if (orders != 0 || amount != 0 || held != 0) {
        below.add(
            new BoardView.RegionSums(
                child.code().text(), child.name(), orders, text(amount, currency), held));
      }
    }
    return below;
  }

  private static boolean isWithin(String code, Region region) {
    return !code.isEmpty() && RegionCode.of(code).isWithin(region.code());
  }

  private static List<BoardView.HourSums> hours(Read read, Currency currency) {
    long[] orders = new long[24];
    long[] amounts = new long[24];
    long[] before = new long[24];
    for (JdbcBoard.Sum sum : read.today()) {
      if (sum.dimension().equals("ALL")) {
        orders[sum.hour()] += sum.orders();
        amounts[sum.hour()] += sum.amount();
      }
    }
    for (JdbcBoard.Sum sum : read.lastWeek()) {
      if (sum.dimension().equals("ALL")) {
        before[sum.hour()] += sum.amount();
      }
    }
    return IntStream.range(0, 24)
        .mapToObj(
            hour ->
                new BoardView.HourSums(
                    hour,
                    orders[hour],
                    text(amounts[hour], currency),
                    text(before[hour], currency)))
        .toList();
  }

  private record Total(String key, long orders, long amount) {}

  private static List<Total> totals(List<JdbcBoard.Sum> sums, String dimension) {
    Map<String, Total> totals = new TreeMap<>();
    sums.stream()
        .filter(sum -> sum.dimension().equals(dimension))
        .forEach(
            sum ->
                totals.merge(
                    sum.key(),
                    new Total(sum.key(), sum.orders(), sum.amount()),
                    (a, b) ->
                        new Total(a.key(), a.orders() + b.orders(), a.amount() + b.amount())));
    return totals.values().stream()
        .filter(total -> total.orders() != 0 || total.amount() != 0)
        .sorted(Comparator.comparingLong(Total::amount).reversed())
        .toList();
  }

  private List<BoardView.Ranked> ranked(
      Actor actor, List<JdbcBoard.Sum> sums, String dimension, Currency currency) {
    return totals(sums, dimension).stream()
        .limit(TOP)
        .map(
            total ->
                new BoardView.Ranked(
                    total.key(),
                    counterparties.name(actor.tenant(), total.key()),
                    total.orders(),
                    text(total.amount(), currency)))
        .toList();
  }

  private static List<BoardView.TierSums> tiers(List<JdbcBoard.Sum> sums, Currency currency) {
    return totals(sums, "TIER").stream()
        .map(
            total ->
                new BoardView.TierSums(
                    total.key(), total.key(), total.orders(), text(total.amount(), currency)))
        .toList();
  }

  private static List<BoardView.HoldCount> holds(List<JdbcBoard.Held> held) {
    Map<String, Long> counts = new TreeMap<>();
    held.forEach(one -> counts.merge(one.reason(), one.count(), Long::sum));
    return counts.entrySet().stream()
        .map(entry -> new BoardView.HoldCount(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(BoardView.HoldCount::count).reversed())
        .toList();
  }

  private BoardView.BoardEvent event(Actor actor, JdbcBoard.Event event) {
    Instant created = event.createdAt();
    Instant completed = event.completedAt();
    return new BoardView.BoardEvent(
        event.at().toString(),
        event.orderNo(),
        event.region() == null
            ? null
            : new BoardView.EventPlace(
                event.region(), regions.tree(actor.tenant()).path(RegionCode.of(event.region()))),
        event.tierName(),
        event.state().equals("ON_HOLD")
            ? null
            : text(event.costMinor(), Currency.of(event.currency())),
        event.state(),
        event.holds().isEmpty() ? null : event.holds().getFirst(),
        event.handlers().isEmpty()
            ? null
            : counterparties.name(actor.tenant(), event.handlers().getFirst()),
        event.counterparty() == null
            ? null
            : counterparties.name(actor.tenant(), event.counterparty()),
        created == null || completed == null
            ? null
            : Math.max(0, Duration.between(created, completed).toSeconds()));
  }

  private static String text(long minor, Currency currency) {
    return new Money(minor, currency).toString();
  }
}
