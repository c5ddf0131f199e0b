package dev.duodang.pricing.sample;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A work order in one line of a test's table: {@code service=维修 km=12.4 urgency=URGENT}. Words are
 * {@code name=value}; items are divided by {@code ;}, the first part being the order's own facts
 * and, where it names a service or quantity, the only item. Measures are {@code m.name}, attributes
 * {@code a.name}. Unless said: completed 2026-11-20 14:00 and created 09:00 in Shanghai, partner
 * P1.
 */
public final class OrderText {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final List<String> OF_ITEM =
      List.of("service", "brand", "product", "qty", "warranty");

  private OrderText() {}

  public static WorkOrder parse(String text) {
    return parse(text, ZONE);
  }

  public static WorkOrder parse(String text, ZoneId zone) {
    String[] parts = text.split(";", -1);
    Map<String, String> facts = words(parts[0]);
    List<OrderItem> items = new ArrayList<>();
    if (facts.keySet().stream().anyMatch(OF_ITEM::contains)) {
      items.add(item(facts, false));
    }
    for (String part : Arrays.asList(parts).subList(1, parts.length)) {
      items.add(item(words(part), true));
    }
    return order(facts, items, zone);
  }

  private static WorkOrder order(Map<String, String> facts, List<OrderItem> items, ZoneId zone) {
    OrderNo orderNo = OrderNo.of(facts.getOrDefault("no", "W1"));
    return WorkOrder.builder(orderNo)
        .revision(read(facts, "rev", text -> Revision.of(Long.parseLong(text))))
        .updatedAt(read(facts, "updated", text -> instant(text, zone)))
        .status(OrderStatus.valueOf(facts.getOrDefault("status", "COMPLETED")))
        .stage(read(facts, "stage", Stage::valueOf))
        .visitId(read(facts, "visit", VisitId::of))
        .related(read(facts, "related", OrderText::related))
        .items(items)
        .parts(list(facts, "parts", OrderText::part))
        .complexity(read(facts, "complexity", Code::of))
        .urgency(read(facts, "urgency", Code::of))
        .channel(read(facts, "channel", Code::of))
        .promotion(read(facts, "promotion", Code::of))
        .customer(
            new Customer(read(facts, "customer", PartyId::of), read(facts, "class", Code::of)))
        .counterparty(counterparty(facts))
        .onBehalfOf(read(facts, "for", PartyId::of))
        .handlers(list(facts, "handlers", OrderText::handler))
        .place(new Place(facts.get("address"), read(facts, "region", RegionCode::of)))
        .distanceMetres(read(facts, "km", text -> Exact.parse(text).times(Exact.of(1000))))
        .durationSeconds(read(facts, "minutes", text -> Exact.parse(text).times(Exact.of(60))))
        .times(times(facts, zone))
        .measures(measures(facts, items.isEmpty() || !facts.containsKey("service")))
        .attributes(attributes(facts, items.isEmpty() || !facts.containsKey("service")))
        .build();
  }

  private static Times times(Map<String, String> facts, ZoneId zone) {
    boolean cancelled = "CANCELLED".equals(facts.get("status"));
    boolean open = "OPEN".equals(facts.get("status"));
    return new Times(
        instant(facts.getOrDefault("created", "2026-11-20T09:00"), zone),
        read(facts, "accepted", text -> instant(text, zone)),
        read(facts, "arrived", text -> instant(text, zone)),
        cancelled || open
            ? read(facts, "completed", text -> instant(text, zone))
            : instant(facts.getOrDefault("completed", "2026-11-20T14:00"), zone),
        read(facts, "verified", text -> instant(text, zone)),
        cancelled
            ? instant(facts.getOrDefault("cancelled", "2026-11-20T15:00"), zone)
            : read(facts, "cancelled", text -> instant(text, zone)));
  }

  private static Counterparty counterparty(Map<String, String> facts) {
    if (facts.containsKey("nobody")) {
      return null;
    }
    Counterparty.Kind kind =
        Counterparty.Kind.valueOf(facts.getOrDefault("kind", "PARTNER").replace('-', '_'));
    return new Counterparty(
        PartyId.of(facts.getOrDefault("partner", "P1")),
        kind,
        read(facts, "type", Code::of),
        read(facts, "mode", Code::of),
        read(facts, "grade", Code::of),
        read(facts, "taxpayer", Taxpayer::valueOf));
  }

  private static OrderItem item(Map<String, String> facts, boolean alone) {
    return new OrderItem(
        read(facts, "service", ServicePath::of),
        read(facts, "brand", Code::of),
        read(facts, "product", Code::of),
        Exact.parse(facts.getOrDefault("qty", "1")),
        read(facts, "warranty", Warranty::valueOf),
        measures(facts, alone || facts.containsKey("service")),
        attributes(facts, alone || facts.containsKey("service")));
  }

  private static Map<MeasureName, Exact> measures(Map<String, String> facts, boolean here) {
    return here ? prefixed(facts, "m.", MeasureName::of, Exact::parse) : Map.of();
  }

  private static Map<AttributeName, Code> attributes(Map<String, String> facts, boolean here) {
    return here ? prefixed(facts, "a.", AttributeName::of, Code::of) : Map.of();
  }

  private static <K, V> Map<K, V> prefixed(
      Map<String, String> facts,
      String prefix,
      Function<String, K> key,
      Function<String, V> value) {
    return facts.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                entry -> key.apply(entry.getKey().substring(prefix.length())),
                entry -> value.apply(entry.getValue())));
  }

  private static RelatedOrder related(String text) {
    String[] sides = text.split(":", -1);
    return new RelatedOrder(OrderNo.of(sides[0]), RelatedOrder.Kind.valueOf(sides[1]));
  }

  /** {@code CAP-35*2} or, with what the source stated, {@code CAP-35*2@90.00}. */
  private static Part part(String text) {
    String[] stated = text.split("@", -1);
    String[] sides = stated[0].split("\\*", -1);
    return new Part(
        PartNo.of(sides[0]),
        sides.length > 1 ? Exact.parse(sides[1]) : Exact.ONE,
        stated.length > 1 ? Exact.parse(stated[1]) : null);
  }

  private static Handler handler(String text) {
    String[] sides = text.split(":", -1);
    return new Handler(PartyId.of(sides[0]), sides.length > 1 ? Exact.parse(sides[1]) : Exact.ONE);
  }

  /** A time of a day in the zone, or an instant with its offset. */
  public static Instant instant(String text, ZoneId zone) {
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }

  private static <T> T read(Map<String, String> facts, String name, Function<String, T> parse) {
    String text = facts.get(name);
    return text == null ? null : parse.apply(text);
  }

  private static <T> List<T> list(
      Map<String, String> facts, String name, Function<String, T> parse) {
    String text = facts.get(name);
    return text == null ? List.of() : Arrays.stream(text.split(",", -1)).map(parse).toList();
  }

  private static Map<String, String> words(String text) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String word : text.trim().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        int equals = word.indexOf('=');
        words.put(
            equals < 0 ? word : word.substring(0, equals),
            equals < 0 ? "" : word.substring(equals + 1));
      }
    }
    return words;
  }
}
