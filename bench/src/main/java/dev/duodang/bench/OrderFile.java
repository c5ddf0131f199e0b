package dev.duodang.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A CSV file of work orders for the demo company's book: 15 columns, the region as an address in
 * every other row and as a code in the rest. The same seed writes the same bytes.
 */
final class OrderFile {

  static final List<String> COLUMNS =
      List.of(
          "orderNo",
          "revision",
          "status",
          "service",
          "customer.id",
          "customer.class",
          "counterparty.id",
          "counterparty.type",
          "handlers",
          "address",
          "region",
          "distanceMetres",
          "urgency",
          "createdAt",
          "completedAt");

  private static final List<String> SERVICES =
      List.of("维修/空调", "维修/冰箱", "维修/洗衣机", "安装/空调", "安装/热水器", "安装/电视");
  private static final List<String> CLASSES = List.of("MEMBER", "MEMBER", "MEMBER", "VIP");
  private static final List<String> PARTNER_TYPES = List.of("STANDARD", "BOUTIQUE", "VOLUME");
  private static final List<String> STREETS =
      List.of("中华路", "建国路", "人民东路", "解放大道", "滨江路", "学院路", "和平街", "高新一路");
  private static final List<Place> PLACES =
      List.of(
          new Place("110105", "北京市朝阳区"),
          new Place("310106", "上海市静安区"),
          new Place("310115", "上海市浦东新区"),
          new Place("440106", "广东省广州市天河区"),
          new Place("440305", "广东省深圳市南山区"),
          new Place("410184", "河南省郑州市新郑市"),
          new Place("410305", "河南省洛阳市涧西区"),
          new Place("510104", "四川省成都市锦江区"),
          new Place("420106", "湖北省武汉市武昌区"),
          new Place("610113", "陕西省西安市雁塔区"),
          new Place("330106", "浙江省杭州市西湖区"),
          new Place("370202", "山东省青岛市市南区"),
          new Place("320106", "江苏省南京市鼓楼区"),
          new Place("430104", "湖南省长沙市岳麓区"),
          new Place("350203", "福建省厦门市思明区"),
          new Place("210102", "辽宁省沈阳市和平区"),
          new Place("230103", "黑龙江省哈尔滨市南岗区"),
          new Place("500103", "重庆市渝中区"),
          new Place("530102", "云南省昆明市五华区"),
          new Place("650102", "新疆维吾尔自治区乌鲁木齐市天山区"));
  private static final OffsetDateTime FIRST_CREATED =
      OffsetDateTime.of(2026, 11, 1, 8, 0, 0, 0, ZoneOffset.ofHours(8));

  private record Place(String code, String name) {}

  private OrderFile() {}

  /** Writes that many orders, and a heading. */
  static void write(Path file, int orders, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(String.join(",", COLUMNS) + "\n");
      for (int number = 0; number < orders; number++) {
        out.write(row(number, random));
      }
    }
  }

  private static String row(int number, SplittableRandom random) {
    Place place = one(PLACES, random);
    boolean asText = number % 2 == 0;
    OffsetDateTime created = FIRST_CREATED.plusSeconds(random.nextInt(29 * 24 * 3600));
    OffsetDateTime completed = created.plusSeconds(1800 + random.nextInt(10 * 3600));
    return String.join(
            ",",
            "W%08d".formatted(number),
            "1",
            "COMPLETED",
            one(SERVICES, random),
            "C" + random.nextInt(100_000),
            one(CLASSES, random),
            "P" + random.nextInt(300),
            one(PARTNER_TYPES, random),
            "E" + random.nextInt(3000),
            asText ? place.name() + one(STREETS, random) + random.nextInt(1, 400) + "号" : "",
            asText ? "" : place.code(),
            Integer.toString(random.nextInt(500, 40_000)),
            random.nextInt(10) == 0 ? "URGENT" : "NORMAL",
            created.toString(),
            completed.toString())
        + "\n";
  }

  private static <T> T one(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
