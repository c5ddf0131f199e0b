package dev.duodang.pricing.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts of small random books, of few enough facts that every kind of order can be looked at. */
final class SmallBooks {

  /**
   * So many of the facts a book asks for; each more makes the orders to look at several times as
   * many.
   */
  private static final int FACTS = 3;

  private final Random random;
  private final List<String> facts;

  SmallBooks(Random random) {
    this.random = random;
    List<String> all =
        new ArrayList<>(
            List.of(
                "service",
                "region",
                "customerClass",
                "warranty",
                "distance",
                "completed",
                "status",
                "site"));
    Collections.shuffle(all, random);
    this.facts = all.subList(0, FACTS);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            """
            book: small
            relation: headquarters→partner
            currency: CNY
            zone: Asia/Shanghai
            validFrom: 2026-01-01
            attributes: {site: {type: text}}
            calendars:
              office:
                week: {weekdays: [monday, tuesday, wednesday, thursday, friday], hours: 08:00-20:00}
                holidays: {清明节: 2026-04-06}
                workingDays: 2026-04-12
            categories:
              labour: {per: item, required: true}
              callOut: {per: order, required: true}
            """);
    if (random.nextInt(3) == 0 && facts.contains("customerClass")) {
      text.append("mandatory: [customerClass]\n");
    }
    if (random.nextInt(4) == 0) {
      text.append("appliesWhen: {").append(conditions(1)).append("}\n");
    }
    text.append("tiers:\n");
    int tiers = 2 + random.nextInt(6);
    for (int i = 0; i < tiers; i++) {
      text.append(tier(i));
    }
    text.append("covers:\n");
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      text.append("  - {").append(conditions(random.nextInt(3))).append("}\n");
    }
    return text.toString();
  }

  private String tier(int number) {
    String days =
        switch (random.nextInt(6)) {
          case 0 -> ", validFrom: 2026-03-01";
          case 1 -> ", validUntil: 2026-07-01";
          default -> "";
        };
    return "  - {tier: t%d, category: %s, priority: %d, when: {%s}, charge: {flat: 1}%s}\n"
        .formatted(
            number,
            random.nextInt(3) == 0 ? "callOut" : "labour",
            random.nextInt(3) / 2,
            conditions(random.nextInt(FACTS + 1)),
            days);
  }

  private String conditions(int number) {
    List<String> some = new ArrayList<>(facts);
    Collections.shuffle(some, random);
    List<String> conditions = new ArrayList<>();
    some.subList(0, number).forEach(fact -> conditions.add(condition(fact)));
    return String.join(", ", conditions);
  }

  private String condition(String fact) {
    return switch (fact) {
      case "service" -> "service: " + set("A", "A/B", "A/C", "D");
      case "region" -> "region: " + set("460300", "460302", "460303", "460100", "460000");
      case "customerClass" -> "customerClass: " + set("V", "W");
      case "warranty" -> "warranty: " + any("IN", "OUT", "{not: [IN]}");
      case "distance" ->
          "distance: "
              + any(
                  "{lt: 3 km}",
                  "{lte: 3 km}",
                  "{gt: 3 km}",
                  "{gte: 3 km, lt: 10 km}",
                  "{gte: 0 km}");
      case "completed" ->
          "completed: "
              + any(
                  "{hours: 22:00-06:00}",
                  "{hours: 08:00-20:00}",
                  "{until: 2026-05-01}",
                  "{calendar: office, is: holiday}",
                  "{calendar: office, is: off-hours}",
                  "{calendar: office, is: working-hours}",
                  "{calendar: office, is: [rest-day, after-hours]}",
                  "{calendar: office, is: day-off, hours: 08:00-20:00}");
      case "status" -> "status: " + any("cancelled", "[open, completed]", "verified");
      default -> "attributes: {site: " + set("S", "T") + "}";
    };
  }

  private String set(String... values) {
    List<String> some = new ArrayList<>(List.of(values));
    Collections.shuffle(some, random);
    List<String> first = some.subList(0, 1 + random.nextInt(2));
    List<String> other = some.subList(first.size(), Math.min(values.length, first.size() + 1));
    return switch (random.nextInt(4)) {
      case 0 -> "{not: " + first + "}";
      case 1 -> other.isEmpty() ? first.toString() : "{in: " + first + ", not: " + other + "}";
      default -> first.toString();
    };
  }

  private String any(String... values) {
    return values[random.nextInt(values.length)];
  }
}
