package dev.duodang.pricing.wording;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order in a few words, so that a reader knows which kind it is. */
public final class OrderWording {

  private static final Exact METRES_PER_KILOMETRE = Exact.of(1_000);

  private final RegionTree tree;
  private final Language language;

  private OrderWording(RegionTree tree, Language language) {
    this.tree = tree;
    this.language = language;
  }

  /**
   * Words in one language.
   *
   * @param tree the tree that the orders' places lie in
   */
  public static OrderWording of(RegionTree tree, Language language) {
    return new OrderWording(tree, language);
  }

  /** {@code 广东省/深圳市/南山区 · 维修/空调 · VIP · URGENT · 12.4 公里}. */
  public String sentence(WorkOrder order, Resolution place) {
    List<String> words = new ArrayList<>();
    words.add(place(order, place));
    words.addAll(services(order));
    Stream.of(
            order.customer().customerClass(),
            order.complexity(),
            order.urgency(),
            order.promotion(),
            order.counterparty() == null ? null : order.counterparty().type())
        .forEach(code -> words.add(code == null ? "" : code.text()));
    words.add(distance(order.distanceMetres()));
    words.add(parts(order.parts().size()));
    words.add(order.status() == OrderStatus.CANCELLED ? language.choose("已取消", "cancelled") : "");
    return String.join(" · ", words.stream().filter(word -> !word.isEmpty()).toList());
  }

  private String place(WorkOrder order, Resolution place) {
    Region region =
        switch (place) {
          case Resolution.Resolved resolved -> resolved.region();
          case Resolution.Ambiguous ambiguous -> ambiguous.ancestor();
          case Resolution.Unknown _ -> null;
        };
    if (region != null) {
      return tree.path(region.code());
    }
    return order.place().address() == null ? "" : order.place().address();
  }

  private List<String> services(WorkOrder order) {
    LinkedHashSet<String> services = new LinkedHashSet<>();
    for (OrderItem item : order.items()) {
      String service = item.service() == null ? "" : item.service().text();
      String warranty =
          switch (item.warranty()) {
            case null -> "";
            case IN -> language.choose("（保内）", " (in warranty)");
            case OUT -> "";
          };
      services.add(service + warranty);
    }
    return List.copyOf(services);
  }

  private String distance(@Nullable Exact metres) {
    return metres == null
        ? ""
        : metres.dividedBy(METRES_PER_KILOMETRE).toShortString() + language.choose(" 公里", " km");
  }

  private String parts(int count) {
    return count == 0 ? "" : language.choose(count + " 种配件", count + " parts");
  }
}
