package dev.duodang.bench;

import dev.duodang.expressions.CelExpressions;
import dev.duodang.intake.JsonRows;
import dev.duodang.intake.Row;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.settlement.Surroundings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What the price book makes of requests when it is asked without a server. */
final class RequestPrices {

  private final OrderChanges changes;
  private final Instant now;

  private RequestPrices(OrderChanges changes, Instant now) {
    this.changes = changes;
    this.now = now;
  }

  /** Prices by one book; open requests are priced now. */
  static RequestPrices by(String source, Instant now) {
    return switch (BookReader.of(GbT2260.tree(), CelExpressions.INSTANCE).read(source)) {
      case BookReading.Read read -> {
        Edition edition =
            new Edition(
                CompiledBook.of(read.book(), GbT2260.tree(), CelExpressions.INSTANCE), 1, now);
        Shelf shelf = Shelf.of(List.of(edition));
        RegionTree tree = shelf.tree(GbT2260.tree());
        yield new RequestPrices(new OrderChanges(shelf, tree, AddressResolver.of(tree)), now);
      }
      case BookReading.Refused refused ->
          throw new IllegalArgumentException(refused.problems().toString());
    };
  }

  /** What a request should come to; its region is left out. */
  RequestLedger.Entry of(ServiceRequest request) {
    byte[] json = request.order().toString().getBytes(StandardCharsets.UTF_8);
    return switch (JsonRows.in(ServiceRequest.ZONE).one(json, 0, json.length)) {
      case Row.Order order -> {
        Rated rated =
            changes.preview(order.order(), Surroundings.none(now)).relations().getFirst().rated();
        boolean held = rated.state() == Rated.State.ON_HOLD;
        yield new RequestLedger.Entry(
            rated.state().name(),
            rated.holds().stream().map(Hold::reason).map(Enum::name).distinct().toList(),
            held ? null : rated.total().toString(),
            "");
      }
      case Row.Decided _, Row.Refused _ ->
          throw new IllegalArgumentException(request + " is not an order");
    };
  }
}
