package dev.duodang.bench;

import dev.duodang.bench.match.CompileCost;
import dev.duodang.bench.match.OwnSpeeds;
import dev.duodang.bench.match.Speed;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of matching as tables.
 *
 * @param runs of each engine among each number of tiers
 */
record MatchReport(OwnSpeeds own, CompileCost compile, List<EngineRun> runs) {

  private static final double WANTED_BYTES = 0.1;
  private static final double WANTED_RATED = 1_000_000;

  String body() {
    return """
        Rules over six dimensions (service, region, class of customer, type of partner, urgency, distance), of which the best
        that admits an order wins; 4,096 orders. Every engine found the same winners, by a checksum over them; a slow engine was
        asked for fewer orders, the first ones. One thread. All figures are for a second of processor time, so that other
        programs on the machine count little; the clock's are in brackets. This engine starts from an order as intake delivers it,
        a text for each fact and the region resolved; the others from the same texts with the region's codes spelt out.

        | orders a second | %s |
        |---|%s
        | Duodang | %s |
        | wanted at least | %s |
        | bytes allocated a match, wanted below 0.1 | %s |
        | a scan of the rules in Java | %s |
        %s

        How many times as fast as each engine Duodang is:

        | | %s | wanted among 1,000 |
        |---|%s---|
        | a scan of the rules in Java | %s | |
        %s

        Seconds from the rules to the first winner, and orders asked for while measured:

        | | %s |
        |---|%s
        %s

        Rating an order in full among 1,000 tiers (two categories, charges, modifiers, lines): %s orders a second, wanted
        1,000,000: %s. Compiling a book of 10,000 tiers: %.0f ms, %.0f ms the first time in a new JVM; it keeps %.1f MiB beside
        the book.
        """
        .formatted(
            each("%,d tiers"::formatted),
            "---|".repeat(MatchSpeed.SIZES.size()),
            each(size -> show(own.match(size))),
            each(this::wanted),
            each(this::bytes),
            each(size -> show(own.scan(size))),
            rows(engine -> each(size -> show(run(engine, size).speed()))),
            each("%,d tiers"::formatted),
            "---|".repeat(MatchSpeed.SIZES.size()),
            each(size -> ratio(size, own.scan(size))),
            rows(this::ratios),
            each("%,d tiers"::formatted),
            "---|".repeat(MatchSpeed.SIZES.size()),
            rows(engine -> each(size -> effort(run(engine, size)))),
            show(own.rate()),
            verdict(own.rate().perCpuSecond() >= WANTED_RATED),
            compile.medianMilliseconds(),
            compile.firstMilliseconds(),
            compile.keptMebibytes());
  }

  private static String each(IntFunction<String> cell) {
    return MatchSpeed.SIZES.stream().map(cell::apply).collect(Collectors.joining(" | "));
  }

  private static String rows(Function<OtherEngine, String> cells) {
    return Stream.of(OtherEngine.values())
        .map(engine -> "| %s | %s |".formatted(engine.shown(), cells.apply(engine)))
        .collect(Collectors.joining("\n"));
  }

  private EngineRun run(OtherEngine engine, int tiers) {
    return runs.stream()
        .filter(run -> run.engine() == engine && run.tiers() == tiers)
        .findFirst()
        .orElseThrow();
  }

  private static String show(Speed speed) {
    return "%,.0f (%,.0f)".formatted(speed.perCpuSecond(), speed.perSecond());
  }

  private String bytes(int size) {
    return "%.3f: %s".formatted(own.matchBytes(size), verdict(own.matchBytes(size) < WANTED_BYTES));
  }

  private String wanted(int size) {
    int wanted = size <= 100 ? 8_000_000 : size <= 1_000 ? 5_000_000 : 2_000_000;
    return "%,d: %s".formatted(wanted, verdict(own.match(size).perCpuSecond() >= wanted));
  }

  private static String verdict(boolean reached) {
    return reached ? "reached" : "missed";
  }

  private double times(int size, Speed other) {
    return own.match(size).perCpuSecond() / other.perCpuSecond();
  }

  private String ratio(int size, Speed other) {
    return "%,.1f".formatted(times(size, other));
  }

  private String ratios(OtherEngine engine) {
    double reached = times(1_000, run(engine, 1_000).speed());
    return each(size -> ratio(size, run(engine, size).speed()))
        + " | %,d: %s".formatted(engine.wanted(), verdict(reached >= engine.wanted()));
  }

  private static String effort(EngineRun run) {
    return "%.1f s, %,d".formatted(run.buildSeconds(), run.orders());
  }
}
