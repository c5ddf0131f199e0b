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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several things in one cell, divided by semicolons, each with its quantity behind a star: {@code
 * 维修*1;安装*2}, {@code E1;E2;E3}, {@code CAP-35*2;PCB-A1*1@320}.
 */
final class Compact {

  static final String ITEMS = "services such as 维修*1;安装*2";
  static final String PARTS = "part numbers such as CAP-35*2;PCB-A1*1@320.00";
  static final String HANDLERS = "engineers such as E1;E2 or E1*2;E2*1";

  private Compact() {}

  static List<OrderItem> items(String cell) {
    return each(
        cell,
        text -> {
          Entry entry = Entry.of(text);
          return new OrderItem(
              ServicePath.of(entry.name()), null, null, entry.quantity(), null, Map.of(), Map.of());
        });
  }

  static List<Part> parts(String cell) {
    return each(
        cell,
        text -> {
          int at = text.lastIndexOf('@');
          Exact amount = at < 0 ? null : Quantity.parse(text.substring(at + 1).strip());
          Entry entry = Entry.of(at < 0 ? text : text.substring(0, at));
          return new Part(PartNo.of(entry.name()), entry.quantity(), amount);
        });
  }

  static List<Handler> handlers(String cell) {
    return each(
        cell,
        text -> {
          Entry entry = Entry.of(text);
          return new Handler(PartyId.of(entry.name()), entry.quantity());
        });
  }

  private static <T> List<T> each(String cell, Function<String, T> make) {
    List<T> values = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cell.length(); i++) {
      if (i == cell.length() || cell.charAt(i) == ';' || cell.charAt(i) == '；') {
        String text = cell.substring(from, i).strip();
        if (!text.isEmpty()) {
          values.add(make.apply(text));
        }
        from = i + 1;
      }
    }
    return List.copyOf(values);
  }

  private record Entry(String name, Exact quantity) {

    static Entry of(String text) {
      int star = Math.max(text.lastIndexOf('*'), text.lastIndexOf('×'));
      @Nullable Exact quantity = star < 0 ? null : Quantity.parse(text.substring(star + 1).strip());
      return quantity == null
          ? new Entry(text.strip(), Exact.ONE)
          : new Entry(text.substring(0, star).strip(), quantity);
    }
  }
}
