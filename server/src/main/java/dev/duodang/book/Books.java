package dev.duodang.book;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.FactCheck;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The books of each tenant, compiled once and kept. A shelf is replaced as a whole when a version
 * is published, so whoever rates sees one moment: at once where it is published, within a second on
 * every other server of the database.
 */
@Component
public final class Books {

  private static final Logger LOG = LoggerFactory.getLogger(Books.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final ScopedTransactions transactions;
  private final RegionTree tree;
  private final Clock clock;
  private final JdbcBooks rows = new JdbcBooks();
  private final Map<TenantId, Kept> kept = new ConcurrentHashMap<>();

  Books(ScopedTransactions transactions, RegionTree tree, Clock clock) {
    this.transactions = transactions;
    this.tree = tree;
    this.clock = clock;
  }

  /** A tenant's books as they were when the database was last asked. */
  private record Kept(long versions, Shelf shelf, FactCheck check, long askedAtNanos) {

    boolean isFresh() {
      return System.nanoTime() - askedAtNanos < FRESH_NANOS;
    }

    Kept confirmed() {
      return new Kept(versions, shelf, check, System.nanoTime());
    }
  }

  /** All editions of a tenant, ready to rate with. */
  public Shelf shelf(TenantId tenant) {
    return kept(tenant).shelf();
  }

  /** What says whether an order's facts mean something to the tenant's books. */
  public FactCheck factCheck(TenantId tenant) {
    return kept(tenant).check();
  }

  private Kept kept(TenantId tenant) {
    Kept known = kept.get(tenant);
    return known != null && known.isFresh() ? known : kept.compute(tenant, this::looked);
  }

  private Kept looked(TenantId tenant, @Nullable Kept known) {
    if (known != null && known.isFresh()) {
      return known;
    }
    try {
      long versions = transactions.read(tenant, rows::count);
      return known != null && known.versions() == versions
          ? known.confirmed()
          : load(tenant, known);
    } catch (DataAccessException | TransactionException e) {
      if (known == null) {
        throw e;
      }
      LOG.warn("Whether there are new books cannot be asked now: {}", e.getMessage());
      return known.confirmed();
    }
  }

  private Kept load(TenantId tenant, @Nullable Kept known) {
    List<BookRow> all = transactions.read(tenant, rows::versions);
    Map<BookVersion, Edition> compiled = new HashMap<>();
    if (known != null) {
      editions(known.shelf()).forEach(edition -> compiled.put(edition.id(), edition));
    }
    Shelf shelf = Shelf.of(all.stream().map(row -> edition(row, compiled)).toList());
    return new Kept(all.size(), shelf, FactCheck.of(shelf, shelf.tree(tree)), System.nanoTime());
  }

  /** A version never changes, so one that is compiled already stays. */
  private Edition edition(BookRow row, Map<BookVersion, Edition> compiled) {
    Edition known = compiled.get(row.id());
    return known == null
        ? new Edition(
            CompiledBook.of(parsed(row.source()), tree, CelExpressions.INSTANCE),
            row.version(),
            row.recordedAt())
        : known;
  }

  /** Every edition of a shelf. */
  public static List<Edition> editions(Shelf shelf) {
    List<Edition> editions = new ArrayList<>();
    shelf.relations().forEach(relation -> editions.addAll(shelf.editions(relation)));
    return editions;
  }

  /** A version as if it had always been valid, for asking what it would have done. */
  public static PriceBook always(PriceBook book) {
    return BookDates.always(book);
  }

  private PriceBook parsed(String source) {
    return switch (BookReader.of(tree, CelExpressions.INSTANCE).read(source)) {
      case BookReading.Read read -> read.book();
      case BookReading.Refused refused ->
          throw new IllegalStateException("a published book cannot be read: " + refused.problems());
    };
  }

  List<BookHead> heads(TenantId tenant) {
    return transactions.read(tenant, rows::heads);
  }

  /** The number of a book's last version; 0 when there is no such book. */
  public int latest(TenantId tenant, String bookId) {
    return transactions.read(tenant, jdbc -> rows.latest(jdbc, bookId));
  }

  /** The text of a version as it was published. */
  public String source(TenantId tenant, String bookId, int version) {
    return transactions
        .read(tenant, jdbc -> rows.source(jdbc, bookId, version))
        .orElseThrow(() -> Problem.of(ProblemCode.BOOK_UNKNOWN, bookId, version).toException());
  }

  /** A version as a value. */
  public PriceBook book(TenantId tenant, String bookId, int version) {
    return parsed(source(tenant, bookId, version));
  }

  /**
   * Records a further version of a book as published, without checks: for templates, which are
   * checked when they are made.
   *
   * @return the new version's number
   */
  public int record(TenantId tenant, String source, String publishedBy, String note) {
    PriceBook book = parsed(source);
    int base = latest(tenant, book.id().text());
    return publish(tenant, book, source, base, new Publication(publishedBy, note, List.of()))
        .orElseThrow(() -> Problem.of(ProblemCode.BOOK_CHANGED, book.id(), base).toException());
  }

  /**
   * Records the version that follows another one.
   *
   * @return its number; none when another version has followed by now
   */
  OptionalInt publish(
      TenantId tenant, PriceBook book, String source, int base, Publication publication) {
    boolean done =
        transactions.write(
            tenant,
            jdbc ->
                rows.insert(jdbc, tenant, book, source, base + 1, publication, clock.instant()));
    kept.remove(tenant);
    return done ? OptionalInt.of(base + 1) : OptionalInt.empty();
  }

  /** Whether a version came from exactly this publication, which was sent again. */
  boolean isRepeat(
      TenantId tenant, PriceBook book, String source, int version, Publication publication) {
    return heads(tenant).stream()
            .filter(head -> head.id().equals(new BookVersion(book.id(), version)))
            .anyMatch(head -> head.publishedBy().equals(publication.by()))
        && source(tenant, book.id().text(), version).equals(source);
  }
}
