package dev.duodang.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;

/** Texts of books with thousands of tiers over six dimensions, in the shapes that books take. */
final class LargeBooks {

  private static final String HEAD =
      """
      book: large
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {per: item, required: true}}
      """;

  private static final List<String> PROVINCES =
      List.of("北京市", "上海市", "广东省", "河南省", "浙江省", "江苏省", "四川省", "湖北省", "山东省", "福建省");

  private LargeBooks() {}

  /** A price for each of 10 services, 10 provinces, 5 classes, 5 partner types and 4 urgencies. */
  static String grid(IntPredicate left) {
    StringBuilder text = new StringBuilder(HEAD).append("tiers:\n");
    for (int i = 0; i < 10_000; i++) {
      if (left.test(i)) {
        text.append(
            tier(
                i,
                10,
                "service: S%d, region: %s, customerClass: C%d, partnerType: T%d, urgency: U%d"
                    .formatted(
                        i / 1000, PROVINCES.get(i / 100 % 10), i / 20 % 5, i / 4 % 5, i % 4)));
      }
    }
    return text
        + "covers:\n  - {service: [S0, S1, S2, S3, S4, S5, S6, S7, S8, S9], region: "
        + PROVINCES
        + ", customerClass: [C0, C1, C2, C3, C4], partnerType: [T0, T1, T2, T3, T4],"
        + " urgency: [U0, U1, U2, U3]}\n";
  }

  /** A price for each service, and others on top for regions, classes, times and distances. */
  static String layered(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(HEAD).append("tiers:\n");
    List<String> services = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String service = "S" + i % 20 + (i < 20 ? "" : "/P" + i / 20);
      services.add(service);
      text.append(tier(i, 0, "service: " + service));
    }
    for (int i = 200; i < 10_000; i++) {
      StringBuilder when = new StringBuilder("service: " + services.get(random.nextInt(200)));
      if (random.nextInt(2) == 0) {
        when.append(", region: ").append(PROVINCES.get(random.nextInt(10)));
      }
      if (random.nextInt(2) == 0) {
        when.append(", customerClass: C").append(random.nextInt(5));
      }
      if (random.nextInt(3) == 0) {
        when.append(", partnerType: {not: [T").append(random.nextInt(5)).append("]}");
      }
      if (random.nextInt(3) == 0) {
        when.append(", distance: {gte: ").append(random.nextInt(30)).append(" km}");
      }
      if (random.nextInt(4) == 0) {
        when.append(", completed: {hours: 22:00-06:00}");
      }
      text.append(tier(i, i, when.toString()));
    }
    return text + "covers:\n  - {service: [S0, S1, S2, S3, S4, S5, S6, S7, S8, S9]}\n";
  }

  /** Conditions on any three of six facts, with few priorities, so that many tiers tie. */
  static String random(long seed) {
    Random random = new Random(seed);
    List<String> facts =
        List.of("service", "brand", "customerClass", "partnerType", "urgency", "channel");
    StringBuilder text = new StringBuilder(HEAD).append("tiers:\n");
    for (int i = 0; i < 10_000; i++) {
      List<String> three = new ArrayList<>(facts);
      Collections.shuffle(three, random);
      StringBuilder when = new StringBuilder();
      for (String fact : three.subList(0, 3)) {
        String values = "[V" + random.nextInt(20) + "]";
        when.append(when.isEmpty() ? "" : ", ")
            .append(fact)
            .append(random.nextInt(5) == 0 ? ": {not: " + values + "}" : ": " + values);
      }
      text.append(tier(i, random.nextInt(10), when.toString()));
    }
    return text + "covers: [{}]\n";
  }

  /** As hard as it gets: whether anything is left uncovered is a satisfiability problem. */
  static String puzzle(long seed, int tiers, int attributes) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(HEAD).append("attributes:\n");
    for (int i = 0; i < attributes; i++) {
      text.append("  a%d: {type: choice, choices: [Y, N]}\n".formatted(i));
    }
    text.append("mandatory: [");
    for (int i = 0; i < attributes; i++) {
      text.append(i == 0 ? "" : ", ").append("a").append(i);
    }
    text.append("]\ntiers:\n");
    for (int i = 0; i < tiers; i++) {
      List<Integer> asked = new ArrayList<>();
      while (asked.size() < 3) {
        int attribute = random.nextInt(attributes);
        if (!asked.contains(attribute)) {
          asked.add(attribute);
        }
      }
      StringBuilder when = new StringBuilder("attributes: {");
      for (int attribute : asked) {
        when.append(attribute == asked.getFirst() ? "" : ", ")
            .append("a%d: %s".formatted(attribute, random.nextBoolean() ? "Y" : "N"));
      }
      text.append(tier(i, i, when + "}"));
    }
    return text + "covers: [{}]\n";
  }

  private static String tier(int number, int priority, String when) {
    return "  - {tier: t%d, category: labour, priority: %d, when: {%s}, charge: {flat: 1}}\n"
        .formatted(number, priority, when);
  }
}
