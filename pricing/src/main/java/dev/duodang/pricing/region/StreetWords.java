package dev.duodang.pricing.region;

/**
 * Tells from the words behind a stem whether it names the region or something called after a
 * region: 北京东路 is a street in Shanghai, 西湖文化广场 is not in 西湖区.
 */
final class StreetWords {

  private static final String DIRECTIONS = "东西南北中";
  private static final String NUMBERS = "一二三四五六七八九123456789";
  private static final String WAYS = "路街道巷弄";
  private static final String BRIDGE_ENDS = "东西南北下口旁";

  private static final WordSet LONG_WAYS = WordSet.of("大道 大街 支路 胡同 环路 新路 高速 公路 隧道 立交 里小区 快速路");

  private static final WordSet BUILDINGS =
      WordSet.of(
          "大学 学院 银行 大厦 酒店 大酒店 宾馆 饭店 花园 小区 公寓 家园 新村 苑 广场 商场 商厦 商城 百货 医院 小吃 拉面 火锅 小面 烤鸭 会馆 菜馆 餐厅 "
              + "证券 保险 航空 村 驻 办事处 商会 明珠 国际城 国际大 新天地 中学 小学 公馆 名苑 名城 雅苑");

  private static final WordSet TOWNS =
      WordSet.of("镇 乡 社区 林场 农场 机场 国际机场 火车站 汽车站 站 东站 西站 南站 北站 公园 体育场 文化广场 博物馆 心");

  private static final String LANDSCAPE = "山湖江河海门寺塔阁岛洞坝湾岭";
  private static final String AFTER_LANDSCAPE = "路街道大小公园景风酒宾医旅花国站外内东西南北庄口";

  private StreetWords() {}

  /** Whether the text from {@code at} on makes a street of the name before it. */
  static boolean street(char[] text, int at) {
    if (ends(text, at)) {
      return false;
    }
    if (LONG_WAYS.isAt(text, at)) {
      return true;
    }
    if (text[at] == '桥') {
      return ends(text, at + 1) || oneOf(text, at + 1, BRIDGE_ENDS);
    }
    int i = oneOf(text, at, DIRECTIONS) ? at + 1 : at;
    i = oneOf(text, i, "十") ? i + 1 : i;
    i = oneOf(text, i, NUMBERS) ? i + 1 : i;
    return oneOf(text, i, WAYS) || LONG_WAYS.isAt(text, i);
  }

  /** Whether it makes a building, school, shop or estate of it. */
  static boolean building(char[] text, int at) {
    return BUILDINGS.isAt(text, at);
  }

  /** Whether it makes a town, station or piece of landscape of it. */
  static boolean townOrLandscape(char[] text, int at) {
    if (TOWNS.isAt(text, at)) {
      return true;
    }
    return oneOf(text, at, LANDSCAPE)
        && (ends(text, at + 1)
            || Character.isDigit(text[at + 1])
            || oneOf(text, at + 1, AFTER_LANDSCAPE));
  }

  /** Whether 市 at the end of a name is the beginning of 市场. */
  static boolean market(char[] text, int at) {
    return text[at - 1] == '市' && !ends(text, at) && text[at] == '场';
  }

  private static boolean oneOf(char[] text, int at, String characters) {
    return at < text.length && characters.indexOf(text[at]) >= 0;
  }

  private static boolean ends(char[] text, int at) {
    return at >= text.length || text[at] == AddressText.BLANK;
  }
}
