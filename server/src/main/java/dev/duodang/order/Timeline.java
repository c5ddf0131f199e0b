package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.wording.Language;
import dev.duodang.settlement.OrderLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What happened to an order, in words. */
@Component
class Timeline {

  private final Regions regions;
  private final Books books;

  Timeline(Regions regions, Books books) {
    this.regions = regions;
    this.books = books;
  }

  /** The work's times, then what was sent and decided, each oldest first. */
  List<OrderDetail.TimelineEntry> of(TenantId tenant, OrderLedger ledger, Language language) {
    boolean chinese = language == Language.CHINESE;
    List<OrderDetail.TimelineEntry> entries = new ArrayList<>();
    for (Times.Event event : Times.Event.values()) {
      Instant at = ledger.order().times().at(event);
      if (at != null) {
        entries.add(
            new OrderDetail.TimelineEntry(
                at.toString(), event.name(), words(event, chinese), null));
      }
    }
    for (OrderLedger.Happening one : ledger.history()) {
      entries.add(
          new OrderDetail.TimelineEntry(
              one.at().toString(), one.kind().name(), words(tenant, one, chinese), one.by()));
    }
    return entries;
  }

  private static String words(Times.Event event, boolean chinese) {
    return switch (event) {
      case CREATED -> chinese ? "下单" : "Created";
      case ACCEPTED -> chinese ? "接单" : "Accepted";
      case ARRIVED -> chinese ? "到场" : "Arrived";
      case COMPLETED -> chinese ? "完工" : "Completed";
      case VERIFIED -> chinese ? "验收" : "Verified";
      case CANCELLED -> chinese ? "取消" : "Cancelled";
    };
  }

  private String words(TenantId tenant, OrderLedger.Happening one, boolean chinese) {
    String what =
        switch (one.kind()) {
          case REVISION ->
              chinese ? "收到第 " + one.what() + " 版" : "Revision " + one.what() + " taken";
          case QUOTE -> (chinese ? "报价 " : "Quoted ") + one.what();
          case REGION -> (chinese ? "选定区域 " : "Region chosen: ") + path(tenant, one.what());
          case RERATE -> chinese ? "按现行价格手册重算" : "Priced again by the books as they are";
          case RELEASE -> (chinese ? "放行 " : "Released: ") + relation(one.what(), chinese);
          case FORCE -> (chinese ? "指定档位 " : "Tier chosen: ") + tier(tenant, one);
          case UNFORCE -> (chinese ? "撤销指定档位 " : "Tier no longer chosen: ") + tier(tenant, one);
        };
    return one.reason().isBlank() ? what : what + " · " + one.reason();
  }

  /** The tier's name in the version that priced the order then. */
  private String tier(TenantId tenant, OrderLedger.Happening one) {
    Edition edition = one.book() == null ? null : books.shelf(tenant).edition(one.book());
    Tier tier = edition == null ? null : edition.compiled().book().tier(TierId.of(one.what()));
    return tier == null ? one.what() : tier.name();
  }

  private String path(TenantId tenant, String code) {
    RegionTree tree = regions.tree(tenant);
    return tree.find(RegionCode.of(code)).map(found -> tree.path(found.code())).orElse(code);
  }

  private static String relation(String relation, boolean chinese) {
    String[] sides = relation.split("→", 2);
    return sides.length < 2
        ? relation
        : PartyNames.of(sides[0], chinese) + "→" + PartyNames.of(sides[1], chinese);
  }
}
