package dev.duodang.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Files of orders that depend on one another in all ways that there are, and two books for them.
 */
final class RandomFile {

  static final String BEFORE =
      """
      book: visits
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      categories: {labour: {per: item, required: true}, trip: {per: order}, extra: {per: item}}
      tiers:
        - {tier: asked, category: labour, priority: 9, when: {customerClass: KEY}, charge: {quote: {from: 10.00, to: 500.00}}}
        - {tier: again, category: labour, priority: 8, when: {related: {kind: REWORK}}, charge: {flat: 0.00}}
        - {tier: north, category: labour, priority: 2, when: {service: 维修, region: 北京市}, charge: {perUnit: 40.005}}
        - {tier: plain, category: labour, priority: 1, when: {service: [维修, 安装]}, charge: {flat: 100.00}}
        - {tier: drive, category: trip, priority: 1, charge: {distance: {start: 20.00, first: 3 km, perKm: 1.5}, scope: visit, count: highest}}
        - {tier: steps, category: extra, priority: 1, when: {service: 安装}, charge: {graduated: [{upTo: 2, price: 10.005, flat: 3.00}, {price: 2.00}], scope: visit}}
      modifiers:
        - {modifier: low, on: [labour], minimum: 130.00, scope: visit}
        - {modifier: urgent, on: [labour, trip], when: {urgency: URGENT}, percent: 7}
      """;

  /** Other prices, a range that an amount may fall out of, and a service without a tier. */
  static final String AFTER =
      BEFORE
          .replace("40.005", "55.555")
          .replace("start: 20.00", "start: 25.00")
          .replace("{from: 10.00, to: 500.00}", "{from: 200.00, to: 900.00}")
          .replace("service: [维修, 安装]", "service: [安装]")
          .replace("minimum: 130.00", "minimum: 150.00");

  static final String HEADING =
      "orderNo,revision,status,service,customer.class,counterparty.id,visitId,related.orderNo,"
          + "related.kind,region,address,distanceMetres,quantity,urgency,createdAt,completedAt,"
          + "cancelledAt,kind,relation,category,item,amount\n";

  private RandomFile() {}

  /** A file; the same seed gives the same one. */
  static String rows(long seed, int rows) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(HEADING);
    for (int i = 0; i < rows; i++) {
      text.append(random.nextInt(6) == 0 ? decision(random) : order(random, rows)).append('\n');
    }
    return text.toString();
  }

  private static String number(Random random, int numbers) {
    return "W" + random.nextInt(numbers);
  }

  private static String order(Random random, int rows) {
    boolean cancelled = random.nextInt(8) == 0;
    boolean region = random.nextBoolean();
    boolean follows = random.nextInt(6) == 0;
    List<String> cells = new ArrayList<>();
    cells.add(number(random, rows / 2));
    cells.add(random.nextInt(5) == 0 ? "" : Integer.toString(random.nextInt(1, 4)));
    cells.add(cancelled ? "CANCELLED" : random.nextInt(9) == 0 ? "OPEN" : "COMPLETED");
    cells.add(one(random, "维修", "维修", "安装", "清洗"));
    cells.add(one(random, "", "", "VIP", "KEY"));
    cells.add("P" + random.nextInt(4));
    cells.add(random.nextInt(3) == 0 ? "V" + random.nextInt(rows / 6 + 1) : "");
    cells.add(follows ? number(random, rows / 2) : "");
    cells.add(follows ? "REWORK" : "");
    cells.add(region ? one(random, "110105", "410305", "440305") : "");
    cells.add(region ? "" : one(random, "北京市朝阳区建国路8号", "某某路5号", "洛阳市涧西区"));
    cells.add(Integer.toString(random.nextInt(20_000)));
    cells.add(Integer.toString(random.nextInt(1, 5)));
    cells.add(one(random, "", "URGENT"));
    cells.add("2026-11-20 09:00");
    cells.add(cancelled ? "" : "2026-11-20 14:00");
    cells.add(cancelled ? "2026-11-20 15:00" : "");
    return String.join(",", cells) + ",,,,,";
  }

  private static String decision(Random random) {
    String number = "W" + random.nextInt(40);
    return random.nextBoolean()
        ? number + ",,,,,,,,,,,,,,,,,quote,headquarters→partner,labour,0," + random.nextInt(1, 700)
        : number + ",,,,,,,,," + one(random, "110105", "440305") + ",,,,,,,,region,,,,";
  }

  private static String one(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
