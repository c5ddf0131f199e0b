package dev.duodang.contract;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.RecordScope;
import dev.duodang.identity.Scope;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.ContractNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.records.History;
import dev.duodang.records.StatedFields;
import dev.duodang.records.Taken;
import dev.duodang.records.Taking;
import dev.duodang.records.TaxWords;
import dev.duodang.records.Version;
import dev.duodang.records.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes rows of contracts. A row for a contract that is known replaces what it says, always. */
final class ContractTaking extends Taking<Version<Contract>> {

  static final List<Versioned.Field<Contract>> FIELDS =
      List.of(
          new Versioned.Field<>("party", Contract::party),
          new Versioned.Field<>("relation", Contract::relation),
          new Versioned.Field<>("from", Contract::from),
          new Versioned.Field<>("to", Contract::to),
          new Versioned.Field<>("regions", Contract::regions),
          new Versioned.Field<>("services", Contract::services),
          new Versioned.Field<>("taxpayer", Contract::taxpayer));

  private final Map<String, Counterparties.Entry> parties;
  private final RegionTree tree;
  private final Scope scope;
  private final Versioned<Contract> versions;
  private ContractBook book;

  ContractTaking(
      ContractBook book,
      Map<String, Counterparties.Entry> parties,
      RegionTree tree,
      Scope scope,
      Versioned<Contract> versions) {
    super(ContractRecords.COLUMNS);
    this.book = book;
    this.parties = parties;
    this.tree = tree;
    this.scope = scope;
    this.versions = versions;
  }

  @Override
  protected @Nullable Taken<Version<Contract>> take(StatedFields row) {
    ContractNo number = row.required("contractNo", null, ContractNo::of);
    if (number == null) {
      return null;
    }
    History<Contract> known = book.find(number);
    Contract contract = contract(row, number, known == null ? null : ContractBook.last(known));
    return contract == null ? null : versions.taken(number.text(), row, known, null, contract);
  }

  private @Nullable Contract contract(
      StatedFields row, ContractNo number, @Nullable Contract before) {
    PartyId party = row.required("party", before == null ? null : before.party(), PartyId::of);
    Relation relation =
        row.required("relation", before == null ? null : before.relation(), Relation::parse);
    LocalDate from = row.day("from", before == null ? null : before.from());
    LocalDate to = row.day("to", before == null ? null : before.to());
    Taxpayer taxpayer =
        row.word("taxpayer", before == null ? null : before.taxpayer(), TaxWords.TAXPAYER, false);
    List<RegionCode> regions =
        row.list("regions", before == null ? List.of() : before.regions(), this::region);
    List<ServicePath> services =
        row.list("services", before == null ? List.of() : before.services(), ServicePath::of);
    if (from == null && row.isGood()) {
      row.refuse("from", "", "is missing");
    }
    if (from != null && to != null && !to.isAfter(from)) {
      row.refuse("to", to.toString(), "is not behind the first day", "a day after " + from);
    }
    if (party == null || relation == null || from == null || !row.isGood()) {
      return null;
    }
    check(row, party, relation, before);
    return new Contract(number, party, relation, from, to, regions, services, taxpayer);
  }

  private void check(
      StatedFields row, PartyId party, Relation relation, @Nullable Contract before) {
    Counterparties.Entry entry = parties.get(party.text());
    if (entry == null) {
      row.refuse("party", party.text(), "there is no such counterparty", "one that is recorded");
      return;
    }
    String kind = entry.kind().name();
    if (!relation.payee().name().equals(kind) && !relation.payer().name().equals(kind)) {
      row.refuse(
          "relation",
          relation.toString(),
          "has no " + kind + " on either side, which " + party + " is",
          "a relation of a " + kind);
    }
    if (before != null && !(before.party().equals(party) && before.relation().equals(relation))) {
      row.refuse(
          "contractNo",
          before.number().text(),
          "is with " + before.party() + " in " + before.relation(),
          "another number for another contract");
    }
    if (!RecordScope.mayEdit(scope, entry)) {
      row.refuse(
          "party", party.text(), "lies outside of what you may change", RecordScope.allowed(scope));
    }
  }

  private RegionCode region(String text) {
    RegionCode code = RegionCode.of(text);
    if (tree.index(code) < 0) {
      throw new IllegalArgumentException("there is no region " + text);
    }
    return code;
  }

  @Override
  protected void keep(Version<Contract> addition) {
    book = book.with(List.of(addition));
  }
}
