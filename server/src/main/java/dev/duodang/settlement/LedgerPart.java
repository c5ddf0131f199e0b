package dev.duodang.settlement;

import dev.duodang.database.Columns;
import dev.duodang.database.MonthlyTable;
import dev.duodang.database.Rows;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.Parties;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.RelationSettlement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes what the writer keeps itself: keys, revisions, settlements, lines, decisions, tallies. */
final class LedgerPart implements BatchPart {

  private static final String NEW_KEYS =
      """
      INSERT INTO order_key (tenant_id, order_no, shard, revision, updated_at, digest_high,
                             digest_low, sequence, lines, first_month, month, state,
                             chosen_region, contributions)
      SELECT (SELECT current_tenant()), r.* FROM %s AS r
      """;

  /** An insert that looks for a row first is a third slower than one that does not. */
  private static final String KEYS =
      NEW_KEYS
          + """
      ON CONFLICT (tenant_id, order_no) DO UPDATE SET revision = excluded.revision,
        updated_at = excluded.updated_at, digest_high = excluded.digest_high,
        digest_low = excluded.digest_low, sequence = excluded.sequence, lines = excluded.lines,
        month = excluded.month, state = excluded.state, chosen_region = excluded.chosen_region,
        contributions = excluded.contributions
      WHERE order_key.sequence < excluded.sequence
      """;

  private static final MonthlyTable REVISIONS =
      MonthlyTable.of(
          "order_revision",
          """
          order_no text, revision int8, sequence int4, facts text, region text,
          received_at timestamptz, by_whom text
          """);

  private static final MonthlyTable SETTLEMENTS =
      MonthlyTable.of(
          "settlement",
          """
          order_no text, sequence int4, relation text, revision int8, state text, book_id text,
          book_version int4, payer_id text, payee_id text, currency text, total_minor int8,
          pricing_time timestamptz, holds text, settled_at timestamptz
          """);

  private static final MonthlyTable LINES =
      MonthlyTable.of(
          "line",
          """
          order_no text, number int4, sequence int4, kind text, revision int8, relation text,
          payee_id text, book_id text, book_version int4, category text, item int4, tier text,
          modifier text, part text, label text, amount_minor int8, currency text, quantity text,
          formula text, reverses int4, cause text, posted_at timestamptz, tax_category text,
          taxpayer text, tax_percent text, net_minor int8, tax_minor int8
          """);

  private static final MonthlyTable DECISIONS =
      MonthlyTable.of(
          "decision",
          """
          order_no text, sequence int4, kind text, relation text, category text, item int4,
          tier text, amount text, region text, reason text, by_whom text, decided_at timestamptz,
          facts text
          """);

  private static final String TALLIES =
      """
      INSERT INTO tally (tenant_id, visit_id, relation, counter, contributions, given_minor)
      SELECT (SELECT current_tenant()), r.* FROM %s AS r
      ON CONFLICT (tenant_id, visit_id, relation, counter) DO UPDATE
      SET contributions = excluded.contributions, given_minor = excluded.given_minor
      """;

  @Override
  public void rows(Batch batch, Consumer<Rows> ready) {
    Batch.Last last = batch.last();
    ready.accept(keys(batch, last.added()).ready(NEW_KEYS));
    ready.accept(keys(batch, last.changed()).ready(KEYS));
    ready.accept(revisions(batch));
    ready.accept(settlements(batch));
    ready.accept(lines(batch));
    ready.accept(decisions(batch));
  }

  private static Columns keys(Batch batch, List<Change> changes) {
    Columns columns =
        new Columns(
            "order_key",
            "text",
            "int4",
            "int8",
            "timestamptz",
            "int8",
            "int8",
            "int4",
            "int4",
            "date",
            "date",
            "text",
            "text",
            "text");
    for (Change change : changes) {
      columns.add(
          change.orderNo().text(),
          batch.shard(),
          change.revision().number(),
          change.order().updatedAt(),
          change.state().digest().high(),
          change.state().digest().low(),
          change.sequence(),
          change.state().nextLine() - 1,
          change.firstMonth(),
          change.revisionMonth(),
          change.after().name(),
          id(change.state().chosenRegion()),
          ContributionText.write(change.state().contributions()));
    }
    return columns;
  }

  private static Rows revisions(Batch batch) {
    Columns columns = REVISIONS.columns();
    for (Change change : batch.changes()) {
      if (change.command() instanceof Command.Deliver delivery) {
        columns.add(
            batch.month(),
            change.orderNo().text(),
            change.revision().number(),
            change.sequence(),
            delivery.text(),
            change.regionCode(),
            batch.at(),
            change.command().by());
      }
    }
    return REVISIONS.added(columns, batch.month());
  }

  private static Rows settlements(Batch batch) {
    Columns columns = SETTLEMENTS.columns();
    for (Change change : batch.changes()) {
      for (RelationSettlement one : change.settlement().relations()) {
        BookVersion book = one.book();
        columns.add(
            batch.month(),
            change.orderNo().text(),
            change.sequence(),
            one.relation().toString(),
            change.revision().number(),
            one.rated().state().name(),
            book == null ? null : book.book().text(),
            book == null ? null : book.version(),
            id(one.payer().id()),
            id(one.payee().id()),
            one.rated().currency().code(),
            one.rated().total().minor(),
            one.rated().pricingTime(),
            HoldText.write(one.rated().holds()),
            batch.at());
      }
    }
    return SETTLEMENTS.added(columns, batch.month());
  }

  private static Rows lines(Batch batch) {
    Columns columns = LINES.columns();
    for (Change change : batch.changes()) {
      for (Posting line : change.postings()) {
        LineTax tax = line.tax();
        columns.add(
            batch.month(),
            change.orderNo().text(),
            line.number(),
            change.sequence(),
            line.kind().name(),
            line.revision().number(),
            line.relation().toString(),
            id(Parties.paid(line.relation(), change.orderOf(line))),
            line.book().book().text(),
            line.book().version(),
            line.category().text(),
            line.item(),
            id(line.tier()),
            id(line.modifier()),
            id(line.part()),
            line.label(),
            line.amount().minor(),
            line.amount().currency().code(),
            id(line.quantity()),
            line.formula(),
            line.reverses(),
            line.cause() == null ? null : line.cause().name(),
            batch.at(),
            tax == null ? null : tax.category().text(),
            tax == null ? null : tax.taxpayer().name(),
            tax == null ? null : tax.percent().toString(),
            tax == null ? null : tax.net().minor(),
            tax == null ? null : tax.tax().minor());
      }
    }
    return LINES.added(columns, batch.month());
  }

  private static Rows decisions(Batch batch) {
    Columns columns = DECISIONS.columns();
    for (Change change : batch.changes()) {
      switch (change.command()) {
        case Command.Decide decision -> add(columns, batch, change, decision);
        case Command.Rerate rerating -> add(columns, batch, change, rerating);
        case Command.Deliver _ -> {
          // Its facts are kept as a revision.
        }
      }
    }
    return DECISIONS.added(columns, batch.month());
  }

  private static void add(Columns columns, Batch batch, Change change, Command.Rerate rerating) {
    columns.add(
        batch.month(),
        change.orderNo().text(),
        change.sequence(),
        "RERATE",
        null,
        null,
        null,
        null,
        null,
        null,
        rerating.reason(),
        rerating.by(),
        rerating.at(),
        otherFacts(change));
  }

  /** The facts of an order settled again, where master records add others than before. */
  private static @Nullable String otherFacts(Change change) {
    boolean isSame = change.before() == null || change.before().order().equals(change.order());
    return isSame ? null : FactsText.write(change.order());
  }

  private static void add(Columns columns, Batch batch, Change change, Command.Decide decision) {
    Command.What what = decision.what();
    String kind =
        switch (what) {
          case Command.What.Quote _ -> "QUOTE";
          case Command.What.Region _ -> "REGION";
          case Command.What.Release _ -> "RELEASE";
          case Command.What.Force _ -> "FORCE";
          case Command.What.Unforce _ -> "UNFORCE";
        };
    String relation =
        switch (what) {
          case Command.What.OfTier one -> one.relation().toString();
          case Command.What.Release one -> one.relation().toString();
          case Command.What.Region _ -> null;
        };
    Command.What.OfTier tier = what instanceof Command.What.OfTier one ? one : null;
    columns.add(
        batch.month(),
        change.orderNo().text(),
        change.sequence(),
        kind,
        relation,
        tier == null ? null : tier.category().text(),
        tier == null ? null : tier.item(),
        tier == null ? null : change.decidedTier(tier),
        what instanceof Command.What.Quote quote ? quote.amount().toString() : null,
        what instanceof Command.What.Region chosen ? chosen.region().text() : null,
        decision.reason(),
        decision.by(),
        decision.at(),
        null);
  }

  static Rows tallies(Map<TallyKey, Tally> tallies) {
    Columns columns = new Columns("tally", "text", "text", "text", "text", "int8");
    tallies.forEach(
        (key, tally) ->
            columns.add(
                key.visit().text(),
                key.relation().toString(),
                key.counter(),
                TallyText.write(tally),
                tally.givenMinor()));
    return columns.ready(TALLIES);
  }

  private static @Nullable String id(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
