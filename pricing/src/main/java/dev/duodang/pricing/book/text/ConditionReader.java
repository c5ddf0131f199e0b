package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.CalendarWord;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.Range;
import dev.duodang.pricing.book.WorkingTime;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a tier or modifier asks. */
final class ConditionReader {

  private static final String VALUES = "a value, a list of values, or {in: [...], not: [...]}";
  private static final String BOUNDS = "gt, gte, lt and lte";

  private final Declared declared;
  private final Problems problems;
  private final RegionNames regions;
  private final ExpressionReader expressions;
  private final PromiseReader promises;

  ConditionReader(
      Declared declared, Problems problems, RegionNames regions, ExpressionReader expressions) {
    this.declared = declared;
    this.problems = problems;
    this.regions = regions;
    this.expressions = expressions;
    this.promises = new PromiseReader(declared, problems);
  }

  /** The conditions under a key of a mapping; none when the key is absent. */
  Conditions under(Fields parent, String key) {
    Node node = parent.take(key);
    return node == null ? Conditions.NONE : read(node, parent.at(key));
  }

  /**
   * As {@link #under}, of lines that are there already, so that it may be asked how the promise
   * came out.
   */
  Conditions underLines(Fields parent, String key) {
    Node node = parent.take(key);
    return node == null ? Conditions.NONE : read(node, parent.at(key), true);
  }

  /** The conditions of what a book covers, of which all must be provable. */
  Conditions readCovered(Node node, String path) {
    Conditions covered = read(node, path);
    if (covered.expression() != null) {
      problems.add(
          node, path + ".expression", "nothing can be proven of an expression", "other conditions");
    }
    return covered;
  }

  /** The conditions of a mapping; what cannot be read is noted and left out. */
  Conditions read(Node node, String path) {
    return read(node, path, false);
  }

  private Conditions read(Node node, String path, boolean ofLines) {
    Fields fields = Fields.of(node, path, problems);
    if (fields == null) {
      return Conditions.NONE;
    }
    List<Condition> all = new ArrayList<>();
    for (Dimension.Standard dimension : Dimension.Standard.values()) {
      addSet(all, fields, dimension, valueOf(dimension));
    }
    addRange(all, fields, NumberFact.Standard.QUANTITY, Words.NUMBER, Exact::parse);
    addRange(all, fields, NumberFact.Standard.DISTANCE_METRES, Words.DISTANCE, Words::metres);
    addRange(all, fields, NumberFact.Standard.DURATION_SECONDS, Words.DURATION, Words::seconds);
    addMeasures(all, fields.mapping("measures"));
    addAttributes(all, fields.mapping("attributes"));
    for (Times.Event event : Times.Event.values()) {
      addEvent(all, fields, event);
    }
    addStatus(all, fields);
    addRelated(all, fields.mapping("related"));
    promises.addCondition(all, fields, ofLines);
    Condition expression = expressions.under(fields);
    if (expression != null) {
      all.add(expression);
    }
    fields.end();
    return new Conditions(all);
  }

  private Function<String, Code> valueOf(Dimension.Standard dimension) {
    return switch (dimension) {
      case REGION -> regions::known;
      case SERVICE -> text -> Code.of(ServicePath.of(text).text());
      case WARRANTY -> text -> Code.of(Words.word(Warranty.class, text).name());
      case STAGE -> text -> Code.of(Words.word(Stage.class, text).name());
      case COUNTERPARTY,
          CUSTOMER,
          CUSTOMER_CLASS,
          CHANNEL,
          PARTNER_TYPE,
          MODE,
          GRADE,
          COMPLEXITY,
          URGENCY,
          BRAND,
          PRODUCT,
          PROMOTION ->
          Code::of;
    };
  }

  private void addSet(
      List<Condition> all, Fields fields, Dimension dimension, Function<String, Code> parse) {
    Node node = fields.take(dimension.key());
    if (node == null) {
      return;
    }
    String path = fields.at(dimension.key());
    int before = problems.count();
    Set<Code> included = new HashSet<>();
    Set<Code> excluded = new HashSet<>();
    if (node instanceof MappingNode) {
      Fields sides = Fields.of(node, path, problems);
      if (sides != null) {
        included.addAll(sides.list("in", (value, at) -> code(value, at, parse)));
        excluded.addAll(sides.list("not", (value, at) -> code(value, at, parse)));
        sides.end();
      }
    } else {
      included.addAll(Fields.elements(node, path, (value, at) -> code(value, at, parse)));
    }
    if (!included.isEmpty() || !excluded.isEmpty()) {
      all.add(new Condition.OneOf(dimension, included, excluded));
    } else {
      refuseNothing(node, path, before, VALUES);
    }
  }

  /** A condition that names nothing would admit all, which its writer did not mean. */
  private void refuseNothing(Node node, String path, int before, String allowed) {
    if (problems.count() == before) {
      problems.add(node, path, "no value is named", allowed);
    }
  }

  private @Nullable Code code(Node value, String path, Function<String, Code> parse) {
    return Fields.scalar(value, path, problems, VALUES, parse);
  }

  private void addRange(
      List<Condition> all,
      Fields fields,
      NumberFact number,
      String allowed,
      Function<String, Exact> parse) {
    Fields bounds = fields.mapping(number.key());
    if (bounds == null) {
      return;
    }
    int before = problems.count();
    Range.Bound lower = bound(bounds, "gt", "gte", allowed, parse);
    Range.Bound upper = bound(bounds, "lt", "lte", allowed, parse);
    bounds.end();
    Range range =
        problems.count() > before
            ? null
            : problems.attempt(bounds.node(), bounds.path(), () -> new Range(lower, upper));
    if (range != null) {
      all.add(new Condition.InRange(number, range));
    }
  }

  private Range.@Nullable Bound bound(
      Fields bounds, String open, String closed, String allowed, Function<String, Exact> parse) {
    Exact exclusive = bounds.optional(open, allowed, parse);
    Exact inclusive = bounds.optional(closed, allowed, parse);
    if (exclusive != null && inclusive != null) {
      problems.add(bounds.node(), bounds.at(open), open + " and " + closed + " both", BOUNDS);
    }
    if (exclusive != null) {
      return new Range.Bound(exclusive, false);
    }
    return inclusive == null ? null : new Range.Bound(inclusive, true);
  }

  private void addMeasures(List<Condition> all, @Nullable Fields fields) {
    if (fields == null) {
      return;
    }
    for (String name : declared.measures().keySet()) {
      NumberFact number = new NumberFact.Measured(MeasureName.of(name));
      addRange(all, fields, number, Words.NUMBER, Exact::parse);
    }
    fields.endOf("a measure");
  }

  private void addAttributes(List<Condition> all, @Nullable Fields fields) {
    if (fields == null) {
      return;
    }
    for (AttributeDeclaration attribute : declared.attributes().values()) {
      AttributeName name = attribute.name();
      switch (attribute.type()) {
        case NUMBER ->
            addRange(all, fields, new NumberFact.Attribute(name), Words.NUMBER, Exact::parse);
        case TEXT -> addSet(all, fields, new Dimension.Attribute(name), Code::of);
        case CHOICE ->
            addSet(all, fields, new Dimension.Attribute(name), text -> choice(attribute, text));
        case DATE -> addDays(all, fields, name);
      }
    }
    fields.endOf("an attribute");
  }

  private static Code choice(AttributeDeclaration attribute, String text) {
    Code code = Code.of(text);
    if (!attribute.choices().contains(code)) {
      throw new IllegalArgumentException("is not a choice of " + attribute.choices());
    }
    return code;
  }

  private void addDays(List<Condition> all, Fields fields, AttributeName name) {
    Fields days = fields.mapping(name.text());
    if (days == null) {
      return;
    }
    int before = problems.count();
    var from = days.optional("from", Words.DAY, Words::day);
    var until = days.optional("until", Words.DAY, Words::day);
    days.end();
    Condition condition =
        problems.count() > before
            ? null
            : problems.attempt(
                days.node(), days.path(), () -> new Condition.BetweenDays(name, from, until));
    if (condition != null) {
      all.add(condition);
    }
  }

  private void addEvent(List<Condition> all, Fields fields, Times.Event event) {
    String key = event.name().toLowerCase(Locale.ROOT);
    Node node = fields.take(key);
    if (node == null) {
      return;
    }
    if (!(node instanceof MappingNode)) {
      Boolean happened =
          Fields.scalar(
              node,
              fields.at(key),
              problems,
              "true, false or {from: …, until: …, hours: …, weekdays: …, calendar: …, is: …}",
              Words::truth);
      if (happened != null) {
        all.add(new Condition.Happened(event, happened));
      }
      return;
    }
    Fields when = Fields.of(node, fields.at(key), problems);
    if (when != null) {
      int before = problems.count();
      int size = all.size();
      addPeriod(all, when, event, fields.at(key));
      addHours(all, when, event);
      addWeekdays(all, when, event);
      addCalendar(all, when, event);
      when.end();
      if (all.size() == size) {
        refuseNothing(node, fields.at(key), before, "from, until, hours, weekdays, calendar");
      }
    }
  }

  private void addPeriod(List<Condition> all, Fields when, Times.Event event, String path) {
    LocalDateTime from = when.optional("from", Words.MOMENT, Words::moment);
    LocalDateTime until = when.optional("until", Words.MOMENT, Words::moment);
    if (from != null || until != null) {
      Condition during =
          problems.attempt(when.node(), path, () -> new Condition.During(event, from, until));
      if (during != null) {
        all.add(during);
      }
    }
  }

  private void addHours(List<Condition> all, Fields when, Times.Event event) {
    LocalTime[] hours = when.optional("hours", Words.HOURS, Words::hours);
    if (hours != null) {
      Condition condition =
          problems.attempt(
              when.node(),
              when.at("hours"),
              () -> new Condition.AtHours(event, hours[0], hours[1]));
      if (condition != null) {
        all.add(condition);
      }
    }
  }

  private void addWeekdays(List<Condition> all, Fields when, Times.Event event) {
    Set<DayOfWeek> days = words(when, "weekdays", DayOfWeek.class);
    if (!days.isEmpty()) {
      all.add(new Condition.OnWeekdays(event, days));
    }
  }

  private void addCalendar(List<Condition> all, Fields when, Times.Event event) {
    CalendarId calendar =
        when.optional("calendar", String.join(", ", declared.calendars()), declared::calendar);
    Set<CalendarWord> words = words(when, "is", CalendarWord.class);
    if (when.has("calendar") != when.has("is")) {
      problems.add(
          when.node(),
          when.at(when.has("is") ? "calendar" : "is"),
          "calendar and is stand together",
          "{calendar: a calendar of the book, is: " + Words.allowed(CalendarWord.class) + "}");
    } else if (calendar != null && !words.isEmpty()) {
      Set<WorkingTime> times =
          words.stream().flatMap(word -> word.times().stream()).collect(Collectors.toSet());
      Condition condition =
          problems.attempt(
              when.node(), when.at("is"), () -> new Condition.InCalendar(event, calendar, times));
      if (condition != null) {
        all.add(condition);
      }
    }
  }

  /** The words of an enum in a list field, which must not be empty; none when it is absent. */
  private <E extends Enum<E>> Set<E> words(Fields fields, String key, Class<E> type) {
    String allowed = Words.allowed(type);
    int before = problems.count();
    List<E> words =
        fields.list(
            key,
            (node, at) ->
                Fields.scalar(node, at, problems, allowed, text -> Words.word(type, text)));
    Node node = fields.take(key);
    if (node != null && words.isEmpty()) {
      refuseNothing(node, fields.at(key), before, allowed);
    }
    return Set.copyOf(words);
  }

  private void addStatus(List<Condition> all, Fields fields) {
    Set<OrderStatus> statuses = words(fields, "status", OrderStatus.class);
    if (!statuses.isEmpty()) {
      all.add(new Condition.InStatus(statuses));
    }
  }

  private void addRelated(List<Condition> all, @Nullable Fields related) {
    if (related == null) {
      return;
    }
    RelatedOrder.Kind kind =
        related.required(
            "kind",
            Words.allowed(RelatedOrder.Kind.class),
            text -> Words.word(RelatedOrder.Kind.class, text));
    Integer days = related.optional("withinDays", "a whole number of days", Words::whole);
    boolean sameHandler = related.flag("sameHandler", false);
    related.end();
    if (kind != null) {
      Condition follows =
          problems.attempt(
              related.node(),
              related.at("withinDays"),
              () -> new Condition.Follows(kind, days, sameHandler));
      if (follows != null) {
        all.add(follows);
      }
    }
  }
}
