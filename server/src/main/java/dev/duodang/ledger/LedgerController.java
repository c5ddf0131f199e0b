package dev.duodang.ledger;

import static dev.duodang.problem.Fields.invalid;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.LegalEntities;
import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.ledger.Entry.Origin;
import dev.duodang.pricing.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What the accounts hold, and by which entries. */
@RestController
class LedgerController {

  private static final int PAGE = 200;
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final ScopedTransactions transactions;
  private final TenantClock clocks;
  private final LegalEntities entities;
  private final Counterparties counterparties;
  private final Clock clock;

  LedgerController(
      ScopedTransactions transactions,
      TenantClock clocks,
      LegalEntities entities,
      Counterparties counterparties,
      Clock clock) {
    this.transactions = transactions;
    this.clocks = clocks;
    this.entities = entities;
    this.counterparties = counterparties;
    this.clock = clock;
  }

  /**
   * What one account holds.
   *
   * @param entity in whose books
   * @param account what it is for, such as PAYABLE
   * @param name the same as people read it
   * @param kind ASSET, LIABILITY, INCOME, EXPENSE or MEMORANDUM
   * @param party whose account it is; null for nobody's
   * @param balance debit less credit: below zero what the company owes
   */
  record BalanceView(
      String entity,
      String account,
      String name,
      String kind,
      @Nullable String party,
      @Nullable String partyName,
      String debit,
      String credit,
      String balance,
      String currency) {}

  /**
   * The books of one legal entity in one currency.
   *
   * @param debit all debits
   * @param credit all credits; always the same
   * @param balanced whether they are
   */
  record TrialBalance(
      String entity,
      String entityName,
      String currency,
      String debit,
      String credit,
      boolean balanced,
      List<BalanceView> accounts) {}

  /**
   * The trial balances at one moment.
   *
   * @param on the last day that counts of those that entries belong to
   * @param known the last instant that counts of those at which entries were posted
   */
  record TrialBalances(String on, String known, List<TrialBalance> books) {}

  /** The balances at one moment. */
  record Balances(String on, String known, List<BalanceView> balances) {}

  /** One side of an entry. */
  record SideView(
      String account, String name, @Nullable String party, @Nullable String partyName) {}

  /**
   * One amount from one account to another.
   *
   * @param source ORDER, VOUCHER or REBATE
   * @param document the number of the order or voucher
   * @param sequence which change of it
   * @param line the order's line; null for what is no line
   * @param amount below zero where it takes back
   */
  record EntryView(
      String source,
      String document,
      int sequence,
      @Nullable Integer line,
      String entity,
      SideView debit,
      SideView credit,
      String amount,
      String currency,
      String happenedOn,
      String postedAt,
      String text,
      String by) {}

  /**
   * A page of entries.
   *
   * @param next asks for the next page; null on the last
   */
  record Entries(List<EntryView> entries, @Nullable String next) {}

  /** What moved on an account on one day. */
  record DayView(
      String postedOn, String happenedOn, String debit, String credit, String currency) {}

  @Operation(operationId = "trialBalance", summary = "The trial balance of each legal entity")
  @GetMapping("/api/v1/ledger/trial-balance")
  @Requires(Permission.LEDGER_READ)
  TrialBalances trialBalance(
      Actor actor,
      @RequestParam @Nullable LocalDate on,
      @RequestParam @Nullable Instant known,
      @RequestParam @Nullable String entity,
      @RequestParam(defaultValue = "zh") String lang) {
    Moment moment = moment(actor, on, known);
    List<Balance> balances =
        balances(actor, moment, new JdbcAccounts.Filter(entity, null, null), false);
    Map<String, List<Balance>> books =
        balances.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.entity() + "\n" + one.debit().currency().code(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new TrialBalances(
        moment.on().toString(),
        moment.known().toString(),
        books.values().stream().map(one -> book(actor, one, lang)).toList());
  }

  private TrialBalance book(Actor actor, List<Balance> accounts, String lang) {
    Balance first = accounts.getFirst();
    Money zero = Money.zero(first.debit().currency());
    Money debit = accounts.stream().map(Balance::debit).reduce(zero, Money::plus);
    Money credit = accounts.stream().map(Balance::credit).reduce(zero, Money::plus);
    String name =
        entities.all(actor.tenant()).stream()
            .filter(entity -> entity.id().equals(first.entity()))
            .map(LegalEntities.Entity::name)
            .findFirst()
            .orElse(first.entity());
    return new TrialBalance(
        first.entity(),
        name,
        debit.currency().code(),
        debit.toString(),
        credit.toString(),
        debit.equals(credit),
        accounts.stream().map(one -> view(actor, one, lang)).toList());
  }

  @Operation(operationId = "accountBalances", summary = "What each party's accounts hold")
  @GetMapping("/api/v1/ledger/balances")
  @Requires(Permission.LEDGER_READ)
  Balances balances(
      Actor actor,
      @RequestParam @Nullable LocalDate on,
      @RequestParam @Nullable Instant known,
      @RequestParam @Nullable String entity,
      @RequestParam @Nullable String account,
      @RequestParam @Nullable String party,
      @RequestParam(defaultValue = "zh") String lang) {
    Moment moment = moment(actor, on, known);
    JdbcAccounts.Filter filter = new JdbcAccounts.Filter(entity, account(account), party);
    return new Balances(
        moment.on().toString(),
        moment.known().toString(),
        balances(actor, moment, filter, true).stream().map(one -> view(actor, one, lang)).toList());
  }

  @Operation(operationId = "accountDays", summary = "What moved on an account, by day")
  @GetMapping("/api/v1/ledger/accounts/{account}/days")
  @Requires(Permission.LEDGER_READ)
  List<DayView> days(
      Actor actor,
      @PathVariable String account,
      @RequestParam @Nullable String entity,
      @RequestParam(defaultValue = "") String party,
      @RequestParam @Nullable LocalDate before) {
    Side side = new Side(Account.valueOf(String.valueOf(account(account))), party);
    LocalDate end = before == null ? LAST_DAY : before;
    Money none = Money.zero(dev.duodang.pricing.money.Currency.of("CNY"));
    return transactions
        .readWith(
            actor.tenant(),
            connection ->
                JdbcAccounts.days(
                    connection,
                    entity == null ? entities.of(actor.tenant(), null) : entity,
                    side,
                    new JdbcAccounts.Day(end, LocalDate.of(1, 1, 1), none, none),
                    PAGE))
        .stream()
        .map(
            day ->
                new DayView(
                    day.postedOn().toString(),
                    day.happenedOn().toString(),
                    day.debit().toString(),
                    day.credit().toString(),
                    day.debit().currency().code()))
        .toList();
  }

  @Operation(
      operationId = "ledgerEntries",
      summary = "The entries of an order or voucher, or those posted on a day")
  @GetMapping("/api/v1/ledger/entries")
  @Requires(Permission.LEDGER_READ)
  Entries entries(
      Actor actor,
      @RequestParam @Nullable String order,
      @RequestParam @Nullable String voucher,
      @RequestParam @Nullable LocalDate posted,
      @RequestParam @Nullable String account,
      @RequestParam @Nullable String party,
      @RequestParam @Nullable String after,
      @RequestParam(defaultValue = "zh") String lang) {
    if (order != null || voucher != null) {
      Entry.Source source = order != null ? Entry.Source.ORDER : Entry.Source.VOUCHER;
      String document = String.valueOf(order != null ? order : voucher);
      List<EntryList.Posted> found =
          transactions.readWith(
              actor.tenant(), connection -> EntryList.ofDocument(connection, source, document));
      return new Entries(found.stream().map(one -> view(actor, one, lang)).toList(), null);
    }
    LocalDate day = posted == null ? clocks.today(actor.tenant()) : posted;
    Origin cursor = after == null ? null : Cursor.read(after);
    String ofAccount = account(account);
    List<EntryList.Posted> page =
        transactions.readWith(
            actor.tenant(),
            connection ->
                EntryList.ofDay(connection, day, zone(actor), ofAccount, party, cursor, PAGE + 1));
    boolean isLast = page.size() <= PAGE;
    List<EntryList.Posted> shown = isLast ? page : page.subList(0, PAGE);
    return new Entries(
        shown.stream().map(one -> view(actor, one, lang)).toList(),
        isLast ? null : Cursor.write(shown.getLast().entry().at()));
  }

  @Operation(
      operationId = "exportJournal",
      summary = "All entries posted in some days, as a journal of hledger",
      description = "From a day on, it begins with what all accounts held the day before.")
  @GetMapping(value = "/api/v1/ledger/journal", produces = MediaType.TEXT_PLAIN_VALUE)
  @Requires(Permission.LEDGER_READ)
  @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE))
  ResponseEntity<StreamingResponseBody> journal(
      Actor actor,
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate until) {
    LocalDate end = until == null ? clocks.today(actor.tenant()).plusDays(1) : until;
    LocalDate start = from == null ? LocalDate.of(1970, 1, 1) : from;
    if (!start.isBefore(end)) {
      throw invalid("until", end, "it is not after from.", "a day after " + start);
    }
    transactions.<@Nullable Void>readWith(
        actor.tenant(),
        connection -> {
          EntryList.requireHere(connection, start, zone(actor));
          return null;
        });
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"duodang.journal\"")
        .body(
            out -> {
              Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
              if (from != null) {
                writer.write(opening(actor, from));
              }
              transactions.readWith(
                  actor.tenant(),
                  connection -> {
                    EntryList.all(
                        connection, start, end, zone(actor), posted -> write(writer, posted));
                    return null;
                  });
              writer.flush();
            });
  }

  /** What is known at the end of the day before a day, whenever it belongs to. */
  private String opening(Actor actor, LocalDate from) {
    Instant end = from.atStartOfDay(zone(actor)).toInstant().minus(1, ChronoUnit.MICROS);
    Moment moment = moment(actor, null, end);
    return Journal.opening(
        from.minusDays(1), balances(actor, moment, JdbcAccounts.Filter.NONE, true));
  }

  private static void write(Writer writer, EntryList.Posted posted) {
    try {
      writer.write(Journal.transaction(posted));
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ZoneId zone(Actor actor) {
    return clocks.zone(actor.tenant());
  }

  private Moment moment(Actor actor, @Nullable LocalDate on, @Nullable Instant known) {
    return new Moment(
        on == null ? LAST_DAY : on, known == null ? clock.instant() : known, zone(actor));
  }

  private List<Balance> balances(
      Actor actor, Moment moment, JdbcAccounts.Filter filter, boolean byParty) {
    return transactions.readWith(
        actor.tenant(), connection -> JdbcAccounts.balances(connection, moment, filter, byParty));
  }

  private static @Nullable String account(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(Account.values())
        .map(Account::name)
        .filter(text.toUpperCase(Locale.ROOT)::equals)
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "account",
                    text,
                    "there is no such account.",
                    Arrays.stream(Account.values())
                        .map(Account::name)
                        .collect(Collectors.joining(", "))));
  }

  private BalanceView view(Actor actor, Balance one, String lang) {
    return new BalanceView(
        one.entity(),
        one.account().name(),
        name(one.account(), lang),
        one.account().kind().name(),
        one.party().isEmpty() ? null : one.party(),
        partyName(actor, one.party()),
        one.debit().toString(),
        one.credit().toString(),
        one.balance().toString(),
        one.debit().currency().code());
  }

  private EntryView view(Actor actor, EntryList.Posted posted, String lang) {
    Entry entry = posted.entry();
    Origin at = entry.at();
    return new EntryView(
        at.source().name(),
        at.document(),
        at.sequence(),
        at.number() == 0 ? null : at.number(),
        entry.entity(),
        side(actor, entry.debit(), lang),
        side(actor, entry.credit(), lang),
        entry.amount().toString(),
        entry.amount().currency().code(),
        entry.happenedOn().toString(),
        posted.at().toString(),
        entry.text(),
        entry.by());
  }

  private SideView side(Actor actor, Side side, String lang) {
    return new SideView(
        side.account().name(),
        name(side.account(), lang),
        side.party().isEmpty() ? null : side.party(),
        partyName(actor, side.party()));
  }

  private @Nullable String partyName(Actor actor, String party) {
    return party.isEmpty() ? null : counterparties.name(actor.tenant(), party);
  }

  private static String name(Account account, String lang) {
    return lang.equals("en") ? account.english() : account.chinese();
  }
}
