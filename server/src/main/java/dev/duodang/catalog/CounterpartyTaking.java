package dev.duodang.catalog;

import dev.duodang.catalog.Counterparties.Entry;
import dev.duodang.identity.Scope;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.PartyId;
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
import org.jspecify.annotations.Nullable;

/** Takes rows of counterparties. */
final class CounterpartyTaking extends Taking<Version<Entry>> {

  static final List<Versioned.Field<Entry>> FIELDS =
      List.of(
          new Versioned.Field<>("kind", Entry::kind),
          new Versioned.Field<>("name", Entry::name),
          new Versioned.Field<>("type", Entry::type),
          new Versioned.Field<>("mode", Entry::mode),
          new Versioned.Field<>("grade", Entry::grade),
          new Versioned.Field<>("taxpayer", Entry::taxpayer),
          new Versioned.Field<>("regions", Entry::regions),
          new Versioned.Field<>("partnerId", Entry::partnerId),
          new Versioned.Field<>("costCentre", Entry::costCentre));

  private final RegionTree tree;
  private final Scope scope;
  private final Versioned<Entry> versions;
  private CounterpartyBook book;

  CounterpartyTaking(
      CounterpartyBook book, RegionTree tree, Scope scope, Versioned<Entry> versions) {
    super(CounterpartyRecords.COLUMNS);
    this.book = book;
    this.tree = tree;
    this.scope = scope;
    this.versions = versions;
  }

  @Override
  protected @Nullable Taken<Version<Entry>> take(StatedFields row) {
    PartyId id = row.required("id", null, PartyId::of);
    if (id == null) {
      return null;
    }
    History<Entry> known = book.find(id.text());
    LocalDate from = versions.from(row, known);
    Entry before = known == null ? null : base(known, from);
    Counterparty.Kind kind =
        row.word("kind", before == null ? null : before.kind(), CounterpartyRecords.KINDS, true);
    Entry entry = kind == null ? null : entry(row, id, kind, before);
    if (entry == null) {
      return null;
    }
    check(row, entry, before);
    return versions.taken(id.text(), row, known, from, entry);
  }

  /** What a row is a change of: what the record says from that day on, else its first version. */
  private static Entry base(History<Entry> known, @Nullable LocalDate from) {
    return known.nearest(from == null ? LocalDate.MIN : from).content();
  }

  private @Nullable Entry entry(
      StatedFields row, PartyId id, Counterparty.Kind kind, @Nullable Entry before) {
    String name =
        row.required("name", before == null ? null : before.name(), CounterpartyTaking::name);
    Taxpayer taxpayer =
        row.word("taxpayer", before == null ? null : before.taxpayer(), TaxWords.TAXPAYER, false);
    List<String> regions =
        row.list("regions", before == null ? List.of() : before.regions(), this::region);
    return name == null
        ? null
        : new Entry(
            id.text(),
            kind,
            name,
            code(row, "type", before == null ? null : before.type()),
            code(row, "mode", before == null ? null : before.mode()),
            code(row, "grade", before == null ? null : before.grade()),
            regions,
            row.value("partnerId", before == null ? null : before.partnerId(), this::partner),
            taxpayer,
            row.value(
                "costCentre",
                before == null ? null : before.costCentre(),
                text -> PartyId.of(text).text()));
  }

  private void check(StatedFields row, Entry entry, @Nullable Entry before) {
    if (before != null && before.kind() != entry.kind()) {
      row.refuse(
          "kind",
          entry.kind().name(),
          "is not what the record is; the kind of a counterparty never changes",
          before.kind().name());
    }
    if (entry.partnerId() != null && entry.kind() != Counterparty.Kind.ENGINEER) {
      row.refuse("partnerId", entry.partnerId(), "belongs to engineers only", "nothing");
    }
    if (entry.costCentre() != null && entry.kind() != Counterparty.Kind.DEPARTMENT) {
      row.refuse("costCentre", entry.costCentre(), "belongs to departments only", "nothing");
    }
    boolean inScope =
        RecordScope.mayEdit(scope, entry) && (before == null || RecordScope.mayEdit(scope, before));
    if (!inScope) {
      row.refuse(
          "regions",
          String.join(";", entry.regions()),
          "lies outside of what you may change",
          RecordScope.allowed(scope));
    }
  }

  private static @Nullable String code(StatedFields row, String field, @Nullable String before) {
    return row.value(field, before, text -> Code.of(text).text());
  }

  /** A name as records keep it. */
  static String name(String text) {
    if (text.length() > 100 || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name has 1 to 100 characters");
    }
    return text;
  }

  private String region(String text) {
    RegionCode code = RegionCode.of(text);
    if (tree.index(code) < 0) {
      throw new IllegalArgumentException("there is no region " + text);
    }
    return code.text();
  }

  private String partner(String text) {
    History<Entry> partner = book.find(text);
    if (partner == null || partner.all().getFirst().content().kind() != Counterparty.Kind.PARTNER) {
      throw new IllegalArgumentException("there is no partner " + text);
    }
    return text;
  }

  @Override
  protected void keep(Version<Entry> addition) {
    book = book.with(addition);
  }
}
