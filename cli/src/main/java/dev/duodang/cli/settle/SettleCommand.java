package dev.duodang.cli.settle;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.LanguageWord;
import dev.duodang.cli.OrderFiles;
import dev.duodang.cli.book.BookFiles;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.rebate.OutsideValues;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.settlement.Change;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.wording.Language;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duodang settle --book BOOK ORDERS}: settles a file of orders. */
@Command(
    name = "settle",
    description = {
      "Settles a file of work orders with price books.",
      "Writes a row for each line, estimate and hold; rows that cannot be taken go to a file of"
          + " their own.",
      "Ends with 0, with 1 when rows were rejected, with 2 when nothing could be done."
    },
    mixinStandardHelpOptions = true)
public final class SettleCommand implements Callable<Integer> {

  @Option(
      names = "--book",
      required = true,
      paramLabel = "BOOK",
      description = "A price book, or a folder of them; may be given several times.")
  private List<Path> books = new ArrayList<>();

  @Parameters(paramLabel = "ORDERS", description = "A .csv, .tsv, .ndjson, .jsonl or .xlsx file.")
  private Path orders = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the lines go: .csv or .ndjson. Default: ORDERS with .settled.csv.")
  private @Nullable Path out;

  @Option(
      names = "--rebates",
      paramLabel = "FILE",
      description = "Where accrued rebates go as well: .csv or .ndjson.")
  private @Nullable Path rebates;

  @Option(
      names = "--measures",
      paramLabel = "FILE",
      description =
          "What was reported of outside measures that rebates go by: a .csv file with the columns"
              + " measure, party, period, value and, if wanted, revision.")
  private @Nullable Path measures;

  @Option(
      names = "--shares",
      paramLabel = "FILE",
      description = "Where the engineers' shares of lines go as well, a row each: .csv or .ndjson.")
  private @Nullable Path shares;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Keeps what is known of orders between runs.")
  private @Nullable Path state;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "The time at which open orders are priced, as 2026-11-20T14:00:00Z.")
  private @Nullable Instant asOf;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of a CSV file, such as GBK. Default: UTF-8.")
  private Charset encoding = java.nio.charset.StandardCharsets.UTF_8;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      converter = LanguageWord.class,
      description = "Of the sentences: zh or en.")
  private Language language = Language.CHINESE;

  @Spec private @Nullable CommandSpec spec;

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Shelf shelf = BookFiles.shelf(books);
    OutsideValues reported = measures == null ? OutsideValues.NONE : MeasureFile.read(measures);
    Path lines = out == null ? OrderFiles.sibling(orders, ".settled.csv") : out;
    Path rejects = OrderFiles.sibling(lines, ".rejected.csv");
    Instant time = asOf == null ? clock.instant() : asOf;
    FileSettlement settlement =
        new FileSettlement(shelf, shelf.tree(GbT2260.tree()), time, language, () -> text(lines));
    Summary summary = new Summary(settlement.tree(), Taxed.isAny(shelf));
    ZoneId zone = shelf.zone();
    try (RowSource source = OrderFiles.open(orders, zone, encoding);
        OrderLog log = new OrderLog(log(lines));
        OutputFile output = OutputFile.create(lines);
        RejectedRows rejected = new RejectedRows(rejects);
        ShareRows sharing = shares == null ? null : ShareRows.create(shares, text(shares))) {
      Progress progress = new Progress(terminal(), clock, Files.size(orders));
      settlement.run(source, log, output, sink(source, summary, rejected, sharing, progress));
      progress.end();
      output.complete();
      rejected.complete();
      if (sharing != null) {
        sharing.complete();
      }
      accrued(RebateRows.of(log.rebates(), shelf, reported, time, language), summary);
      if (state != null) {
        log.commit();
      }
    }
    return report(summary, lines, rejects);
  }

  private static RowText text(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith("json")
        ? new NdjsonLines()
        : new CsvLines();
  }

  private void accrued(RebateRows accrued, Summary summary) throws IOException {
    summary.accrued(accrued);
    if (rebates != null) {
      try (OutputFile output = OutputFile.create(rebates)) {
        accrued.write(text(rebates), output);
        output.complete();
      }
    }
  }

  private KeyedLog log(Path lines) throws IOException {
    return state == null
        ? KeyedLog.temporary(lines.toAbsolutePath().resolveSibling(""))
        : KeyedLog.open(state);
  }

  private static FileSettlement.Sink sink(
      RowSource source,
      Summary summary,
      RejectedRows rejected,
      @Nullable ShareRows sharing,
      Progress progress) {
    return (row, outcome) -> {
      summary.count(outcome);
      if (outcome instanceof Taking.Outcome.Rejected refused) {
        rejected.add(row, refused.problems());
      }
      if (sharing != null && outcome instanceof Taking.Outcome.Changed(Change change)) {
        sharing.add(change);
      }
      if ((row & 0x3FF) == 0) {
        progress.show(source.bytesRead(), row);
      }
    };
  }

  private Integer report(Summary summary, Path lines, Path rejects) {
    PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
    summary.print(console);
    console.println("lines in " + lines);
    if (summary.rejected() == 0) {
      return ExitCode.OK;
    }
    console.println("rejected rows in " + rejects);
    return ExitCode.FOUND_SOMETHING;
  }

  private @Nullable PrintWriter terminal() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(_ -> Objects.requireNonNull(spec).commandLine().getErr())
        .orElse(null);
  }
}
