package dev.duodang.cli.simulate;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.LanguageWord;
import dev.duodang.cli.OrderFiles;
import dev.duodang.cli.settle.OutputFile;
import dev.duodang.cli.settle.Progress;
import dev.duodang.cli.settle.RejectedRows;
import dev.duodang.cli.settle.Replay;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.simulation.Grouping;
import dev.duodang.pricing.simulation.Simulation;
import dev.duodang.pricing.wording.Language;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duodang simulate --before BOOKS --after BOOKS ORDERS}: what other books would change. */
@Command(
    name = "simulate",
    description = {
      "Rates every order of a file with two sets of price books and sums the differences.",
      "The latest revision of an order counts; rows that either set cannot take go to a file of"
          + " their own.",
      "Ends with 0, with 1 when rows were rejected, with 2 when nothing could be done."
    },
    footer = {
      "",
      "Example: the demo company's books against a copy with other prices.",
      "  ./duodang simulate --by region,tier --out differences.csv \\",
      "      --before templates/home-appliance/books --after next-year \\",
      "      templates/home-appliance/scenario/orders.ndjson"
    },
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

  @Option(
      names = "--before",
      required = true,
      paramLabel = "BOOKS",
      description =
          "A price book of the first set, or a folder of them; may be given several times.")
  private List<Path> before = new ArrayList<>();

  @Option(
      names = "--after",
      required = true,
      paramLabel = "BOOKS",
      description = "A price book of the second set, or a folder; may be given several times.")
  private List<Path> after = new ArrayList<>();

  @Parameters(paramLabel = "ORDERS", description = "A .csv, .tsv, .ndjson, .jsonl or .xlsx file.")
  private Path orders = Path.of("");

  @Option(
      names = "--by",
      split = ",",
      paramLabel = "GROUPING",
      description = "region, counterparty, tier, service, divided by commas. Default: all four.")
  private Set<Grouping> by = EnumSet.allOf(Grouping.class);

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes all groups and the orders that change most there: .csv or .ndjson.")
  private @Nullable Path out;

  @Option(
      names = "--largest",
      paramLabel = "NUMBER",
      description = "How many of the orders that change most are told. Default: 20.")
  private int largest = 20;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "The time at which open orders are priced, as 2026-11-20T14:00:00Z.")
  private @Nullable Instant asOf;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The encoding of a CSV file, such as GBK. Default: UTF-8.")
  private Charset encoding = StandardCharsets.UTF_8;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      converter = LanguageWord.class,
      description = "Of the tables: zh or en.")
  private Language language = Language.CHINESE;

  @Spec private @Nullable CommandSpec spec;

  private final InstantSource clock = InstantSource.system();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (largest < 0) {
      throw new IllegalArgumentException(
          "--largest wants a number from 0, not \"" + largest + "\"");
    }
    Sides sides = Sides.of(before, after);
    Path differences = out == null ? OrderFiles.sibling(orders, ".simulated.csv") : out;
    Path rejects = OrderFiles.sibling(differences, ".rejected.csv");
    Instant time = asOf == null ? clock.instant() : asOf;
    try (RejectedRows rejected = new RejectedRows(rejects)) {
      Instant start = clock.instant();
      Reading reading = new Reading(sides, rejected, time);
      read(reading, sides);
      Instant read = clock.instant();
      Comparing.Compared compared =
          Rating.run(reading.held(), sides, time, () -> new Simulation(by, largest));
      Instant rated = clock.instant();
      for (Replay.Rejected row : inOrder(compared.rejected())) {
        rejected.add(row.row(), row.problems());
      }
      write(compared, sides);
      rejected.complete();
      long refused = reading.refused() + compared.rejected().size();
      SimulationText text = new SimulationText(sides, language, console());
      text.print(compared, refused);
      text.times(Duration.between(start, read), Duration.between(read, rated));
      return report(refused, rejects);
    }
  }

  private void read(Reading reading, Sides sides) throws IOException, InterruptedException {
    try (RowSource source = OrderFiles.open(orders, sides.zone(), encoding)) {
      Progress progress = new Progress(terminal(), clock, Files.size(orders));
      reading.run(source, row -> progress.show(source.bytesRead(), row));
      progress.end();
    }
  }

  private static List<Replay.Rejected> inOrder(List<Replay.Rejected> rows) {
    return rows.stream().sorted(Comparator.comparingLong(Replay.Rejected::row)).toList();
  }

  private void write(Comparing.Compared compared, Sides sides) throws IOException {
    if (out != null) {
      try (OutputFile file = OutputFile.create(out)) {
        new SimulationFile(out, new GroupNames(sides, language))
            .write(compared.simulation().result(), file);
        file.complete();
      }
    }
  }

  private Integer report(long refused, Path rejects) {
    if (out != null) {
      console().println(language.choose("差异写入 ", "differences in ") + out);
    }
    if (refused == 0) {
      return ExitCode.OK;
    }
    console().println(language.choose("被拒绝的行写入 ", "rejected rows in ") + rejects);
    return ExitCode.FOUND_SOMETHING;
  }

  private PrintWriter console() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private @Nullable PrintWriter terminal() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(_ -> Objects.requireNonNull(spec).commandLine().getErr())
        .orElse(null);
  }
}
