package dev.duodang.pricing.region;

import java.util.List;

/** The part of a region's name that people keep when they leave out what kind of unit it is. */
final class RegionStem {

  private static final List<String> LONG_KINDS =
      List.of("特别行政区", "自治区", "自治州", "自治县", "自治旗", "林区", "特区", "新区", "地区");

  private static final String SHORT_KINDS = "省市区县旗盟";

  private static final List<String> PEOPLES =
      List.of(
          ("维吾尔族 柯尔克孜族 乌孜别克族 达斡尔族 土家族 布依族 朝鲜族 哈尼族 哈萨克族 傈僳族 仡佬族 东乡族 拉祜族 纳西族 仫佬族 锡伯族 "
                  + "景颇族 毛南族 撒拉族 布朗族 塔吉克族 阿昌族 普米族 鄂温克族 基诺族 德昂族 保安族 俄罗斯族 裕固族 门巴族 鄂伦春族 独龙族 "
                  + "塔塔尔族 赫哲族 高山族 珞巴族 蒙古族 壮族 满族 回族 苗族 彝族 藏族 侗族 瑶族 白族 黎族 傣族 畲族 水族 佤族 羌族 土族 怒族 京族 "
                  + "各族 维吾尔 柯尔克孜 哈萨克 塔吉克 锡伯 蒙古")
              .split(" ", -1));

  private RegionStem() {}

  /** {@code 延边} for 延边朝鲜族自治州, {@code 南山} for 南山区, {@code 浦东} for 浦东新区. */
  static String of(String name) {
    String rest = withoutKind(name);
    if (!name.contains("自治") && !rest.endsWith("族")) {
      return rest;
    }
    String shorter = withoutPeople(rest);
    while (!shorter.equals(rest)) {
      rest = shorter;
      shorter = withoutPeople(rest);
    }
    return rest;
  }

  private static String withoutKind(String name) {
    for (String kind : LONG_KINDS) {
      if (name.endsWith(kind) && name.length() > kind.length() + 1) {
        return name.substring(0, name.length() - kind.length());
      }
    }
    boolean kind = SHORT_KINDS.indexOf(name.charAt(name.length() - 1)) >= 0;
    return kind ? name.substring(0, name.length() - 1) : name;
  }

  private static String withoutPeople(String name) {
    for (String people : PEOPLES) {
      if (name.endsWith(people) && name.length() > people.length() + 1) {
        return name.substring(0, name.length() - people.length());
      }
    }
    return name;
  }
}
