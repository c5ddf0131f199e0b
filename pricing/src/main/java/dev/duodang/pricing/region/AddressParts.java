package dev.duodang.pricing.region;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The parts of one address: what stands before the regions, the regions, and what follows them. */
final class AddressParts {

  private static final int[] NOTHING = {};

  private static final WordSet OPENINGS =
      WordSet.of(
          "中华人民共和国 中国 收货地址 收件地址 详细地址 联系地址 服务地址 安装地址 维修地址 上门地址 客户地址 家庭地址 单位地址 公司地址 地址 住址 "
              + "所在地区 所在地 邮政编码 邮编 家住 住在 位于 寄往 寄到 发往 送到 送至 我在 我住");

  /** Words that end the name of an area that is no unit of the tree. */
  private static final WordSet AREAS =
      WordSet.of("开发区 高新区 经开区 新区 园区 示范区 度假区 保税区 管理区 实验区 试验区 风景区 名胜区 工业区 合作区");

  private static final WordSet PREFECTURES = WordSet.of("市 地区 州 盟");

  private static final int AREA_LENGTH_MAX = 16;
  private static final int PREFECTURE_LENGTH_MAX = 8;

  private final RegionTree tree;
  private final NameTrie trie;
  private final char[] text;

  AddressParts(RegionTree tree, NameTrie trie, char[] text) {
    this.tree = tree;
    this.trie = trie;
    this.text = text;
  }

  /** The first regions that the address names; at its beginning if they are there. */
  Reading reading() {
    int start = start();
    Reading first = Reading.of(tree, trie, text, start, Reading.ANYWHERE);
    if (!first.isEmpty()) {
      return first;
    }
    for (int at = nextPart(start); at < text.length; at = nextPart(at)) {
      Reading later = Reading.of(tree, trie, text, at, Reading.ANYWHERE);
      if (!later.isEmpty() && isClearAtPart(later)) {
        return later;
      }
    }
    for (int at = start + 1; at < text.length; at++) {
      Reading later = Reading.inFull(tree, trie, text, at, Reading.ANYWHERE);
      if (!later.isEmpty() && isClearAnywhere(later, at)) {
        return later;
      }
    }
    return first;
  }

  private boolean isClearAtPart(Reading reading) {
    return reading.full() || reading.names() > 1 || tree.depth(reading.region()) < 3;
  }

  private boolean isClearAnywhere(Reading reading, int at) {
    boolean wordBegins = !Reading.isLatin(text[at - 1]) || !Reading.isLatin(text[at]);
    return wordBegins
        && reading.full()
        && (reading.names() > 1 || tree.depth(reading.region()) < 3);
  }

  /** The regions below {@code reading} that follow an area without code, or in a later part. */
  Reading deeper(Reading reading) {
    int region = reading.region();
    if (tree.isLeaf(region)) {
      return reading;
    }
    Reading behind = behind(reading, AREAS, AREA_LENGTH_MAX);
    if (behind == null && tree.depth(region) == 1) {
      behind = behind(reading, PREFECTURES, PREFECTURE_LENGTH_MAX);
    }
    if (behind != null) {
      return behind;
    }
    for (int at = nextPart(reading.end()); at < text.length; at = nextPart(at)) {
      Reading later = Reading.inFull(tree, trie, text, at, region);
      if (!later.isEmpty() && later.full() && later.region() != region) {
        return later;
      }
    }
    return reading;
  }

  private @Nullable Reading behind(Reading reading, WordSet words, int lengthMax) {
    int until = Math.min(text.length, reading.end() + lengthMax);
    for (int at = reading.end(); at < until; at++) {
      int length = words.lengthAt(text, at);
      if (length > 0) {
        Reading next = Reading.inFull(tree, trie, text, at + length, reading.region());
        if (!next.isEmpty() && next.full() && next.region() != reading.region()) {
          return next;
        }
      }
    }
    return null;
  }

  /** What directly follows and cannot lie in the regions read: 杭州市 behind 广东省. */
  int[] contradicting(Reading reading) {
    int at = reading.end();
    while (at < text.length && text[at] == AddressText.BLANK) {
      at++;
    }
    if (at == text.length || !trie.begins(text[at])) {
      return NOTHING;
    }
    Reading next = Reading.of(tree, trie, text, at, Reading.ANYWHERE);
    if (next.isEmpty() || !isClaim(reading, next)) {
      return NOTHING;
    }
    for (int region : next.regions()) {
      for (int known : reading.regions()) {
        if (tree.isWithin(region, known) || tree.isWithin(known, region)) {
          return NOTHING;
        }
      }
    }
    return next.regions();
  }

  private boolean isClaim(Reading reading, Reading next) {
    boolean undivided = tree.isLeaf(reading.region()) && tree.depth(reading.region()) < 3;
    boolean areaOfItsOwn =
        next.names() == 1
            && tree.depth(next.region()) == 3
            && (undivided || next.lastName().endsWith("新区"));
    int behind = next.end();
    if (areaOfItsOwn
        || StreetWords.building(text, behind)
        || StreetWords.street(text, behind)
        || (!next.full() && StreetWords.townOrLandscape(text, behind))) {
      return false;
    }
    return next.full()
        || next.names() > 1
        || (tree.depth(reading.region()) == 1 && tree.depth(next.region()) == 2);
  }

  /** Those of several regions that a later part of the address admits: 朝阳区建国路, 北京. */
  int[] narrowed(Reading reading) {
    for (int at = nextPart(reading.end()); at < text.length; at = nextPart(at)) {
      Reading later = Reading.of(tree, trie, text, at, Reading.ANYWHERE);
      if (!later.isEmpty() && isClearAtPart(later)) {
        int[] left =
            Arrays.stream(reading.regions())
                .filter(i -> Arrays.stream(later.regions()).anyMatch(j -> tree.isWithin(i, j)))
                .toArray();
        if (left.length > 0) {
          return left;
        }
      }
    }
    return reading.regions();
  }

  private int start() {
    int at = 0;
    int last = -1;
    while (at != last) {
      last = at;
      while (at < text.length && (text[at] == AddressText.BLANK || isDigit(text[at]))) {
        at++;
      }
      at += OPENINGS.lengthAt(text, at);
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The beginning of the next part, behind a blank; the length of the text if there is none. */
  private int nextPart(int from) {
    int at = from;
    while (at < text.length && text[at] != AddressText.BLANK) {
      at++;
    }
    while (at < text.length && text[at] == AddressText.BLANK) {
      at++;
    }
    return at;
  }
}
