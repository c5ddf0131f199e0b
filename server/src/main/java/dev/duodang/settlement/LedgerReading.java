package dev.duodang.settlement;

import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Tally;
import dev.duodang.pricing.rating.TallyKey;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.Contribution;
import dev.duodang.pricing.settlement.Head;
import dev.duodang.pricing.settlement.OrderState;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.Postings;
import dev.duodang.pricing.settlement.Settler;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the writer must know about orders before it decides; a few statements a batch. */
final class LedgerReading {

  private static final String HEADS =
      """
      SELECT k.order_no, k.revision, k.digest_high, k.digest_low, k.sequence,
             k.lines, k.first_month, k.month, k.state, k.chosen_region, k.updated_at,
             k.contributions,
             coalesce((SELECT d.facts FROM decision d
                       WHERE d.tenant_id = k.tenant_id AND d.order_no = k.order_no
                         AND d.month >= k.month AND d.sequence > r.sequence
                         AND d.facts IS NOT NULL
                       ORDER BY d.sequence DESC LIMIT 1), r.facts) AS facts,
             r.facts IS NULL OR coalesce(k.first_month < (SELECT first_month_here()), false)
               AS archived
      FROM order_key k
      LEFT JOIN order_revision r ON r.tenant_id = k.tenant_id AND r.order_no = k.order_no
        AND r.revision = k.revision AND r.month = k.month
      WHERE k.tenant_id = current_tenant() AND k.order_no = ANY(?)
      """;

  private static final String LINES =
      """
      SELECT l.order_no, l.number, l.kind, l.revision, l.relation, l.book_id, l.book_version,
             l.category, l.item, l.tier, l.modifier, l.part, l.label, l.amount_minor, l.currency,
             l.quantity, l.formula, l.reverses, l.cause,
             l.tax_category, l.taxpayer, l.tax_percent, l.net_minor, l.tax_minor
      FROM line l
      WHERE l.tenant_id = current_tenant() AND l.order_no = ANY(?) AND l.month >= ?
      ORDER BY l.order_no, l.number
      """;

  private static final String DECISIONS =
      """
      SELECT d.order_no, d.sequence, d.kind, d.relation, d.category, d.item, d.tier, d.amount,
             d.reason, d.by_whom
      FROM decision d
      WHERE d.tenant_id = current_tenant() AND d.order_no = ANY(?) AND d.month >= ?
        AND d.kind IN ('QUOTE', 'RELEASE', 'FORCE', 'UNFORCE')
      ORDER BY d.order_no, d.sequence
      """;

  private static final String TALLIES =
      """
      SELECT visit_id, relation, counter, contributions, given_minor FROM tally
      WHERE tenant_id = current_tenant() AND visit_id = ANY(?)
      """;

  private LedgerReading() {}

  static BatchDecision.Known read(
      Connection connection, Collection<Command> commands, Settler settler) throws SQLException {
    Map<OrderNo, Head> archived = new HashMap<>();
    Map<OrderNo, Row> heads =
        heads(
            connection,
            ofOrders(commands).stream().map(Command.OfOrder::orderNo).distinct().toList(),
            archived);
    List<WorkOrder> all =
        Stream.concat(
                commands.stream()
                    .filter(Command.Deliver.class::isInstance)
                    .map(command -> ((Command.Deliver) command).order()),
                heads.values().stream().map(Row::order))
            .toList();
    List<OrderNo> followed =
        all.stream()
            .flatMap(order -> Stream.ofNullable(order.related()))
            .map(RelatedOrder::orderNo)
            .filter(number -> !heads.containsKey(number))
            .distinct()
            .toList();
    Map<OrderNo, WorkOrder> related = new HashMap<>();
    heads(connection, followed, archived)
        .forEach((number, row) -> related.put(number, row.order()));
    Map<TallyKey, Tally> tallies = tallies(connection, all);
    Map<OrderNo, KeptOrder> orders = orders(connection, heads, tallies);
    Set<WindowKey> counters = counters(ofOrders(commands), heads, settler);
    for (Command.OfOrder command : ofOrders(commands)) {
      KeptOrder kept = orders.get(command.orderNo());
      if (kept != null && ForcedTiers.isOne(command)) {
        counters.addAll(ForcedTiers.counters(settler, kept.state(), command.at()));
      }
    }
    return new BatchDecision.Known(
        orders,
        related,
        archived,
        tallies,
        JdbcWindows.of(connection, counters),
        JdbcVouchers.of(connection, numbers(commands)),
        JdbcOutsideValues.of(connection, reported(commands)));
  }

  private static List<Command.OfOrder> ofOrders(Collection<Command> commands) {
    return commands.stream()
        .filter(Command.OfOrder.class::isInstance)
        .map(Command.OfOrder.class::cast)
        .toList();
  }

  /** The vouchers that are asked for or taken back. */
  private static Set<VoucherNo> numbers(Collection<Command> commands) {
    Set<VoucherNo> numbers = new HashSet<>();
    for (Command command : commands) {
      if (command instanceof Command.Post post) {
        numbers.add(post.voucher().number());
        Stream.ofNullable(post.voucher().reverses()).forEach(numbers::add);
      }
    }
    return numbers;
  }

  /** The measures that are reported. */
  private static Set<OutsideKey> reported(Collection<Command> commands) {
    Set<OutsideKey> keys = new HashSet<>();
    for (Command command : commands) {
      if (command instanceof Command.Report report) {
        report.values().forEach(value -> keys.add(value.key()));
      }
    }
    return keys;
  }

  /** The windows that any of the commands may look into. */
  private static Set<WindowKey> counters(
      Collection<Command.OfOrder> commands, Map<OrderNo, Row> heads, Settler settler) {
    Set<WindowKey> keys = new HashSet<>();
    Map<OrderNo, WorkOrder> latest = new HashMap<>();
    heads.forEach((number, row) -> latest.put(number, row.order()));
    for (Command.OfOrder command : commands) {
      if (command instanceof Command.Deliver delivery) {
        latest.put(command.orderNo(), delivery.order());
      }
      WorkOrder order = latest.get(command.orderNo());
      if (order != null) {
        keys.addAll(settler.counters(order, command.at()));
      }
    }
    for (Row row : heads.values()) {
      row.contributions().stream()
          .map(contribution -> contribution.share().key())
          .filter(key -> key.kind() == WindowKey.Kind.COUNTER)
          .forEach(keys::add);
    }
    return keys;
  }

  /**
   * The order of this number as it is.
   *
   * @throws dev.duodang.problem.ProblemException if it began in a month that is archived
   */
  static Optional<Seen> one(Connection connection, OrderNo number) throws SQLException {
    Map<OrderNo, Head> archived = new HashMap<>();
    Map<OrderNo, Row> heads = heads(connection, List.of(number), archived);
    if (!archived.isEmpty()) {
      throw Problem.of(ProblemCode.ORDER_ARCHIVED, number).toException();
    }
    Row row = heads.get(number);
    if (row == null) {
      return Optional.empty();
    }
    Map<TallyKey, Tally> tallies = tallies(connection, List.of(row.order()));
    KeptOrder kept =
        Objects.requireNonNull(orders(connection, heads, tallies).get(number), number.text());
    return Optional.of(new Seen(kept, tallies));
  }

  /** An order and the tallies of its visit. */
  record Seen(KeptOrder order, Map<TallyKey, Tally> tallies) {}

  private record Row(
      Revision revision,
      FactsDigest digest,
      int sequence,
      int lines,
      LocalDate firstMonth,
      LocalDate month,
      Rated.State state,
      WorkOrder order,
      @Nullable RegionCode chosenRegion,
      List<Contribution> contributions) {}

  /**
   * What counts of each order.
   *
   * @param archived takes those whose rows are not all here, of which only the head is known
   */
  private static Map<OrderNo, Row> heads(
      Connection connection, List<OrderNo> numbers, Map<OrderNo, Head> archived)
      throws SQLException {
    Map<OrderNo, Row> heads = new HashMap<>();
    if (numbers.isEmpty()) {
      return heads;
    }
    try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
      statement.setArray(1, array(connection, numbers));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          OrderNo number = OrderNo.of(row.getString("order_no"));
          if (row.getBoolean("archived")) {
            archived.put(number, head(row));
          } else {
            heads.put(number, row(row));
          }
        }
      }
    }
    return heads;
  }

  private static Head head(ResultSet row) throws SQLException {
    OffsetDateTime updated = row.getObject("updated_at", OffsetDateTime.class);
    return new Head(
        Revision.of(row.getLong("revision")),
        updated == null ? null : updated.toInstant(),
        digest(row));
  }

  private static FactsDigest digest(ResultSet row) throws SQLException {
    return new FactsDigest(row.getLong("digest_high"), row.getLong("digest_low"));
  }

  private static Row row(ResultSet row) throws SQLException {
    String chosen = row.getString("chosen_region");
    return new Row(
        Revision.of(row.getLong("revision")),
        digest(row),
        row.getInt("sequence"),
        row.getInt("lines"),
        row.getObject("first_month", LocalDate.class),
        row.getObject("month", LocalDate.class),
        Rated.State.valueOf(row.getString("state")),
        FactsText.read(row.getString("facts")),
        chosen == null ? null : RegionCode.of(chosen),
        ContributionText.read(row.getString("contributions")));
  }

  private static Map<OrderNo, KeptOrder> orders(
      Connection connection, Map<OrderNo, Row> heads, Map<TallyKey, Tally> tallies)
      throws SQLException {
    Map<OrderNo, KeptOrder> orders = new HashMap<>();
    if (heads.isEmpty()) {
      return orders;
    }
    List<OrderNo> numbers = List.copyOf(heads.keySet());
    LocalDate first =
        heads.values().stream().map(Row::firstMonth).min(LocalDate::compareTo).orElseThrow();
    Map<OrderNo, List<Posting>> lines = lines(connection, numbers, first);
    Map<OrderNo, Decisions> decisions = decisions(connection, numbers, first);
    heads.forEach(
        (number, row) ->
            orders.put(
                number,
                kept(
                    row,
                    lines.getOrDefault(number, List.of()),
                    decisions.getOrDefault(number, Decisions.NONE),
                    counted(number, tallies))));
    return orders;
  }

  private static Set<TallyKey> counted(OrderNo number, Map<TallyKey, Tally> tallies) {
    return tallies.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().contributions().stream()
                    .anyMatch(one -> one.order().equals(number)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static KeptOrder kept(
      Row row, List<Posting> lines, Decisions decisions, Set<TallyKey> counted) {
    OrderState state =
        new OrderState(
            row.order(),
            row.revision(),
            row.digest(),
            row.chosenRegion(),
            decisions,
            row.state(),
            Postings.standing(lines),
            row.lines() + 1,
            counted,
            row.contributions());
    return new KeptOrder(state, row.sequence(), row.firstMonth(), row.month());
  }

  private static Map<OrderNo, List<Posting>> lines(
      Connection connection, List<OrderNo> numbers, LocalDate first) throws SQLException {
    Map<OrderNo, List<Posting>> lines = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(LINES)) {
      statement.setArray(1, array(connection, numbers));
      statement.setObject(2, first);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines
              .computeIfAbsent(OrderNo.of(row.getString("order_no")), _ -> new ArrayList<>())
              .add(posting(row));
        }
      }
    }
    return lines;
  }

  /** A line as it was posted. */
  static Posting posting(ResultSet row) throws SQLException {
    String tier = row.getString("tier");
    String modifier = row.getString("modifier");
    String part = row.getString("part");
    String quantity = row.getString("quantity");
    String cause = row.getString("cause");
    int reverses = row.getInt("reverses");
    return new Posting(
        row.getInt("number"),
        Posting.Kind.valueOf(row.getString("kind")),
        Revision.of(row.getLong("revision")),
        Relation.parse(row.getString("relation")),
        new BookVersion(BookId.of(row.getString("book_id")), row.getInt("book_version")),
        CategoryId.of(row.getString("category")),
        row.getInt("item"),
        tier == null ? null : TierId.of(tier),
        modifier == null ? null : ModifierId.of(modifier),
        part == null ? null : PartNo.of(part),
        row.getString("label"),
        new Money(row.getLong("amount_minor"), Currency.of(row.getString("currency"))),
        quantity == null ? null : Exact.parse(quantity),
        row.getString("formula"),
        reverses == 0 ? null : reverses,
        cause == null ? null : Posting.Cause.valueOf(cause),
        tax(row));
  }

  private static @Nullable LineTax tax(ResultSet row) throws SQLException {
    String category = row.getString("tax_category");
    if (category == null) {
      return null;
    }
    Currency currency = Currency.of(row.getString("currency"));
    return new LineTax(
        TaxCategory.of(category),
        Taxpayer.valueOf(row.getString("taxpayer")),
        Exact.parse(row.getString("tax_percent")),
        new Money(row.getLong("net_minor"), currency),
        new Money(row.getLong("tax_minor"), currency));
  }

  /** The decisions that settlements build on; a chosen region stands in the order's key. */
  private static Map<OrderNo, Decisions> decisions(
      Connection connection, List<OrderNo> numbers, LocalDate first) throws SQLException {
    Map<OrderNo, Decisions> decided = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(DECISIONS)) {
      statement.setArray(1, array(connection, numbers));
      statement.setObject(2, first);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          OrderNo number = OrderNo.of(row.getString("order_no"));
          decided.put(number, with(decided.getOrDefault(number, Decisions.NONE), row));
        }
      }
    }
    return decided;
  }

  private static Decisions with(Decisions decisions, ResultSet row) throws SQLException {
    Relation relation = Relation.parse(row.getString("relation"));
    String kind = row.getString("kind");
    if (kind.equals("RELEASE")) {
      return decisions.releasing(relation);
    }
    CategoryId category = CategoryId.of(row.getString("category"));
    int item = row.getInt("item");
    if (kind.equals("UNFORCE")) {
      return decisions.unforced(relation, category, item);
    }
    TierId tier = TierId.of(row.getString("tier"));
    return kind.equals("FORCE")
        ? decisions.with(
            new Decisions.Forced(
                relation, category, item, tier, row.getString("reason"), row.getString("by_whom")))
        : decisions.with(
            new Decisions.Quote(
                relation, category, item, tier, Exact.parse(row.getString("amount"))));
  }

  private static Map<TallyKey, Tally> tallies(Connection connection, List<WorkOrder> orders)
      throws SQLException {
    List<VisitId> visits =
        orders.stream().flatMap(order -> Stream.ofNullable(order.visitId())).distinct().toList();
    Map<TallyKey, Tally> tallies = new HashMap<>();
    if (visits.isEmpty()) {
      return tallies;
    }
    try (PreparedStatement statement = connection.prepareStatement(TALLIES)) {
      statement.setArray(1, array(connection, visits));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          tallies.put(
              new TallyKey(
                  Relation.parse(row.getString("relation")),
                  VisitId.of(row.getString("visit_id")),
                  row.getString("counter")),
              TallyText.read(row.getString("contributions"), row.getLong("given_minor")));
        }
      }
    }
    return tallies;
  }

  private static java.sql.Array array(Connection connection, List<?> values) throws SQLException {
    return connection.createArrayOf(
        "text", values.stream().map(Object::toString).toArray(String[]::new));
  }
}
