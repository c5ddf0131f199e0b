package dev.duodang.bench;

import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.proof.Finding;
import dev.duodang.pricing.proof.Findings;
import dev.duodang.pricing.proof.Proof;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.GbT2260;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proves books of ten thousand tiers, regular ones and as hard as they get. */
final class ProofTime implements Benchmark {

  private static final long SEED = 20_261_124;
  private static final int ROUNDS = 5;

  /** One proof of one book. */
  private record Round(double compileSeconds, double proofSeconds, Findings findings) {}

  @Override
  public String name() {
    return "proof";
  }

  @Override
  public String purpose() {
    return "prove price books of 10,000 tiers: conflicts, gaps, tiers that never win";
  }

  @Override
  public Report run(Workplace workplace, List<String> words) {
    int rounds = Options.parse(words, Set.of("rounds")).or("rounds", ROUNDS);
    StringBuilder rows = new StringBuilder();
    books()
        .forEach(
            (what, text) -> {
              List<Round> measured = new ArrayList<>();
              for (int round = 0; round < rounds; round++) {
                measured.add(round(text));
              }
              rows.append(row(what, measured));
            });
    return new Report("Proving a price book of 10,000 tiers", body(rounds, rows.toString()));
  }

  private static Map<String, String> books() {
    Map<String, String> books = new LinkedHashMap<>();
    books.put("a price for each of 10,000 combinations of five facts", LargeBooks.grid(_ -> true));
    books.put("the same with every 700th left out", LargeBooks.grid(tier -> tier % 700 != 0));
    books.put("the same with every 7th left out", LargeBooks.grid(tier -> tier % 7 != 0));
    books.put("200 services, and 9,800 exceptions in layers", LargeBooks.layered(SEED));
    books.put("any three of six facts, ten priorities", LargeBooks.random(SEED));
    books.put("any three of 60 yes-or-no facts", LargeBooks.puzzle(SEED, 10_000, 60));
    return books;
  }

  private static Round round(String text) {
    BookReading reading = BookReader.of(GbT2260.tree(), CelExpressions.INSTANCE).read(text);
    if (!(reading instanceof BookReading.Read read)) {
      throw new IllegalStateException("a book of the benchmark is no book: " + reading);
    }
    long start = System.nanoTime();
    CompiledBook compiled = CompiledBook.of(read.book(), GbT2260.tree(), CelExpressions.INSTANCE);
    long ready = System.nanoTime();
    Findings findings = Proof.of(compiled);
    long done = System.nanoTime();
    return new Round((ready - start) / 1e9, (done - ready) / 1e9, findings);
  }

  private static String row(String what, List<Round> rounds) {
    Findings findings = rounds.getFirst().findings();
    return "| %s | %s | %s | %s | %s | %s | %s |%n"
        .formatted(
            what,
            Sample.of(rounds, Round::compileSeconds).show(2),
            Sample.of(rounds, Round::proofSeconds).show(2),
            findings.conflicts(),
            findings.gaps(),
            count(findings, Finding.Kind.UNREACHABLE),
            count(findings, Finding.Kind.UNDECIDED_REACH)
                + count(findings, Finding.Kind.UNDECIDED_GAP));
  }

  /** How many findings of a kind there are, shown or not. */
  private static long count(Findings findings, Finding.Kind kind) {
    long count = 0;
    for (Finding finding : findings.all()) {
      if (finding instanceof Finding.More more && more.of() == kind) {
        count += more.hidden().number();
      } else if (finding.kind() == kind) {
        count++;
      }
    }
    return count;
  }

  private static String body(int rounds, String rows) {
    return """
        Price books of up to 10,000 tiers over the whole tree of GB/T 2260, read from text, compiled and proved in one process;
        the first round of each book is cold. %d rounds; median (least–most) in seconds. What is too much work is
        listed as undecided, by a budget in comparisons, so that a book's findings are the same on every machine.

        | book | compile, s | proof, s | conflicts | gaps | never win | undecided |
        |---|---|---|---|---|---|---|
        %s
        Target: 5 s for a regular book, 30 s for any.
        """
        .formatted(rounds, rows.strip());
  }
}
