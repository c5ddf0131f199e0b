package dev.duodang.ledger;

import static dev.duodang.problem.Fields.invalid;
import static dev.duodang.problem.Fields.parsed;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.LegalEntities;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.Outcome;
import dev.duodang.settlement.PostedVoucher;
import dev.duodang.settlement.SettlementWriter;
import dev.duodang.settlement.Voucher;
import dev.duodang.settlement.VoucherNo;
import dev.duodang.settlement.Vouchers;
import io.swagger.v3.oas.annotations.Operation;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Amounts that no order brings: rewards, penalties, cash, advances, deposits. */
@RestController
class VoucherController {

  private static final int PAGE = 200;

  private final SettlementWriter writer;
  private final Vouchers vouchers;
  private final LegalEntities entities;
  private final Counterparties counterparties;
  private final TenantClock clocks;
  private final Clock clock;

  VoucherController(
      SettlementWriter writer,
      Vouchers vouchers,
      LegalEntities entities,
      Counterparties counterparties,
      TenantClock clocks,
      Clock clock) {
    this.writer = writer;
    this.vouchers = vouchers;
    this.entities = entities;
    this.counterparties = counterparties;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * A voucher to post.
   *
   * @param number one of a kind; the same number with the same content again changes nothing
   * @param kind what it is for
   * @param party the number of a counterparty, customer or brand
   * @param amount above zero, in major units
   * @param currency the company's if absent
   * @param entity the legal entity whose books it is in; the first if absent
   * @param happenedOn the day that it belongs to; today if absent
   * @param orderNo the order that it is about
   * @param reason why
   */
  record VoucherBody(
      @Nullable String number,
      @Nullable String kind,
      @Nullable String party,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable String entity,
      @Nullable LocalDate happenedOn,
      @Nullable String orderNo,
      @Nullable String reason) {}

  /** Takes a voucher back. */
  record ReversalBody(
      @Nullable String number, @Nullable LocalDate happenedOn, @Nullable String reason) {}

  /**
   * A voucher as it stands.
   *
   * @param reverses the voucher that this one takes back
   * @param reversedBy the voucher that takes this one back; null while it stands
   */
  record VoucherView(
      String number,
      String kind,
      String party,
      String partyName,
      String amount,
      String currency,
      String entity,
      String happenedOn,
      @Nullable String orderNo,
      String reason,
      @Nullable String reverses,
      @Nullable String reversedBy,
      String by,
      String postedAt) {}

  /**
   * What became of a voucher.
   *
   * @param outcome POSTED, or EXISTS where it was there with the same content
   */
  record VoucherAnswer(String outcome, VoucherView voucher) {}

  /**
   * A page of vouchers.
   *
   * @param next asks for the next page; null on the last
   */
  record VoucherPage(List<VoucherView> vouchers, @Nullable String next) {}

  @Operation(operationId = "postVoucher", summary = "A reward, penalty, payment or other amount")
  @PostMapping("/api/v1/ledger/vouchers")
  @Requires(Permission.VOUCHER_POST)
  VoucherAnswer post(Actor actor, @RequestBody VoucherBody body) {
    Currency currency =
        body.currency() == null
            ? Currency.of(clocks.tenant(actor.tenant()).currency().getCurrencyCode())
            : parsed("currency", body.currency(), Currency::of);
    Money amount = amount(actor, parsed("amount", body.amount(), Exact::parse), currency);
    VoucherNo number = parsed("number", body.number(), VoucherNo::new);
    return submit(
        actor,
        new Voucher(
            number,
            parsed("kind", body.kind(), VoucherController::kind),
            parsed("party", body.party(), PartyId::of),
            amount,
            entity(actor, body.entity()),
            body.happenedOn() == null ? clocks.today(actor.tenant()) : body.happenedOn(),
            body.orderNo() == null ? null : parsed("orderNo", body.orderNo(), OrderNo::of),
            reason(body.reason()),
            null));
  }

  @Operation(operationId = "reverseVoucher", summary = "Takes a voucher back in full")
  @PostMapping("/api/v1/ledger/vouchers/{number}/reversal")
  @Requires(Permission.VOUCHER_POST)
  VoucherAnswer reverse(Actor actor, @PathVariable String number, @RequestBody ReversalBody body) {
    Voucher voucher = found(actor, number).voucher();
    requireWithinLimit(actor, voucher.amount());
    if (voucher.reverses() != null) {
      throw invalid("number", number, "it takes another back itself.", "a voucher that stands");
    }
    return submit(
        actor,
        voucher.reversal(
            parsed("number", body.number(), VoucherNo::new),
            body.happenedOn() == null ? voucher.happenedOn() : body.happenedOn(),
            reason(body.reason())));
  }

  @Operation(operationId = "getVoucher", summary = "A voucher by its number")
  @GetMapping("/api/v1/ledger/vouchers/{number}")
  @Requires(Permission.LEDGER_READ)
  VoucherView get(Actor actor, @PathVariable String number) {
    return view(actor, found(actor, number));
  }

  private PostedVoucher found(Actor actor, String number) {
    return vouchers
        .find(actor.tenant(), parsed("number", number, VoucherNo::new))
        .orElseThrow(() -> Problem.of(ProblemCode.VOUCHER_UNKNOWN, number).toException());
  }

  @Operation(operationId = "listVouchers", summary = "Vouchers in the order of their numbers")
  @GetMapping("/api/v1/ledger/vouchers")
  @Requires(Permission.LEDGER_READ)
  VoucherPage list(
      Actor actor,
      @RequestParam @Nullable String party,
      @RequestParam(defaultValue = "") String after) {
    PartyId of = party == null ? null : parsed("party", party, PartyId::of);
    List<PostedVoucher> page = vouchers.page(actor.tenant(), of, after, PAGE + 1);
    boolean isLast = page.size() <= PAGE;
    List<PostedVoucher> shown = isLast ? page : page.subList(0, PAGE);
    return new VoucherPage(
        shown.stream().map(one -> view(actor, one)).toList(),
        isLast ? null : shown.getLast().voucher().number().text());
  }

  private VoucherAnswer submit(Actor actor, Voucher voucher) {
    Command.Post command =
        new Command.Post(actor.tenant(), voucher, actor.username(), clock.instant());
    return switch (writer.submit(command).join()) {
      case Outcome.Posted posted ->
          new VoucherAnswer(
              posted.isNew() ? "POSTED" : "EXISTS",
              view(actor, found(actor, posted.voucher().number().text())));
      case Outcome.Rejected rejected -> throw rejected.problem().toException();
      case Outcome.Accepted _,
          Outcome.Unchanged _,
          Outcome.Reported _,
          Outcome.Repeat _,
          Outcome.Stale _,
          Outcome.Conflict _ ->
          throw new IllegalStateException("voucher " + voucher.number() + " came out as an order");
    };
  }

  private VoucherView view(Actor actor, PostedVoucher posted) {
    Voucher voucher = posted.voucher();
    return new VoucherView(
        voucher.number().text(),
        voucher.kind().name(),
        voucher.party().text(),
        counterparties.name(actor.tenant(), voucher.party().text()),
        voucher.amount().toString(),
        voucher.amount().currency().code(),
        voucher.entity() == null ? entities.of(actor.tenant(), null) : voucher.entity(),
        voucher.happenedOn().toString(),
        voucher.orderNo() == null ? null : voucher.orderNo().text(),
        voucher.reason(),
        voucher.reverses() == null ? null : voucher.reverses().text(),
        posted.reversedBy() == null ? null : posted.reversedBy().text(),
        posted.by(),
        posted.at().toString());
  }

  private static Money amount(Actor actor, Exact amount, Currency currency) {
    Money money;
    try {
      money = Money.round(amount, currency, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw invalid(
          "amount",
          amount.toString(),
          "it has more decimals than the currency.",
          currency.scale() + " decimals");
    }
    if (money.minor() <= 0) {
      throw invalid("amount", amount.toString(), "it is not above zero.", "an amount above zero");
    }
    requireWithinLimit(actor, money);
    return money;
  }

  private static void requireWithinLimit(Actor actor, Money amount) {
    Long limit = actor.quoteLimitMinor();
    if (limit != null && amount.minor() > limit) {
      Money allowed = new Money(limit, amount.currency());
      throw Problem.of(ProblemCode.OVER_YOUR_LIMIT, amount, allowed)
          .field("amount")
          .value(amount)
          .allowed("at most " + allowed)
          .toException();
    }
  }

  private @Nullable String entity(Actor actor, @Nullable String id) {
    List<LegalEntities.Entity> all = entities.all(actor.tenant());
    if (id == null || all.stream().anyMatch(entity -> entity.id().equals(id))) {
      return id;
    }
    throw invalid(
        "entity",
        id,
        "there is no such legal entity.",
        all.stream().map(LegalEntities.Entity::id).collect(Collectors.joining(", ")));
  }

  private static Voucher.Kind kind(String text) {
    return Arrays.stream(Voucher.Kind.values())
        .filter(kind -> kind.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "kind",
                    text,
                    "there is no such kind.",
                    Arrays.stream(Voucher.Kind.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "))));
  }

  private static String reason(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > 500 || text.indexOf('\0') >= 0) {
      throw invalid("reason", text, "it says nothing.", "1 to 500 characters");
    }
    return text;
  }
}
