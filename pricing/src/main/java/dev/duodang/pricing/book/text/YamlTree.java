package dev.duodang.pricing.book.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
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
    try {
      if (!isHarmless(text, problems)) {
        return null;
      }
      Optional<Node> root = new Compose(SETTINGS).composeString(text);
      if (root.isEmpty()) {
        problems.add(start(), "", "the text is empty", "a price book");
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException malformed) {
      problems.add(at(malformed.getProblemMark()), "", malformedText(malformed), "YAML or JSON");
      return null;
    } catch (YamlEngineException malformed) {
      problems.add(start(), "", String.valueOf(malformed.getMessage()), "YAML or JSON");
      return null;
    }
  }

  private static boolean isHarmless(String text, Problems problems) {
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      depth +=
          switch (event.getEventId()) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            default -> 0;
          };
      String complaint = complaintAbout(event, depth);
      if (!complaint.isEmpty()) {
        problems.add(at(event.getStartMark()), "", complaint, "plain values without references");
        return false;
      }
    }
    return true;
  }

  private static String complaintAbout(Event event, int depth) {
    if (depth > NESTING_MAX) {
      return "more than " + NESTING_MAX + " levels of nesting";
    }
    if (event.getEventId() == Event.ID.Alias) {
      return "a reference (*name) cannot be used in a book";
    }
    boolean tooLong =
        event instanceof ScalarEvent scalar && scalar.getValue().length() > SCALAR_LENGTH_MAX;
    return tooLong ? "a value of more than " + SCALAR_LENGTH_MAX + " characters" : "";
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
