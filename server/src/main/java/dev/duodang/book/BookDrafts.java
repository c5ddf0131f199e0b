package dev.duodang.book;

import dev.duodang.database.TenantId;
import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.text.BookProblem;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.book.text.BookWriter;
import dev.duodang.pricing.book.text.TierReading;
import dev.duodang.pricing.region.RegionTree;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes versions to be, from a whole text or from one tier on top of a version. */
@Component
public final class BookDrafts {

  private final Books books;
  private final RegionTree tree;

  BookDrafts(Books books, RegionTree tree) {
    this.books = books;
    this.tree = tree;
  }

  /** What came of reading what somebody wrote. */
  public sealed interface Drafted {

    /** It is a book. */
    record Whole(BookDraft draft) implements Drafted {}

    /**
     * It is a book with a tier on top of a version.
     *
     * @param base the version as it is
     */
    record WithTier(BookDraft draft, PriceBook base, Tier tier) implements Drafted {}

    /** It is neither; every mistake, at least one. */
    record Refused(List<BookProblem> mistakes) implements Drafted {
      public Refused {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /** The text of a book, in YAML or JSON. */
  public Drafted read(String source) {
    return switch (BookReader.of(tree, CelExpressions.INSTANCE).read(source)) {
      case BookReading.Read read -> new Drafted.Whole(new BookDraft(read.book(), source));
      case BookReading.Refused refused -> new Drafted.Refused(refused.problems());
    };
  }

  /**
   * A tier in the words of a book, in the place of the one of the same id or as a further one.
   *
   * @throws dev.duodang.problem.ProblemException with code {@code book-unknown} without the base
   */
  public Drafted read(TenantId tenant, String bookId, int baseVersion, ObjectNode tier) {
    PriceBook base = books.book(tenant, bookId, baseVersion);
    return switch (BookReader.of(tree, CelExpressions.INSTANCE).readTier(tier.toString(), base)) {
      case TierReading.Read read -> {
        PriceBook with = base.with(read.tier());
        yield new Drafted.WithTier(new BookDraft(with, BookWriter.yaml(with)), base, read.tier());
      }
      case TierReading.Refused refused -> new Drafted.Refused(refused.problems());
    };
  }
}
