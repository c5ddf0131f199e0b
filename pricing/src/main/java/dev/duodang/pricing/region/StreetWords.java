package dev.duodang.pricing.region;

import java.util.List;

/**
 * Tells from the words behind a stem whether it names the region or something called after a
 * region: 北京东路 is a street in Shanghai, 西湖文化广场 is not in 西湖区.
 */
final class StreetWords {

  private static final String DIRECTIONS = "东西南北中";
  private static final String NUMBERS = "一二三四五六七八九十0123456789";
  private static final String WAYS = "路街道巷弄桥";
  private static final List<String> LONG_WAYS =
      List.of("大道", "大街", "支路", "胡同", "环路", "新路", "高速", "公路", "隧道", "立交", "里小区", "快速路");

  private static final List<String> BUILDINGS =
      List.of(
          ("大学 学院 银行 大厦 酒店 大酒店 宾馆 饭店 花园 小区 公寓 家园 新村 苑 广场 商场 商厦 商城 百货 医院 小吃 拉面 火锅 小面 烤鸭 会馆 菜馆 餐厅 "
                  + "证券 保险 航空 村 人民政府驻 驻 办事处 商会 明珠 国际城 国际大 新天地 中学 小学 公馆 名苑 名城 雅苑")
              .split(" ", -1));

  private static final List<String> TOWNS =
      List.of("镇 乡 社区 林场 农场 机场 国际机场 火车站 汽车站 站 东站 西站 南站 北站 公园 体育场 文化广场 博物馆 心".split(" ", -1));

  private static final String LANDSCAPE = "山湖江河海门寺塔阁岛洞坝湾岭";
  private static final String AFTER_LANDSCAPE = "路街道大小公园景风酒宾医旅花国站外内东西南北庄口";

  private StreetWords() {}

  /** Whether the text from {@code at} on makes a street of the name before it. */
  static boolean street(char[] text, int at) {
    int i = at;
    if (ends(text, i)) {
      return false;
    }
    if (startsWithAny(text, i, LONG_WAYS)) {
      return true;
    }
    if (oneOf(text, i, DIRECTIONS)) {
      i++;
    }
    while (oneOf(text, i, NUMBERS)) {
      i++;
    }
    return oneOf(text, i, WAYS) || startsWithAny(text, i, LONG_WAYS);
  }

  /** Whether it makes a building, school, shop or estate of it. */
  static boolean building(char[] text, int at) {
    return startsWithAny(text, at, BUILDINGS);
  }

  /** Whether it makes a town, station or piece of landscape of it. */
  static boolean townOrLandscape(char[] text, int at) {
    if (startsWithAny(text, at, TOWNS)) {
      return true;
    }
    return oneOf(text, at, LANDSCAPE)
        && (ends(text, at + 1)
            || Character.isDigit(text[at + 1])
            || oneOf(text, at + 1, AFTER_LANDSCAPE));
  }

  /** Whether 市 at the end of a name is the beginning of 市场. */
  static boolean market(char[] text, int at) {
    return at > 0 && text[at - 1] == '市' && !ends(text, at) && text[at] == '场';
  }

  static boolean startsWith(char[] text, int at, String word) {
    if (at + word.length() > text.length) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean startsWithAny(char[] text, int at, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (startsWith(text, at, words.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean oneOf(char[] text, int at, String characters) {
    return at < text.length && characters.indexOf(text[at]) >= 0;
  }

  private static boolean ends(char[] text, int at) {
    return at >= text.length || text[at] == AddressText.BLANK;
  }
}
