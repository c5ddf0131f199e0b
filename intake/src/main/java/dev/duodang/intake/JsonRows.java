package dev.duodang.intake;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads rows from JSON: one object, or an array of them. An object with a {@code kind} other than
 * {@code order} is a decision.
 *
 * <p>Numbers may be texts or JSON numbers and are exact in both. A field that is not known, stands
 * there twice or holds something else than it should is a problem of its row; the other rows load.
 */
public final class JsonRows {

  /** The most bytes that one order may have. */
  public static final int ORDER_BYTES_MAX = 256 * 1024;

  private static final int NAME_LENGTH_MAX = 1000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(ORDER_BYTES_MAX)
                  .maxStringLength(ORDER_BYTES_MAX)
                  .maxNameLength(NAME_LENGTH_MAX)
                  .maxNestingDepth(20)
                  .build())
          .build();

  private final Moments moments;
  private final boolean kept;

  private JsonRows(Moments moments, boolean kept) {
    this.moments = moments;
    this.kept = kept;
  }

  /** A reader for which times without an offset are in a zone. */
  public static JsonRows in(ZoneId zone) {
    return new JsonRows(Moments.in(zone), false);
  }

  /**
   * A reader of orders that were taken in before: they may have the field {@code recorded}, which
   * names the facts that master records added.
   */
  public static JsonRows ofKept() {
    return new JsonRows(Moments.in(ZoneOffset.UTC), true);
  }

  /** The row that a text holds; what is not one JSON object is refused as a whole. */
  public Row one(byte[] json, int offset, int length) {
    if (length > ORDER_BYTES_MAX) {
      return tooLong();
    }
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), json, offset, length)) {
      parser.nextToken();
      Row row = row(parser);
      return parser.nextToken() == null ? row : textBehind();
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
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          rows.add(limited(parser));
        }
      } else {
        rows.add(limited(parser));
      }
      return parser.nextToken() == null ? rows : List.of(textBehind());
    } catch (JacksonException malformed) {
      return List.of(refused(malformed));
    }
  }

  /** A row of a longer text, which must not be longer than one that comes alone. */
  private Row limited(JsonParser parser) {
    long start = parser.currentTokenLocation().getByteOffset();
    Row row = row(parser);
    long length = parser.currentLocation().getByteOffset() - start;
    return length > ORDER_BYTES_MAX ? tooLong() : row;
  }

  private Row row(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return refused("order", "is not a JSON object", "{\"orderNo\": …}");
    }
    JsonFields fields = new JsonFields(parser);
    RowJson row = new RowJson(fields, moments, kept);
    fields.object("", row::read);
    return row.build();
  }

  static Row tooLong() {
    return refused("order", "has more than " + ORDER_BYTES_MAX + " bytes", "");
  }

  private static Row textBehind() {
    return refused("json", "has text behind its end", "one JSON value");
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
