package dev.duodang.pricing.book.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values as YAML that is nice to read and to compare: short mappings and lists on one line, long
 * ones with a line for each part, an empty line between the sections of a book and between tiers.
 */
final class YamlText {

  private static final int WIDTH_MAX = 100;

  /** Words that every YAML reader takes for text, within a list or mapping too. */
  private static final Pattern SAFE =
      Pattern.compile("\\p{L}[\\p{L}\\p{N}_/.·→()（）-]*(?: [\\p{L}\\p{N}_/.·→()（）-]+)*");

  private static final Set<String> TAKEN =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf");

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  static String of(Written.Mapping root) {
    YamlText yaml = new YamlText();
    boolean first = true;
    for (Map.Entry<String, Written> field : root.fields().entrySet()) {
      if (!first && isSection(field.getValue())) {
        yaml.text.append('\n');
      }
      first = false;
      yaml.field(field.getKey(), field.getValue(), 0);
    }
    return yaml.text.toString();
  }

  private static boolean isSection(Written value) {
    return switch (value) {
      case Written.Plain _, Written.Word _ -> false;
      case Written.Items items -> items.spread();
      case Written.Mapping mapping -> mapping.spread();
    };
  }

  /** Writes {@code key: value} at the end of the text, which is already indented. */
  private void field(String key, Written value, int indent) {
    String name = key(key);
    String flow = flow(value);
    if (isOnOneLine(value) && indent + name.length() + 2 + flow.length() <= WIDTH_MAX) {
      text.append(name).append(": ").append(flow).append('\n');
      return;
    }
    switch (value) {
      case Written.Plain _, Written.Word _ ->
          text.append(name).append(": ").append(flow).append('\n');
      case Written.Items items -> {
        text.append(name).append(":\n");
        items(items, indent + 2);
      }
      case Written.Mapping mapping -> {
        text.append(name).append(":\n").append(" ".repeat(indent + 2));
        fields(mapping, indent + 2);
      }
    }
  }

  private void fields(Written.Mapping mapping, int indent) {
    boolean first = true;
    for (Map.Entry<String, Written> field : mapping.fields().entrySet()) {
      text.append(first ? "" : " ".repeat(indent));
      first = false;
      field(field.getKey(), field.getValue(), indent);
    }
  }

  private void items(Written.Items items, int indent) {
    boolean first = true;
    for (Written value : items.values()) {
      String flow = flow(value);
      boolean oneLine = isOnOneLine(value) && indent + 2 + flow.length() <= WIDTH_MAX;
      text.append(first || oneLine ? "" : "\n").append(" ".repeat(indent)).append("- ");
      first = false;
      if (!oneLine && value instanceof Written.Mapping mapping && !mapping.isEmpty()) {
        fields(mapping, indent + 2);
      } else {
        text.append(flow).append('\n');
      }
    }
  }

  private static boolean isOnOneLine(Written value) {
    return switch (value) {
      case Written.Plain _, Written.Word _ -> true;
      case Written.Items items ->
          items.values().isEmpty()
              || (!items.spread() && items.values().stream().allMatch(YamlText::isOnOneLine));
      case Written.Mapping mapping ->
          mapping.isEmpty()
              || (!mapping.spread()
                  && mapping.fields().values().stream().allMatch(YamlText::isOnOneLine));
    };
  }

  private static String flow(Written value) {
    return switch (value) {
      case Written.Plain plain -> plain.text();
      case Written.Word word -> word(word.text());
      case Written.Items items ->
          items.values().stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
      case Written.Mapping mapping ->
          mapping.fields().entrySet().stream()
              .map(field -> key(field.getKey()) + ": " + flow(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String word(String word) {
    return TAKEN.contains(word.toLowerCase(Locale.ROOT)) ? quoted(word) : key(word);
  }

  /** A key is text whatever it looks like, so that only what would break the mapping is quoted. */
  private static String key(String key) {
    return SAFE.matcher(key).matches() ? key : quoted(key);
  }

  /** In double quotes, with the escapes of JSON. */
  private static String quoted(String word) {
    StringBuilder quoted = new StringBuilder("\"");
    word.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c < ' ' || (c >= 0x7f && c <= 0xa0) || c == 0xfeff) {
                quoted.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }
}
