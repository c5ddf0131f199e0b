package dev.duodang.pricing.region;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The divisions of China as GB/T 2260 numbers them: provinces, prefectures and counties. Sources
 * and gaps are told in the README beside the data.
 */
public final class GbT2260 {

  /** All of China keeps one time. */
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private GbT2260() {}

  /** The shipped tree; always the same object. */
  public static RegionTree tree() {
    return Shipped.TREE;
  }

  /** Traditional characters of region names with their simplified ones. */
  static Map<Character, Character> simplified() {
    Map<Character, Character> pairs = new HashMap<>();
    for (String[] fields : records("simplified.tsv", 2)) {
      pairs.put(fields[0].charAt(0), fields[1].charAt(0));
    }
    return pairs;
  }

  /** Stems of counties that are everyday words too, such as 东方 and 和平. */
  static Set<String> commonWords() {
    return Set.copyOf(List.of(text("common-words.txt").strip().split("\\s+", -1)));
  }

  private static RegionTree read() {
    TreeGrowth growth = new TreeGrowth();
    for (String[] fields : records("divisions.tsv", 2)) {
      growth.add(RegionCode.of(fields[0]), fields[1], depth(fields[0]), ZONE);
    }
    List<RetiredRegion> retired = new ArrayList<>();
    for (String[] fields : records("retired.tsv", 4)) {
      retired.add(
          new RetiredRegion(
              RegionCode.of(fields[0]),
              fields[1],
              LocalDate.parse(fields[2]),
              RegionCode.of(fields[3])));
    }
    List<OtherName> others = new ArrayList<>();
    for (String[] fields : records("other-names.tsv", 2)) {
      others.add(new OtherName(fields[0], RegionCode.of(fields[1])));
    }
    return growth.tree(retired, others);
  }

  private static int depth(String code) {
    if (code.endsWith("0000")) {
      return 1;
    }
    return code.endsWith("00") ? 2 : 3;
  }

  private static List<String[]> records(String name, int fields) {
    List<String[]> records = new ArrayList<>();
    for (String line : text(name).lines().toList()) {
      String[] record = line.split("\t", -1);
      if (record.length != fields) {
        throw new IllegalStateException(
            name + ": \"" + line + "\" must have " + fields + " fields divided by tabs");
      }
      records.add(record);
    }
    return records;
  }

  private static String text(String name) {
    try (InputStream stream = GbT2260.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + name + " cannot be read", e);
    }
  }

  private static final class Shipped {
    private static final RegionTree TREE = read();
  }
}
