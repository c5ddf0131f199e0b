package dev.duodang.bench.load;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Orders of the house's books; an order's number tells all of it. */
final class Orders {

  private static final List<String> PLACES =
      List.of(
          "北京市朝阳区",
          "上海市静安区",
          "广东省深圳市南山区",
          "河南省洛阳市涧西区",
          "四川省成都市锦江区",
          "湖北省武汉市武昌区",
          "陕西省西安市雁塔区",
          "浙江省杭州市西湖区",
          "江苏省南京市鼓楼区",
          "湖南省长沙市岳麓区");
  private static final List<String> SERVICES = List.of("维修", "安装");
  private static final List<String> CLASSES = List.of("MEMBER", "MEMBER", "MEMBER", "VIP");

  private Orders() {}

  /** An array of orders, the first of this number. */
  static String array(String prefix, int from, int until) {
    return IntStream.range(from, until)
        .mapToObj(number -> one(prefix, number))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String one(String prefix, int number) {
    SplittableRandom random = new SplittableRandom(number);
    return """
        {"orderNo":"%s%08d","revision":1,"status":"COMPLETED","service":"%s","address":"%s中华路%d号","customer":{"id":"C%d","class":"%s"},"counterparty":{"id":"P%d","type":"STANDARD"},"handlers":[{"id":"E%d"}],"distanceMetres":%d,"urgency":"%s","createdAt":"2026-11-%02dT08:00:00+08:00","completedAt":"2026-11-%02dT%02d:30:00+08:00"}"""
        .formatted(
            prefix,
            number,
            one(SERVICES, random),
            one(PLACES, random),
            random.nextInt(1, 400),
            random.nextInt(100_000),
            one(CLASSES, random),
            random.nextInt(300),
            random.nextInt(3000),
            random.nextInt(500, 40_000),
            random.nextInt(10) == 0 ? "URGENT" : "NORMAL",
            1 + number % 27,
            1 + number % 27,
            random.nextInt(9, 24));
  }

  private static String one(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
