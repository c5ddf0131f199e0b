package dev.duodang.order;

import dev.duodang.book.Books;
import dev.duodang.catalog.Regions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.master.MasterData;
import dev.duodang.master.MasterView;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Facts;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Tallies;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Settlement;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.pricing.wording.Language;
import dev.duodang.problem.Fields;
import dev.duodang.settlement.Ledger;
import dev.duodang.settlement.OrderLedger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What an order would cost, by the same function that settles it; nothing is stored. */
@RestController
class PriceCheckController {

  private final StatedFacts stated;
  private final Books books;
  private final Regions regions;
  private final MasterData masters;
  private final Ledger ledger;
  private final SettlementViews views;
  private final Explanations explanations;
  private final TenantClock clocks;
  private final Clock clock;

  PriceCheckController(
      StatedFacts stated,
      Books books,
      Regions regions,
      MasterData masters,
      Ledger ledger,
      SettlementViews views,
      Explanations explanations,
      TenantClock clocks,
      Clock clock) {
    this.stated = stated;
    this.books = books;
    this.regions = regions;
    this.masters = masters;
    this.ledger = ledger;
    this.views = views;
    this.explanations = explanations;
    this.clocks = clocks;
    this.clock = clock;
  }

  /** The facts of an order that need not exist, and when it is priced. */
  record PriceCheckBody(
      @Schema(implementation = Object.class, types = "object") @Nullable ObjectNode facts,
      @Nullable OffsetDateTime at) {}

  /** What it would come to. */
  record PriceCheckAnswer(
      List<SettlementView> settlements,
      List<ExplanationView> explanations,
      OrderDetail.@Nullable PromiseView promise,
      SettlementView.@Nullable RegionRef region) {}

  @Operation(operationId = "checkPrice", summary = "What an order would come to; nothing is stored")
  @PostMapping("/api/v1/price-check")
  @Requires(Permission.PRICE_CHECK)
  PriceCheckAnswer check(
      Actor actor,
      @RequestBody PriceCheckBody body,
      @RequestParam(defaultValue = "zh") String lang) {
    Language language = Explanations.language(lang);
    Instant at = body.at() == null ? clock.instant() : body.at().toInstant();
    MasterView records = masters.view(actor.tenant());
    WorkOrder order =
        records.completed(
            stated.order(
                actor,
                clocks.zone(actor.tenant()),
                Fields.required("facts", body.facts()),
                "PRICE-CHECK"),
            at);
    OrderChanges changes = regions.changes(books.shelf(actor.tenant()));
    Map<WindowKey, Window> counted =
        ledger.windows(actor.tenant(), changes.settler().counters(order, at));
    Surroundings around =
        new Surroundings(
            followed(actor, order),
            Tallies.NONE,
            key -> counted.getOrDefault(key, Window.EMPTY),
            records,
            at);
    Settlement settlement = changes.preview(order, around);
    Resolution region = changes.place(order);
    Facts facts = Facts.of(order, region, at).following(around.related());
    List<RelationSettlement> all = settlement.relations();
    return new PriceCheckAnswer(
        all.stream().map(one -> views.preview(actor.tenant(), order, one, language)).toList(),
        all.stream()
            .filter(one -> one.book() != null)
            .map(one -> explanations.explain(actor, facts, all, one, language))
            .toList(),
        all.stream()
            .map(RelationSettlement::rated)
            .map(Rated::promise)
            .filter(Objects::nonNull)
            .map(OrderDetails::view)
            .findFirst()
            .orElse(null),
        views.region(actor.tenant(), region));
  }

  private @Nullable WorkOrder followed(Actor actor, WorkOrder order) {
    return order.related() == null
        ? null
        : ledger
            .order(actor.tenant(), order.related().orderNo())
            .map(OrderLedger::order)
            .orElse(null);
  }
}
