package dev.duodang.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server says of all its orders.
 *
 * @param entries by order number
 */
record RequestLedger(Map<String, Entry> entries) {

  private static final JsonMapper JSON = new JsonMapper();

  RequestLedger {
    entries = Map.copyOf(entries);
  }

  /**
   * One order.
   *
   * @param state such as {@code SETTLED}
   * @param holds the reasons why it waits; none unless it does
   * @param amount of its lines, as text; null while it waits
   * @param region its path, or empty where it is not known
   */
  record Entry(String state, List<String> holds, @Nullable String amount, String region) {
    Entry {
      holds = List.copyOf(holds);
    }
  }

  /** Reads the list of orders page by page. */
  static RequestLedger of(ServerClient client) throws IOException, InterruptedException {
    Map<String, Entry> entries = new TreeMap<>();
    String cursor = "";
    while (cursor != null) {
      String query = cursor.isEmpty() ? "" : "&cursor=" + cursor.replace("+", "%2B");
      JsonNode page = JSON.readTree(client.get("/api/v1/orders?limit=200" + query).body());
      for (JsonNode order : page.path("items")) {
        if (entries.put(order.path("orderNo").asString(), entry(order)) != null) {
          throw new IOException("order " + order.path("orderNo").asString() + " is listed twice");
        }
      }
      cursor = page.path("next").isString() ? page.path("next").asString() : null;
    }
    return new RequestLedger(entries);
  }

  private static Entry entry(JsonNode order) {
    List<String> holds = new ArrayList<>();
    order.path("holds").forEach(hold -> holds.add(hold.path("reason").asString()));
    JsonNode amount = order.path("amount");
    return new Entry(
        order.path("state").asString(),
        holds,
        amount.isString() ? amount.asString() : null,
        order.path("region").path("path").asString(""));
  }

  Stream<Entry> in(String state) {
    return entries.values().stream().filter(entry -> entry.state.equals(state));
  }
}
