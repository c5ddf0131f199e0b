package dev.duodang.cli.book;

import dev.duodang.pricing.book.text.BookProblem;
import dev.duodang.pricing.proof.Finding;
import dev.duodang.pricing.proof.FindingId;
import dev.duodang.pricing.proof.Severity;
import dev.duodang.pricing.wording.FindingWording;
import dev.duodang.pricing.wording.Language;
import java.io.PrintWriter;
import java.util.Set;

/** What came of checking a book, as lines of text. */
final class CheckText {

  private final boolean isChinese;
  private final Language language;
  private final Set<FindingId> accepted;
  private final PrintWriter out;

  CheckText(Language language, Set<FindingId> accepted, PrintWriter out) {
    this.language = language;
    this.isChinese = language == Language.CHINESE;
    this.accepted = accepted;
    this.out = out;
  }

  void print(CheckedBook checked) {
    switch (checked) {
      case CheckedBook.Mistaken mistaken -> {
        out.println(mistaken.file() + ": " + counts(mistaken.problems().size(), 0));
        for (BookProblem problem : mistaken.problems()) {
          out.println("  " + problem);
        }
      }
      case CheckedBook.Proven proven -> print(proven);
    }
  }

  private void print(CheckedBook.Proven proven) {
    int tiers = proven.compiled().book().tiers().size();
    out.println(
        proven.file()
            + ": "
            + (isChinese ? tiers + " 个档位，" : tiers + " tiers, ")
            + counts(proven.errors(accepted), proven.warnings()));
    FindingWording wording =
        FindingWording.of(proven.compiled().book(), proven.compiled().tree(), language);
    proven.findings().all().forEach(finding -> print(finding, wording));
  }

  private void print(Finding finding, FindingWording wording) {
    out.println(
        "  "
            + severity(finding)
            + " ["
            + wording.kind(finding.kind())
            + "] "
            + wording.sentence(finding));
    if (finding.example() != null) {
      out.println(
          (isChinese ? "      例如：" : "      for example: ") + wording.example(finding.example()));
    }
    if (finding.isAcceptable()) {
      out.println("      --accept " + finding.id());
    }
  }

  private String severity(Finding finding) {
    if (finding.isAcceptable() && accepted.contains(finding.id())) {
      return isChinese ? "已接受" : "accepted";
    }
    return finding.severity() == Severity.ERROR
        ? (isChinese ? "错误" : "error")
        : (isChinese ? "警告" : "warning");
  }

  private String counts(int errors, int warnings) {
    return isChinese
        ? errors + " 个错误，" + warnings + " 个警告"
        : errors + " errors, " + warnings + " warnings";
  }
}
