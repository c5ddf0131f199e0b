package dev.duodang.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service request of New York's 311 line as a work order.
 *
 * @param number the city's own, which tells requests apart
 * @param order its facts as the server takes them
 */
record ServiceRequest(String number, ObjectNode order) {

  static final ZoneId ZONE = ZoneId.of("America/New_York");

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofHours(8);

  private static final Map<String, String> BOROUGHS =
      Map.of(
          "BRONX", "US-NYC-BX",
          "BROOKLYN", "US-NYC-BK",
          "MANHATTAN", "US-NYC-MN",
          "QUEENS", "US-NYC-QN",
          "STATEN ISLAND", "US-NYC-SI");

  /** How the years write a moment. */
  private static final List<DateTimeFormatter> MOMENTS =
      List.of(
          DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.US),
          DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.US),
          DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.US));

  /** The cells of a row by the names of their columns, which the years write differently. */
  interface Cells {
    /** A cell; empty where the year has no such column. */
    String at(String column);
  }

  static ServiceRequest of(Cells cells) {
    String number = cells.at("unique_key");
    ObjectNode order = JSON.createObjectNode();
    order.put("orderNo", "NYC-" + number);
    order.put("revision", 1);
    order.put("service", service(cells));
    String agency = cells.at("agency");
    order.set("counterparty", JSON.createObjectNode().put("id", agency));
    place(order, cells);
    put(order, "channel", cells.at("open_data_channel_type"));
    LocalDateTime created = moment(cells.at("created_date"));
    LocalDateTime due = moment(cells.at("due_date"));
    if (created != null && due != null) {
      boolean urgent = Duration.between(created, due).compareTo(SOON) <= 0;
      order.put("urgency", urgent ? "URGENT" : "NORMAL");
    }
    put(order, "createdAt", created);
    LocalDateTime closed = moment(cells.at("closed_date"));
    boolean done = cells.at("status").equals("Closed");
    order.put("status", done ? "COMPLETED" : "OPEN");
    put(order, "completedAt", done ? closed : null);
    return new ServiceRequest(number, order);
  }

  /** {@code NYPD/Noise - Street or Sidewalk}: a slash divides the steps of a service. */
  private static String service(Cells cells) {
    return cells.at("agency") + "/" + cells.at("complaint_type").strip().replace("/", " or ");
  }

  /** The borough; where the row has none, the address, which may not tell it either. */
  private static void place(ObjectNode order, Cells cells) {
    String code = BOROUGHS.get(cells.at("borough"));
    if (code != null) {
      order.put("region", code);
    }
    String address =
        (cells.at("incident_address") + ", " + cells.at("city")).replaceAll("^, |, $", "");
    put(order, "address", address);
  }

  private static void put(ObjectNode order, String field, String text) {
    if (!text.isBlank()) {
      order.put(field, text);
    }
  }

  private static void put(ObjectNode order, String field, @Nullable LocalDateTime local) {
    if (local != null) {
      order.put(field, local.atZone(ZONE).toOffsetDateTime().toString());
    }
  }

  private static @Nullable LocalDateTime moment(String text) {
    if (text.isBlank()) {
      return null;
    }
    for (DateTimeFormatter format : MOMENTS) {
      if (format.parseUnresolved(text, new java.text.ParsePosition(0)) != null) {
        return LocalDateTime.parse(text, format);
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is not a moment");
  }
}
