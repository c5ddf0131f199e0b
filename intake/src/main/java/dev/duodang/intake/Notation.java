package dev.duodang.intake;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.ServicePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Several values in one cell: names divided by semicolons, each with a number behind a star where
 * it is not one: {@code CAP-35*2;PCB-A1}.
 */
final class Notation {

  private Notation() {}

  static List<Part> parts(String text) {
    return list(text, (name, quantity) -> new Part(PartNo.of(name), quantity, null));
  }

  static List<Handler> handlers(String text) {
    return list(text, (name, share) -> new Handler(PartyId.of(name), share));
  }

  static List<OrderItem> items(String text) {
    return list(
        text,
        (name, quantity) ->
            new OrderItem(ServicePath.of(name), null, null, quantity, null, Map.of(), Map.of()));
  }

  private static <T> List<T> list(String text, BiFunction<String, Exact, T> make) {
    List<T> values = new ArrayList<>();
    for (String entry : text.split("[;；]", -1)) {
      int star = Math.max(entry.lastIndexOf('*'), entry.lastIndexOf('×'));
      String name = (star < 0 ? entry : entry.substring(0, star)).strip();
      Exact number = star < 0 ? Exact.ONE : JsonFields.exact(entry.substring(star + 1).strip());
      values.add(make.apply(name, number));
    }
    return List.copyOf(values);
  }
}
