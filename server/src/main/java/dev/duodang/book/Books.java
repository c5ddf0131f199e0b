package dev.duodang.book;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookProblem;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.book.text.BookWriter;
import dev.duodang.pricing.book.text.TierReading;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.FactCheck;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * The books of each tenant, compiled once and kept. A shelf is replaced as a whole when a version
 * is published, so whoever rates sees one moment.
 */
@Component
public final class Books {

  private final ScopedTransactions transactions;
  private final RegionTree tree;
  private final Clock clock;
  private final JdbcBooks rows = new JdbcBooks();
  private final Map<TenantId, Shelf> shelves = new ConcurrentHashMap<>();
  private final Map<TenantId, FactCheck> checks = new ConcurrentHashMap<>();

  Books(ScopedTransactions transactions, RegionTree tree, Clock clock) {
    this.transactions = transactions;
    this.tree = tree;
    this.clock = clock;
  }

  /** All editions of a tenant, ready to rate with. */
  public Shelf shelf(TenantId tenant) {
    return shelves.computeIfAbsent(tenant, this::load);
  }

  /** What says whether an order's facts mean something to the tenant's books. */
  public FactCheck factCheck(TenantId tenant) {
    return checks.computeIfAbsent(tenant, one -> FactCheck.of(shelf(one), tree));
  }

  private Shelf load(TenantId tenant) {
    return Shelf.of(transactions.read(tenant, rows::versions).stream().map(this::edition).toList());
  }

  private Edition edition(BookRow row) {
    return new Edition(
        CompiledBook.of(parsed(row.source()), tree), row.version(), row.recordedAt());
  }

  private PriceBook parsed(String source) {
    return switch (BookReader.of(tree).read(source)) {
      case BookReading.Read read -> read.book();
      case BookReading.Refused refused ->
          throw new IllegalStateException("a published book cannot be read: " + refused.problems());
    };
  }

  /** Reads the text of a book. */
  BookReading read(String text) {
    return BookReader.of(tree).read(text);
  }

  /** What the checks of a book find. */
  public List<Finding> findings(PriceBook book) {
    try {
      CompiledBook.of(book, tree);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(
          new Finding(
              "compile",
              "UNUSABLE",
              Finding.Severity.ERROR,
              String.valueOf(e.getMessage()),
              List.of(),
              null));
    }
  }

  /** The number of a book's last version; 0 when there is no such book. */
  int latest(TenantId tenant, String bookId) {
    return versions(tenant).stream()
        .filter(row -> row.bookId().equals(bookId))
        .mapToInt(BookRow::version)
        .max()
        .orElse(0);
  }

  /** The text of a version as it was published. */
  public String source(TenantId tenant, String bookId, int version) {
    return versions(tenant).stream()
        .filter(row -> row.bookId().equals(bookId) && row.version() == version)
        .map(BookRow::source)
        .findFirst()
        .orElseThrow(() -> Problem.of(ProblemCode.BOOK_UNKNOWN, bookId, version).toException());
  }

  /** A version as a value. */
  public PriceBook book(TenantId tenant, String bookId, int version) {
    return parsed(source(tenant, bookId, version));
  }

  /** A version to be, as a value and as a text. */
  public record Draft(PriceBook book, String source) {

    Draft validFrom(LocalDate day) {
      if (day.equals(book.validFrom())) {
        return this;
      }
      PriceBook dated = BookDates.validFrom(book, day);
      return new Draft(dated, BookWriter.yaml(dated));
    }
  }

  /**
   * Makes a draft from a whole text, or from one tier on top of a version.
   *
   * @throws dev.duodang.problem.ProblemException with code {@code book-invalid} and every mistake
   */
  public Draft draft(
      TenantId tenant,
      String bookId,
      @Nullable String source,
      @Nullable ObjectNode tier,
      @Nullable Integer baseVersion) {
    if (source != null) {
      return switch (read(source)) {
        case BookReading.Read read -> new Draft(read.book(), source);
        case BookReading.Refused refused -> throw invalid(refused.problems());
      };
    }
    if (tier == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD, "source").field("source").toException();
    }
    int base = baseVersion == null ? latest(tenant, bookId) : baseVersion;
    PriceBook book = book(tenant, bookId, base);
    return switch (BookReader.of(tree).readTier(tier.toString(), book)) {
      case TierReading.Read read -> {
        PriceBook with = book.with(read.tier());
        yield new Draft(with, BookWriter.yaml(with));
      }
      case TierReading.Refused refused -> throw invalid(refused.problems());
    };
  }

  private static RuntimeException invalid(List<BookProblem> mistakes) {
    return Problem.of(
            ProblemCode.BOOK_INVALID,
            mistakes.stream().map(BookProblem::toString).collect(Collectors.joining("; ")))
        .errors(
            mistakes.stream()
                .map(
                    one ->
                        new Problem.Failure(
                            one.path(), null, one.message() + "; allowed: " + one.allowed()))
                .toList())
        .toException();
  }

  /** Who publishes, and what he accepts. */
  record Publication(String by, String note, List<String> acceptedGaps) {
    Publication {
      acceptedGaps = List.copyOf(acceptedGaps);
    }
  }

  /** Publishes a draft whose checks find nothing that stands in its way. */
  int publish(TenantId tenant, String bookId, Draft draft, Publication publication) {
    if (!draft.book().id().text().equals(bookId)) {
      throw Problem.of(
              ProblemCode.BOOK_INVALID, "its id is \"" + draft.book().id() + "\", not " + bookId)
          .field("id")
          .value(draft.book().id())
          .allowed(bookId)
          .toException();
    }
    List<Finding> open =
        findings(draft.book()).stream()
            .filter(one -> one.isError() || !publication.acceptedGaps().contains(one.id()))
            .toList();
    if (!open.isEmpty()) {
      throw Problem.of(ProblemCode.BOOK_INVALID, open.getFirst().message())
          .errors(
              open.stream()
                  .map(one -> new Problem.Failure(one.kind(), one.id(), one.message()))
                  .toList())
          .toException();
    }
    requireOwnRelation(tenant, draft.book());
    return record(tenant, draft.source(), publication.by(), publication.note());
  }

  /** A relation has one book. */
  private void requireOwnRelation(TenantId tenant, PriceBook book) {
    for (Edition edition : shelf(tenant).editions(book.relation())) {
      if (!edition.id().book().equals(book.id())) {
        throw Problem.of(
                ProblemCode.BOOK_INVALID,
                "relation " + book.relation() + " has the book \"" + edition.id().book() + "\"")
            .field("relation")
            .value(book.relation())
            .toException();
      }
    }
  }

  List<BookRow> versions(TenantId tenant) {
    return transactions.read(tenant, rows::versions);
  }

  /**
   * Records a further version of a book as published, without checks: for templates, which are
   * checked when they are made, and for whoever has checked.
   *
   * @return the new version's number
   */
  public int record(TenantId tenant, String source, String publishedBy, String note) {
    PriceBook book = parsed(source);
    int version =
        transactions.write(
            tenant,
            jdbc -> rows.insert(jdbc, tenant, book, source, publishedBy, note, clock.instant()));
    shelves.remove(tenant);
    checks.remove(tenant);
    return version;
  }
}
