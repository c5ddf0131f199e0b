package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.Times;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what tiers promise, and what is asked of how it came out. */
final class PromiseReader {

  static final List<Times.Event> STARTS =
      List.of(Times.Event.CREATED, Times.Event.ACCEPTED, Times.Event.ARRIVED);
  static final List<Times.Event> RESPONSES = List.of(Times.Event.ACCEPTED, Times.Event.ARRIVED);
  static final List<Times.Event> ENDS = List.of(Times.Event.COMPLETED, Times.Event.VERIFIED);

  private final Declared declared;
  private final Problems problems;

  PromiseReader(Declared declared, Problems problems) {
    this.declared = declared;
    this.problems = problems;
  }

  @Nullable Promise promise(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    int before = problems.count();
    Duration respond = fields.optional("respond", Words.DURATION, Words::duration);
    Duration finish = fields.optional("finish", Words.DURATION, Words::duration);
    CalendarId calendar = calendar(fields);
    Times.Event starts = event(fields, "startsAt", STARTS);
    Times.Event responds = event(fields, "respondedAt", RESPONSES);
    Times.Event finishes = event(fields, "finishedAt", ENDS);
    MeasureName paused =
        fields.optional(
            "pausedSeconds",
            "a measure of the book: " + String.join(", ", declared.measures().keySet()),
            text ->
                MeasureName.of(Declared.checked(text, declared.measures().keySet(), "measure")));
    fields.end();
    return problems.count() > before
        ? null
        : problems.attempt(
            fields.node(),
            fields.path(),
            () -> new Promise(respond, finish, calendar, starts, responds, finishes, paused));
  }

  /** Null where all time counts. */
  private @Nullable CalendarId calendar(Fields fields) {
    String allowed = String.join(", ", declared.calendars()) + ", or " + CalendarId.ALWAYS;
    String named =
        fields.optional(
            "calendar",
            declared.calendars().isEmpty() ? CalendarId.ALWAYS : allowed,
            text -> text.equals(CalendarId.ALWAYS) ? text : declared.calendar(text).text());
    return named == null || named.equals(CalendarId.ALWAYS) ? null : CalendarId.of(named);
  }

  private static Times.Event event(Fields fields, String key, List<Times.Event> allowed) {
    return RateReader.orElse(
        fields.optional(key, Words.events(allowed), text -> Words.event(allowed, text)),
        allowed.getFirst());
  }

  /**
   * What is asked of a promise, such as {@code broken} or {@code {respond: kept}}.
   *
   * @param isKnown whether it can be asked for here
   */
  void addCondition(List<Condition> all, Fields fields, boolean isKnown) {
    Node node = fields.take("promise");
    if (node == null) {
      return;
    }
    String path = fields.at("promise");
    if (!isKnown) {
      problems.add(
          node,
          path,
          "how a promise came out is known once tiers are chosen",
          "promise in the conditions of modifiers and rebates");
      return;
    }
    if (!(node instanceof MappingNode)) {
      add(all, Promise.Part.WHOLE, state(node, path));
      return;
    }
    Fields parts = Fields.of(node, path, problems);
    if (parts != null) {
      addPart(all, parts, "respond", Promise.Part.RESPOND);
      addPart(all, parts, "finish", Promise.Part.FINISH);
      parts.end();
      if (!parts.has("respond") && !parts.has("finish")) {
        problems.add(node, path, "no value is named", "respond, finish or both");
      }
    }
  }

  private void addPart(List<Condition> all, Fields parts, String key, Promise.Part part) {
    Node node = parts.take(key);
    if (node != null) {
      add(all, part, state(node, parts.at(key)));
    }
  }

  private static void add(List<Condition> all, Promise.Part part, Promise.@Nullable State state) {
    if (state != null) {
      all.add(new Condition.PromiseCameOut(part, state));
    }
  }

  private Promise.@Nullable State state(Node node, String path) {
    return Fields.scalar(
        node,
        path,
        problems,
        Words.allowed(Promise.State.class),
        text -> Words.word(Promise.State.class, text));
  }
}
