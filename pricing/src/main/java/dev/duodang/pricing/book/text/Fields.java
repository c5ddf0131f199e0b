package dev.duodang.pricing.book.text;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of the text. Each field is taken by name; {@link #end()} refuses what nobody took. A
 * field that is missing or wrong is noted and comes as null.
 */
final class Fields {

  private static final int SHOWN_MAX = 60;

  private final Node node;
  private final String path;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(Node node, String path, Problems problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  /** The mapping in a node, or null after noting that it is none. */
  static @Nullable Fields of(Node node, String path, Problems problems) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, path, shown(node) + " is not a mapping", "name: value pairs");
      return null;
    }
    Fields fields = new Fields(node, path, problems);
    for (NodeTuple tuple : mapping.getValue()) {
      fields.put(tuple);
    }
    return fields;
  }

  private void put(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(tuple.getKeyNode(), path, "a name must be plain text", "");
    } else if (values.put(key.getValue(), tuple.getValueNode()) != null) {
      problems.add(
          key, at(key.getValue()), Problems.quoted(key.getValue()) + " stands here twice", "");
    } else {
      keys.put(key.getValue(), key);
    }
  }

  Node node() {
    return node;
  }

  Problems problems() {
    return problems;
  }

  String path() {
    return path;
  }

  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    known.add(key);
    return values.containsKey(key);
  }

  /** The names of the mapping in the order of the text. */
  List<String> inOrder() {
    return List.copyOf(values.keySet());
  }

  @Nullable Node take(String key) {
    known.add(key);
    return values.get(key);
  }

  /** A field that may be absent, read from its text. */
  <T> @Nullable T optional(String key, String allowed, Function<String, T> parse) {
    Node value = take(key);
    return value == null ? null : scalar(value, at(key), problems, allowed, parse);
  }

  /** A field that must be there, read from its text. */
  <T> @Nullable T required(String key, String allowed, Function<String, T> parse) {
    Node value = take(key);
    if (value == null) {
      problems.add(node, at(key), "\"" + key + "\" is missing", allowed);
      return null;
    }
    return scalar(value, at(key), problems, allowed, parse);
  }

  boolean flag(String key, boolean absent) {
    Boolean value = optional(key, "true or false", Words::truth);
    return value == null ? absent : value;
  }

  /** The mapping of a field, or null when it is absent or none. */
  @Nullable Fields mapping(String key) {
    Node value = take(key);
    return value == null ? null : Fields.of(value, at(key), problems);
  }

  /**
   * The elements of a list field, or of a single value; what cannot be read is noted and left out.
   */
  <T> List<T> list(String key, BiFunction<Node, String, @Nullable T> read) {
    Node value = take(key);
    return value == null ? List.of() : elements(value, at(key), read);
  }

  /** The elements of a list, or the single value that stands for a list of one. */
  static <T> List<T> elements(Node value, String path, BiFunction<Node, String, @Nullable T> read) {
    List<T> elements = new ArrayList<>();
    if (value instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        T element = read.apply(list.getValue().get(i), path + "[" + i + "]");
        if (element != null) {
          elements.add(element);
        }
      }
    } else {
      T element = read.apply(value, path);
      if (element != null) {
        elements.add(element);
      }
    }
    return elements;
  }

  /** The value of a scalar, or null after noting that it is not what is allowed. */
  static <T> @Nullable T scalar(
      Node value, String path, Problems problems, String allowed, Function<String, T> parse) {
    if (!(value instanceof ScalarNode scalar)) {
      problems.add(value, path, shown(value) + " is not a single value", allowed);
      return null;
    }
    try {
      return parse.apply(scalar.getValue());
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException refused) {
      problems.add(value, path, told(scalar.getValue(), refused), allowed);
      return null;
    }
  }

  private static String told(String text, RuntimeException refused) {
    String said = String.valueOf(refused.getMessage());
    return said.startsWith("is ") || said.startsWith("has ")
        ? Problems.quoted(text) + " " + said
        : said.contains("\"") ? said : Problems.quoted(text) + ": " + said;
  }

  /** Refuses the names that nobody asked for, with the nearest one that is known. */
  void end() {
    refuseUnknown("is not known here");
  }

  /** As {@link #end()}, where the names are of things that the book declares. */
  void endOf(String what) {
    refuseUnknown("is not " + what + " that the book declares");
  }

  private void refuseUnknown(String message) {
    for (Map.Entry<String, Node> entry : keys.entrySet()) {
      if (!known.contains(entry.getKey()) && !problems.isFull()) {
        String nearest = Nearest.to(entry.getKey(), known);
        String hint = nearest == null ? "" : ", did you mean \"" + nearest + "\"?";
        problems.add(
            entry.getValue(),
            at(entry.getKey()),
            Problems.quoted(entry.getKey()) + " " + message + hint,
            known.stream().limit(SHOWN_MAX).collect(Collectors.joining(", ")));
      }
    }
  }

  private static String shown(Node node) {
    return switch (node.getNodeType()) {
      case SCALAR -> Problems.quoted(((ScalarNode) node).getValue());
      case SEQUENCE -> "a list";
      case MAPPING -> "a mapping";
      case ANCHOR -> "a reference";
    };
  }
}
