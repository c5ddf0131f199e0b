package dev.duodang.ledger;

import dev.duodang.book.Books;
import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.LegalEntities;
import dev.duodang.database.Rows;
import dev.duodang.identity.Tenant;
import dev.duodang.identity.TenantClock;
import dev.duodang.ledger.Entry.Origin;
import dev.duodang.ledger.Entry.Source;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.OutsideValues;
import dev.duodang.pricing.settlement.AccruedRebate;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.settlement.Batch;
import dev.duodang.settlement.BatchPart;
import dev.duodang.settlement.Change;
import dev.duodang.settlement.Command;
import dev.duodang.settlement.OutsideMeasures;
import dev.duodang.settlement.Voucher;
import dev.duodang.settlement.VoucherNo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Posts each batch to the ledger: its lines, its vouchers, and what its rebates grew by. */
@Component
@Order(3)
class EntriesPart implements BatchPart {

  private static final String NOBODY = "duodang";

  private final TenantClock clocks;
  private final LegalEntities entities;
  private final Counterparties counterparties;
  private final Books books;

  EntriesPart(
      TenantClock clocks, LegalEntities entities, Counterparties counterparties, Books books) {
    this.clocks = clocks;
    this.entities = entities;
    this.counterparties = counterparties;
    this.books = books;
  }

  @Override
  public void rows(Batch batch, Consumer<Rows> ready) {
    Tenant tenant = clocks.tenant(batch.tenant());
    LocalDate today = batch.at().atZone(tenant.zone()).toLocalDate();
    List<String> looked =
        batch.changes().stream()
            .filter(OrderEntries::looksBack)
            .map(change -> change.orderNo().text())
            .distinct()
            .toList();
    if (looked.isEmpty()) {
      List<Entry> entries = ofOrders(batch, tenant, Map.of());
      ready.accept(JdbcEntries.ready(batch, entries));
      ready.accept(JdbcAccounts.ready(batch, today, entries));
    } else {
      ready.accept(
          connection ->
              add(
                  connection,
                  batch,
                  today,
                  ofOrders(batch, tenant, JdbcEntries.of(connection, Source.ORDER, looked))));
    }
    if (batch.vouchers().isEmpty() && batch.rebates().isEmpty()) {
      return;
    }
    ready.accept(
        connection -> {
          List<Entry> entries = new ArrayList<>(vouchers(connection, batch));
          entries.addAll(rebates(connection, batch, today));
          add(connection, batch, today, entries);
        });
  }

  private static void add(Connection connection, Batch batch, LocalDate today, List<Entry> entries)
      throws SQLException {
    JdbcEntries.add(connection, batch, entries);
    JdbcAccounts.add(connection, batch, today, entries);
  }

  private List<Entry> ofOrders(Batch batch, Tenant tenant, Map<String, List<Entry>> posted) {
    OrderEntries rules =
        new OrderEntries(
            tenant.zone(),
            Currency.of(tenant.currency().getCurrencyCode()),
            region -> entities.of(batch.tenant(), region),
            new CostCentres(counterparties.book(batch.tenant())),
            posted);
    List<Entry> entries = new ArrayList<>();
    for (Change change : batch.changes()) {
      entries.addAll(rules.of(change));
    }
    return entries;
  }

  /** A voucher that takes another back is in the books of the same entity. */
  private List<Entry> vouchers(Connection connection, Batch batch) throws SQLException {
    List<String> reversed =
        batch.vouchers().stream()
            .flatMap(post -> Stream.ofNullable(post.voucher().reverses()))
            .map(VoucherNo::text)
            .toList();
    Map<String, List<Entry>> known = JdbcEntries.of(connection, Source.VOUCHER, reversed);
    List<Entry> entries = new ArrayList<>();
    for (Command.Post post : batch.vouchers()) {
      VoucherNo reverses = post.voucher().reverses();
      List<Entry> original =
          reverses == null ? List.of() : known.getOrDefault(reverses.text(), List.of());
      Entry entry =
          voucher(
              post,
              original.isEmpty() ? entity(batch, post.voucher()) : original.getFirst().entity());
      known.put(post.voucher().number().text(), List.of(entry));
      entries.add(entry);
    }
    return entries;
  }

  private String entity(Batch batch, Voucher voucher) {
    return voucher.entity() == null ? entities.of(batch.tenant(), null) : voucher.entity();
  }

  private static Entry voucher(Command.Post post, String entity) {
    Voucher voucher = post.voucher();
    Rules.Move move = Rules.voucher(voucher);
    return new Entry(
        new Origin(Source.VOUCHER, voucher.number().text(), 1, 0, 1),
        entity,
        move.debit(),
        move.credit(),
        move.amount(),
        voucher.happenedOn(),
        voucher.kind() + " " + voucher.reason(),
        post.by());
  }

  /** By how much what is due of each changed rebate differs from what is posted of it. */
  private List<Entry> rebates(Connection connection, Batch batch, LocalDate today)
      throws SQLException {
    Shelf shelf = books.shelf(batch.tenant());
    OutsideValues reported =
        OutsideMeasures.of(connection, batch.rebates().keySet(), shelf, batch.at());
    Map<String, AccruedRebate> due = new TreeMap<>();
    batch
        .rebates()
        .forEach(
            (key, window) -> {
              Optional<AccruedRebate> accrued =
                  AccruedRebate.of(key, window, shelf, reported, batch.at());
              accrued.ifPresent(one -> due.put(document(key), one));
            });
    Map<String, JdbcEntries.Accrued> posted = JdbcEntries.accrued(connection, due.keySet());
    List<Entry> entries = new ArrayList<>();
    List<JdbcEntries.Accrued> accruals = new ArrayList<>();
    for (Map.Entry<String, AccruedRebate> entry : due.entrySet()) {
      JdbcEntries.Accrued before =
          posted.getOrDefault(entry.getKey(), new JdbcEntries.Accrued(entry.getKey(), 0, 0));
      Money accrued = entry.getValue().accrual().accrued();
      long more = Math.subtractExact(accrued.minor(), before.minor());
      if (more != 0) {
        accruals.add(
            new JdbcEntries.Accrued(entry.getKey(), accrued.minor(), before.postings() + 1));
        entries.add(
            rebate(
                entry.getValue(),
                new Origin(Source.REBATE, entry.getKey(), before.postings() + 1, 0, 1),
                new Money(more, accrued.currency()),
                batch,
                today));
      }
    }
    JdbcEntries.accrue(connection, accruals);
    return entries;
  }

  private Entry rebate(AccruedRebate rebate, Origin at, Money more, Batch batch, LocalDate today) {
    WindowKey key = rebate.key();
    LocalDate last = key.until().minusDays(1);
    Rules.Move move = Rules.rebate(key.relation(), key.sides(), more);
    LocalDate within = today.isBefore(key.from()) ? key.from() : today;
    return new Entry(
        at,
        entities.of(batch.tenant(), null),
        move.debit(),
        move.credit(),
        move.amount(),
        within.isAfter(last) ? last : within,
        rebate.accrual().rebate().name(),
        NOBODY);
  }

  /** The name of a rebate's window, one of a kind. */
  private static String document(WindowKey key) {
    return String.join(
        " ",
        key.name(),
        key.from() + "/" + key.until(),
        key.relation().toString(),
        key.sides().payer() == null ? "-" : key.sides().payer().text(),
        key.sides().payee() == null ? "-" : key.sides().payee().text(),
        key.currency().code());
  }
}
