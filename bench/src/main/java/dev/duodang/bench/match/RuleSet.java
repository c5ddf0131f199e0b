package dev.duodang.bench.match;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules as a headquarters writes them: one for each service, and the rest exceptions for a class of
 * customers, a region, a type of partner, an urgency or a band of distances, never two that ask for
 * the same. The best rule for an order is the first in the list that admits it.
 */
record RuleSet(List<Rule> ranked) {

  private static final long SEED = 20_261_124;
  private static final String HEAD =
      """
      book: rules
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      covers: [{}]
      """;
  private static final List<Rule.Band> BANDS =
      List.of(
          new Rule.Band(0, 10_000), new Rule.Band(10_000, 30_000), new Rule.Band(30_000, 100_000));
  private static final RegionTree TREE = GbT2260.tree();
  private static final List<Region> COUNTIES = counties();

  RuleSet {
    ranked = List.copyOf(ranked);
  }

  /** So many rules, the same ones each time. */
  static RuleSet of(int size) {
    Random random = new Random(SEED + size);
    int services = services(size);
    List<Rule> rules = new ArrayList<>();
    Set<Rule> known = new HashSet<>();
    while (rules.size() < size) {
      int number = rules.size();
      Rule rule =
          number < services
              ? new Rule(number, null, null, service(number), null, null, null)
              : exception(number, services, random);
      if (known.add(rule.numbered(0))) {
        rules.add(rule);
      }
    }
    rules.sort(Rule.RANK);
    return new RuleSet(rules);
  }

  /**
   * As many orders as wanted: a good half met by some exception, all by the rule of the service.
   */
  List<Work> works(int count) {
    Random random = new Random(SEED - ranked.size());
    int services = services(ranked.size());
    List<Work> works = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Rule likely = ranked.get(random.nextInt(ranked.size()));
      works.add(work(random.nextBoolean() ? likely : null, services, random));
    }
    return works;
  }

  /** The rule that wins, by a look at one after the other. */
  int winner(Work work) {
    for (Rule rule : ranked) {
      if (rule.admits(work)) {
        return rule.number();
      }
    }
    throw new IllegalStateException("no rule admits " + work);
  }

  private static int services(int size) {
    return size <= 100 ? 20 : size <= 1000 ? 40 : 100;
  }

  private static String service(int number) {
    return "S" + number % 10 + "/P" + number / 10;
  }

  private static Rule exception(int number, int services, Random random) {
    return new Rule(
        number,
        sometimes(0.5, random, "C" + random.nextInt(5)),
        sometimes(0.6, random, area(random)),
        sometimes(0.9, random, service(random.nextInt(services))),
        sometimes(0.5, random, "T" + random.nextInt(6)),
        sometimes(0.3, random, "U" + random.nextInt(4)),
        sometimes(0.3, random, BANDS.get(random.nextInt(BANDS.size()))));
  }

  private static <T> @Nullable T sometimes(double share, Random random, T value) {
    return random.nextDouble() < share ? value : null;
  }

  private static Rule.Area area(Random random) {
    Region county = COUNTIES.get(random.nextInt(COUNTIES.size()));
    String province = above(above(county)).code().text();
    return new Rule.Area(province, random.nextBoolean() ? above(county).code().text() : null);
  }

  private static Work work(@Nullable Rule likely, int services, Random random) {
    Region county = county(likely == null ? null : likely.region(), random);
    Rule.Band band = BANDS.get(random.nextInt(BANDS.size()));
    if (likely != null && likely.band() != null) {
      band = likely.band();
    }
    return new Work(
        or(likely == null ? null : likely.service(), service(random.nextInt(services))),
        county.code().text(),
        above(county).code().text(),
        above(above(county)).code().text(),
        or(likely == null ? null : likely.customerClass(), "C" + random.nextInt(5)),
        or(likely == null ? null : likely.partnerType(), "T" + random.nextInt(6)),
        or(likely == null ? null : likely.urgency(), "U" + random.nextInt(4)),
        band.from() + random.nextInt(band.below() - band.from()));
  }

  private static String or(@Nullable String wanted, String other) {
    return wanted == null ? other : wanted;
  }

  private static Region county(Rule.@Nullable Area area, Random random) {
    while (true) {
      Region county = COUNTIES.get(random.nextInt(COUNTIES.size()));
      if (area == null || TREE.isWithin(county.code(), RegionCode.of(area.code()))) {
        return county;
      }
    }
  }

  private static List<Region> counties() {
    List<Region> counties = new ArrayList<>();
    for (int i = 0; i < TREE.size(); i++) {
      if (TREE.at(i).depth() == 3) {
        counties.add(TREE.at(i));
      }
    }
    return List.copyOf(counties);
  }

  private static Region above(Region region) {
    return TREE.parent(region.code()).orElseThrow();
  }

  /** The rules as a price book with one category and flat charges. */
  PriceBook book() {
    return read(HEAD + "categories: {labour: {per: item, required: true}}\n" + tiers());
  }

  /** The same with what the books of a service company charge beside labour, and its modifiers. */
  PriceBook fullBook() {
    return read(
        HEAD
            + """
              categories:
                labour: {per: item, required: true}
                callOut: {per: order}
              """
            + tiers()
            + """
                - {tier: near, category: callOut, priority: 0, when: {distance: {lt: 20 km}}, charge: {flat: 30.00}}
                - tier: far
                  category: callOut
                  priority: 0
                  when: {distance: {gte: 20 km}}
                  charge: {distance: {start: 30.00, first: 20 km, perKm: 1.50}}
              modifiers:
                - {modifier: urgent, on: labour, when: {urgency: U3}, percent: 20}
                - {modifier: night, on: labour, when: {completed: {hours: 22:00-06:00}}, amount: 30.00}
              """);
  }

  private String tiers() {
    StringBuilder text = new StringBuilder("tiers:\n");
    ranked.forEach(rule -> text.append(tier(rule)));
    return text.toString();
  }

  private static PriceBook read(String text) {
    BookReading reading = BookReader.of(TREE).read(text);
    if (!(reading instanceof BookReading.Read read)) {
      throw new IllegalStateException("a book of the benchmark is no book: " + reading);
    }
    return read.book();
  }

  private static String tier(Rule rule) {
    List<String> when = new ArrayList<>();
    add(when, "customerClass", rule.customerClass());
    add(when, "region", rule.region() == null ? null : "'" + rule.region().code() + "'");
    add(when, "service", rule.service());
    add(when, "partnerType", rule.partnerType());
    add(when, "urgency", rule.urgency());
    Rule.Band band = rule.band();
    add(
        when,
        "distance",
        band == null
            ? null
            : "{gte: %d km, lt: %d km}".formatted(band.from() / 1000, band.below() / 1000));
    return "  - {tier: t%d, category: labour, priority: %d, when: {%s}, charge: {flat: %d}}%n"
        .formatted(
            rule.number(), band == null ? 0 : 1, String.join(", ", when), 50 + rule.number() % 200);
  }

  private static void add(List<String> when, String fact, @Nullable String asked) {
    if (asked != null) {
      when.add(fact + ": " + asked);
    }
  }
}
