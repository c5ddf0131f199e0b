package dev.duodang.cli.book;

import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.text.BookProblem;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.proof.Finding;
import dev.duodang.pricing.proof.FindingId;
import dev.duodang.pricing.proof.Findings;
import dev.duodang.pricing.proof.Proof;
import dev.duodang.pricing.proof.Severity;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.GbT2260;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What came of checking a file: mistakes in its text, or a book with what its proof found. */
sealed interface CheckedBook {

  Path file();

  /** What keeps the book from being published once some gaps are accepted. */
  int errors(Set<FindingId> accepted);

  /** The text is no book. */
  record Mistaken(Path file, List<BookProblem> problems) implements CheckedBook {

    public Mistaken {
      problems = List.copyOf(problems);
    }

    @Override
    public int errors(Set<FindingId> accepted) {
      return problems.size();
    }
  }

  /** The text is a book. */
  record Proven(Path file, CompiledBook compiled, Findings findings) implements CheckedBook {

    @Override
    public int errors(Set<FindingId> accepted) {
      return findings.refusing(accepted).size();
    }

    int warnings() {
      int warnings = 0;
      for (Finding finding : findings.all()) {
        warnings += finding.severity() == Severity.WARNING ? 1 : 0;
      }
      return warnings;
    }
  }

  /**
   * Checks one file.
   *
   * @throws IOException when it cannot be read as text
   */
  static CheckedBook of(Path file) throws IOException {
    return switch (BookReader.of(GbT2260.tree(), CelExpressions.INSTANCE)
        .read(BookFiles.text(file))) {
      case BookReading.Refused refused -> new Mistaken(file, refused.problems());
      case BookReading.Read read -> {
        CompiledBook compiled =
            CompiledBook.of(read.book(), GbT2260.tree(), CelExpressions.INSTANCE);
        yield new Proven(file, compiled, Proof.of(compiled));
      }
    };
  }
}
