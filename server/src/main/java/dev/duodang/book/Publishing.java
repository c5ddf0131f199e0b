package dev.duodang.book;

import dev.duodang.database.TenantId;
import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookProblem;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.wording.Language;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.problem.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Publishes versions, once nothing stands in their way. */
@Component
final class Publishing {

  private final Books books;
  private final BookChecks checks;
  private final RegionTree tree;
  private final Clock clock;

  Publishing(Books books, BookChecks checks, RegionTree tree, Clock clock) {
    this.books = books;
    this.checks = checks;
    this.tree = tree;
    this.clock = clock;
  }

  /**
   * Publishes the version that follows another.
   *
   * @param language of the findings, where they refuse it
   * @param base the version that is the last one, as whoever publishes knows it; 0 for none
   * @return the new version's number; the same one again for the same publication sent twice
   * @throws ProblemException with code {@code book-invalid}, {@code book-refused} with the
   *     findings, or {@code book-changed}
   */
  int publish(
      TenantId tenant,
      String bookId,
      BookDraft draft,
      int base,
      Publication publication,
      Language language) {
    PriceBook book = draft.book();
    if (!book.id().text().equals(bookId)) {
      throw invalid("its id is \"" + book.id() + "\", not \"" + bookId + "\"", "book", bookId);
    }
    int latest = books.latest(tenant, bookId);
    if (latest == base + 1 && books.isRepeat(tenant, book, draft.source(), latest, publication)) {
      return latest;
    }
    if (latest != base) {
      throw changed(bookId, latest);
    }
    requirePlace(tenant, book, base + 1);
    requireNothingOpen(checks.findings(book, language), publication.acceptedGaps());
    try {
      return books
          .publish(tenant, book, draft.source(), base, publication)
          .orElseThrow(() -> changed(bookId, books.latest(tenant, bookId)));
    } catch (DuplicateKeyException e) {
      throw invalid(
          "another book of the relation " + book.relation() + " came first", "relation", "");
    }
  }

  /** The same draft from another day on. */
  BookDraft validFrom(BookDraft draft, LocalDate day) {
    return draft.validFrom(day, tree);
  }

  private static ProblemException changed(String bookId, int latest) {
    return Problem.of(ProblemCode.BOOK_CHANGED, bookId, latest).toException();
  }

  private static ProblemException invalid(String what, String field, String allowed) {
    Problem problem = Problem.of(ProblemCode.BOOK_INVALID, what).field(field);
    return (allowed.isEmpty() ? problem : problem.allowed(allowed)).toException();
  }

  /**
   * A relation has one book, a book one relation, no relation is a part of itself, no region is at
   * two places.
   */
  private void requirePlace(TenantId tenant, PriceBook book, int version) {
    List<Edition> editions = new ArrayList<>(Books.editions(books.shelf(tenant)));
    for (Edition edition : editions) {
      PriceBook other = edition.compiled().book();
      if (other.id().equals(book.id()) && !other.relation().equals(book.relation())) {
        throw invalid(
            "its relation is \"" + book.relation() + "\", and a book keeps its relation",
            "relation",
            other.relation().toString());
      }
    }
    editions.add(
        new Edition(
            CompiledBook.of(book, tree, CelExpressions.INSTANCE), version, clock.instant()));
    Shelf inPlace;
    try {
      inPlace = Shelf.of(editions);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()), "relation", "");
    }
    requireRegions(inPlace);
  }

  /** The regions of all books and versions are one tree. */
  private void requireRegions(Shelf shelf) {
    try {
      shelf.tree(tree);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()), "regions", "");
    }
  }

  /** Refuses a book with an error, or with a gap that nobody has accepted by name. */
  static void requireNothingOpen(List<Finding> findings, List<String> acceptedGaps) {
    List<Finding> open =
        findings.stream().filter(one -> one.keepsFromPublishing(acceptedGaps)).toList();
    if (!open.isEmpty()) {
      throw Problem.of(
              ProblemCode.BOOK_REFUSED,
              open.stream().map(Finding::message).collect(Collectors.joining("; ")))
          .with("findings", findings)
          .toException();
    }
  }

  /** Every mistake of a text as one problem. */
  static ProblemException refused(List<BookProblem> mistakes) {
    return Problem.of(
            ProblemCode.BOOK_INVALID,
            mistakes.stream().map(BookProblem::toString).collect(Collectors.joining("; ")))
        .at("line " + mistakes.getFirst().line() + ", column " + mistakes.getFirst().column())
        .errors(
            mistakes.stream()
                .map(one -> new Problem.Failure(one.path(), null, one.toString()))
                .toList())
        .toException();
  }
}
