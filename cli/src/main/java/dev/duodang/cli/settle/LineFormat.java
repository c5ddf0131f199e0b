package dev.duodang.cli.settle;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.rating.Promised;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.Change;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.RelationSettlement;
import dev.duodang.pricing.settlement.Settlement;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of an order: a row for each posted line, each estimate, and each hold; one for
 * a void order. Belongs to one thread.
 */
final class LineFormat {

  private static final String[] COLUMNS = {
    "orderNo", "revision", "state", "relation", "kind", "category", "item", "tier", "modifier",
    "part", "label", "quantity", "amount", "currency", "formula", "number", "reverses", "cause",
    "hold", "message", "region"
  };

  /** What follows them where a book has taxes. */
  private static final String[] TAX_COLUMNS = {"taxCategory", "taxRate", "net", "tax"};

  /** What follows them where a book asks how promises came out. */
  private static final String[] PROMISE_COLUMNS = {"promise"};

  private final Shelf shelf;
  private final Language language;
  private final RowText rows;
  private final boolean withTaxes;
  private final boolean withPromises;
  private final Map<PriceBook, Wording> wordings = new HashMap<>();

  /** The region of the order whose rows are written; null where it cannot be told. */
  private @Nullable RegionCode region;

  /** How the promise of the row's relation came out; null where that is not known. */
  private Promise.@Nullable State promise;

  LineFormat(Shelf shelf, Language language, RowText rows) {
    this.shelf = shelf;
    this.language = language;
    this.rows = rows;
    this.withTaxes = Taxed.isAny(shelf);
    this.withPromises = Asking.isAny(shelf);
  }

  void heading(ByteWriter out) {
    String[] none = {};
    String[] columns =
        Stream.of(COLUMNS, withTaxes ? TAX_COLUMNS : none, withPromises ? PROMISE_COLUMNS : none)
            .flatMap(Stream::of)
            .toArray(String[]::new);
    rows.heading(columns, out);
  }

  void write(Change change, ByteWriter out) {
    String orderNo = change.state().order().orderNo().text();
    long revision = change.state().revision().number();
    region =
        change.place() instanceof Resolution.Resolved resolved ? resolved.region().code() : null;
    Settlement settlement = change.settlement();
    for (Posting posting : change.postings()) {
      promise = posting.reverses() == null ? promise(settlement, posting.relation()) : null;
      write(orderNo, posting, out);
    }
    for (RelationSettlement relation : settlement.relations()) {
      if (relation.rated().state() != Rated.State.SETTLED) {
        promise = promise(settlement, relation.relation());
        waiting(orderNo, revision, relation, out);
      }
    }
    promise = null;
    if (settlement.state() == Rated.State.VOIDED && settlement.relations().isEmpty()) {
      row(orderNo, revision, Rated.State.VOIDED, null, "VOID", out);
      empty(15, out);
      end(null, out);
    }
  }

  private static Promise.@Nullable State promise(Settlement settlement, Relation relation) {
    for (RelationSettlement one : settlement.relations()) {
      Promised promised = one.relation().equals(relation) ? one.rated().promise() : null;
      if (promised != null) {
        return promised.state(Promise.Part.WHOLE);
      }
    }
    return null;
  }

  private void row(
      String orderNo,
      long revision,
      Rated.State state,
      @Nullable Object relation,
      String kind,
      ByteWriter out) {
    rows.begin(out);
    rows.field(orderNo, out);
    rows.field(revision, out);
    rows.field(state.name(), out);
    rows.field(relation, out);
    rows.field(kind, out);
  }

  private void end(@Nullable LineTax tax, ByteWriter out) {
    rows.field(region, out);
    if (withTaxes) {
      rows.field(tax == null ? null : tax.category(), out);
      rows.field(tax == null ? null : tax.percent().toShortString(), out);
      rows.field(tax == null ? null : tax.net(), out);
      rows.field(tax == null ? null : tax.tax(), out);
    }
    if (withPromises) {
      rows.field(promise, out);
    }
    rows.end(out);
  }

  private void empty(int fields, ByteWriter out) {
    for (int i = 0; i < fields; i++) {
      rows.field(null, out);
    }
  }

  private void write(String orderNo, Posting posting, ByteWriter out) {
    row(
        orderNo,
        posting.revision().number(),
        Rated.State.SETTLED,
        posting.relation(),
        posting.kind().name(),
        out);
    rows.field(posting.category(), out);
    rows.field(posting.item() < 0 ? null : posting.item(), out);
    rows.field(posting.tier(), out);
    rows.field(posting.modifier(), out);
    rows.field(posting.part(), out);
    rows.field(posting.label(), out);
    rows.field(posting.quantity() == null ? null : posting.quantity().toShortString(), out);
    rows.field(posting.amount(), out);
    rows.field(posting.amount().currency(), out);
    rows.field(posting.formula(), out);
    rows.field(posting.number(), out);
    rows.field(posting.reverses(), out);
    rows.field(posting.cause(), out);
    empty(2, out);
    end(posting.tax(), out);
  }

  private void waiting(String orderNo, long revision, RelationSettlement relation, ByteWriter out) {
    Rated rated = relation.rated();
    for (Line line : rated.lines()) {
      row(orderNo, revision, rated.state(), relation.relation(), "ESTIMATE", out);
      rows.field(line.category(), out);
      rows.field(line.item() < 0 ? null : line.item(), out);
      rows.field(line.tier(), out);
      rows.field(line.modifier(), out);
      rows.field(line.part(), out);
      rows.field(line.label(), out);
      rows.field(line.quantity() == null ? null : line.quantity().toShortString(), out);
      rows.field(line.amount(), out);
      rows.field(line.amount().currency(), out);
      rows.field(line.computation().text(), out);
      empty(5, out);
      end(line.tax(), out);
    }
    for (Hold hold : rated.holds()) {
      row(orderNo, revision, rated.state(), relation.relation(), "HOLD", out);
      rows.field(hold.category(), out);
      rows.field(hold.item() < 0 ? null : hold.item(), out);
      empty(11, out);
      rows.field(hold.reason(), out);
      rows.field(sentence(relation, hold), out);
      end(null, out);
    }
    if (rated.state() == Rated.State.VOIDED) {
      row(orderNo, revision, rated.state(), relation.relation(), "VOID", out);
      empty(15, out);
      end(null, out);
    }
  }

  private String sentence(RelationSettlement relation, Hold hold) {
    Edition edition =
        relation.book() == null
            ? shelf.editions(relation.relation()).getFirst()
            : shelf.edition(relation.book());
    if (edition == null) {
      return hold.reason().name().toLowerCase(Locale.ROOT);
    }
    return wordings
        .computeIfAbsent(
            edition.compiled().book(),
            book -> Wording.of(book, edition.compiled().tree(), language))
        .hold(hold);
  }
}
