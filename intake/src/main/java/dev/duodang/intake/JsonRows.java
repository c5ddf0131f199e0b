package dev.duodang.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads rows from JSON: one object, or an array of them. An object with a {@code kind} other than
 * {@code order} is a decision; its kind stands first.
 */
public final class JsonRows {

  /** The most bytes that one order may have. */
  public static final int ORDER_BYTES_MAX = 256 * 1024;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(100)
                  .maxStringLength(4_000)
                  .maxNameLength(200)
                  .maxNestingDepth(20)
                  .build())
          .build();

  private final Moments moments;

  private JsonRows(Moments moments) {
    this.moments = moments;
  }

  /** A reader for which times without an offset are in a zone. */
  public static JsonRows in(ZoneId zone) {
    return new JsonRows(Moments.in(zone));
  }

  /** The row that a text holds; what is not one JSON object is refused as a whole. */
  public Row one(byte[] json, int offset, int length) {
    if (length > ORDER_BYTES_MAX) {
      return refused("order", "has more than " + ORDER_BYTES_MAX + " bytes", "");
    }
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), json, offset, length)) {
      parser.nextToken();
      Row row = row(parser);
      return parser.nextToken() == null ? row : refused("order", "has text behind its end", "");
    } catch (JacksonException malformed) {
      return refused(malformed);
    }
  }

  /**
   * The rows of an array, or the one row of an object.
   *
   * @return one refused row when the text as a whole is not JSON
   */
  public List<Row> all(byte[] json) {
    List<Row> rows = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return List.of(row(parser));
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        rows.add(row(parser));
      }
      return rows;
    } catch (JacksonException malformed) {
      return List.of(refused(malformed));
    }
  }

  private Row row(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return refused("order", "is not a JSON object", "{\"orderNo\": …}");
    }
    JsonFields fields = new JsonFields(parser);
    Reading reading = new Reading(fields, moments);
    fields.object("", reading::read);
    return reading.row();
  }

  /** One object, which its first field tells to be an order or a decision. */
  private static final class Reading {
    private final JsonFields fields;
    private final OrderJson order;
    private final DecisionJson decision;
    private @Nullable String kind;
    private boolean started;

    Reading(JsonFields fields, Moments moments) {
      this.fields = fields;
      this.order = new OrderJson(fields, moments);
      this.decision = new DecisionJson(fields, moments);
    }

    void read(String name) {
      if (name.equals("kind") && !started) {
        kind = fields.value(name, "order, quote, region, release", text -> text);
      } else if (kind == null || kind.equals("order")) {
        order.read(name);
      } else {
        decision.read(name);
      }
      started = true;
    }

    Row row() {
      boolean isOrder = kind == null || kind.equals("order");
      var built = isOrder ? order.build() : null;
      var decided = isOrder || kind == null ? null : decision.build(kind);
      if (!fields.problems().isEmpty()) {
        return new Row.Refused(fields.problems());
      }
      if (built != null) {
        return new Row.Order(built);
      }
      return decided == null
          ? refused("order", "is empty", "{\"orderNo\": …}")
          : new Row.Decided(decided);
    }
  }

  private static Row refused(JacksonException malformed) {
    var place = malformed.getLocation();
    String at =
        place == null || place.getLineNr() < 1
            ? ""
            : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    return refused("json", malformed.getOriginalMessage() + at, "JSON in UTF-8");
  }

  private static Row refused(String field, String reason, String allowed) {
    return new Row.Refused(List.of(new RowProblem(field, "", reason, allowed)));
  }
}
