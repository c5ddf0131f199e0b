package dev.duodang.pricing.book.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Text to a tree of nodes with positions. The text is walked once as a flat stream of events before
 * a tree is built, so that nesting, references and long texts are refused before they cost
 * anything.
 */
final class YamlTree {

  private static final int TEXT_LENGTH_MAX = 64 * 1024 * 1024;
  private static final int NESTING_MAX = 40;
  private static final int VALUES_MAX = 1_000_000;
  private static final int SCALAR_LENGTH_MAX = 4000;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setLabel("book")
          .setAllowDuplicateKeys(true)
          .setAllowRecursiveKeys(false)
          .setCodePointLimit(TEXT_LENGTH_MAX)
          .setMaxAliasesForCollections(1)
          .build();

  private YamlTree() {}

  /** The root of the one document in the text, or null after noting why there is none. */
  static @Nullable Node parse(String text, Problems problems) {
    if (text.length() > TEXT_LENGTH_MAX) {
      problems.add(start(), "", "the text is too long", "at most 64 Mi characters");
      return null;
    }
    int unreadable = Characters.firstUnreadable(text);
    if (unreadable >= 0) {
      problems.add(
          at(Optional.of(Characters.mark(text, unreadable))),
          "",
          "the text holds the character " + Characters.shown(text, unreadable),
          "printable characters, tabs and ends of lines");
      return null;
    }
    try {
      return isHarmless(text, problems) ? root(text, problems) : null;
    } catch (MarkedYamlEngineException malformed) {
      problems.add(at(malformed.getProblemMark()), "", malformedText(malformed), "YAML or JSON");
      return null;
    } catch (YamlEngineException malformed) {
      problems.add(start(), "", String.valueOf(malformed.getMessage()), "YAML or JSON");
      return null;
    }
  }

  private static @Nullable Node root(String text, Problems problems) {
    Optional<Node> root = new Compose(SETTINGS).composeString(text);
    if (root.isEmpty()) {
      problems.add(start(), "", "the text is empty", "a mapping, such as {flat: 100.00}");
    }
    return root.orElse(null);
  }

  private static boolean isHarmless(String text, Problems problems) {
    int depth = 0;
    int values = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      values++;
      depth +=
          switch (event.getEventId()) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            default -> 0;
          };
      String complaint = complaintAbout(event, depth, values);
      if (!complaint.isEmpty()) {
        problems.add(at(event.getStartMark()), "", complaint, "plain values without references");
        return false;
      }
    }
    return true;
  }

  private static String complaintAbout(Event event, int depth, int values) {
    if (depth > NESTING_MAX) {
      return "more than " + NESTING_MAX + " levels of nesting";
    }
    if (values > VALUES_MAX) {
      return "more than " + VALUES_MAX + " values";
    }
    if (event.getEventId() == Event.ID.Alias) {
      return "a reference (*name) cannot be used in a book";
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      return "a name to refer to (&" + node.getAnchor().get() + ") cannot be used in a book";
    }
    return event instanceof ScalarEvent scalar ? complaintAbout(scalar.getValue()) : "";
  }

  private static String complaintAbout(String value) {
    if (value.length() > SCALAR_LENGTH_MAX) {
      return "a value of more than " + SCALAR_LENGTH_MAX + " characters";
    }
    int unreadable = Characters.firstOutsideOfOneLine(value);
    return unreadable < 0
        ? ""
        : "a value holds the character " + Characters.shown(value, unreadable);
  }

  private static String malformedText(MarkedYamlEngineException malformed) {
    String context = malformed.getContext();
    String problem = malformed.getProblem();
    return "the text cannot be read: "
        + (context == null ? "" : context + ", ")
        + (problem == null ? "malformed" : problem);
  }

  private static Node start() {
    return at(Optional.empty());
  }

  private static Node at(Optional<Mark> mark) {
    return new ScalarNode(Tag.STR, true, "", ScalarStyle.PLAIN, mark, mark);
  }
}
