package dev.duodang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates a million orders with two versions of a book, of which one tier's price differs. */
final class SimulateMillion implements Benchmark {

  private static final long SEED = 20_261_124;
  private static final int ORDERS = 1_000_000;
  private static final int ROUNDS = 5;
  private static final String PRICE = "charge: {flat: 100.00}";
  private static final String OTHER_PRICE = "charge: {flat: 110.00}";
  private static final Pattern TIMES =
      Pattern.compile("read in (\\d+\\.\\d+) s, rated in (\\d+\\.\\d+) s");

  /** One run of each program; the times within a simulation are what it says itself. */
  private record Round(
      MeasuredProcess simulate, double readSeconds, double ratedSeconds, MeasuredProcess split) {}

  @Override
  public String name() {
    return "simulate-million";
  }

  @Override
  public String purpose() {
    return "rate 1,000,000 orders with two price books, next to reading and splitting their file";
  }

  @Override
  public Report run(Workplace workplace, List<String> words)
      throws IOException, InterruptedException {
    Options options = Options.parse(words, Set.of("orders", "rounds"));
    int orders = options.or("orders", ORDERS);
    Path folder = workplace.scratch(name());
    Path file = folder.resolve("orders-" + orders + ".csv");
    OrderFile.write(file, orders, SEED);
    List<String> split = SettleMillion.splitter(workplace, folder, file);
    List<String> simulate = simulator(workplace, folder, file);
    MeasuredProcess.run(folder, folder.resolve("build.txt"), help(workplace), List.of(0));
    List<Round> rounds = new ArrayList<>();
    for (int round = 0; round < options.or("rounds", ROUNDS); round++) {
      rounds.add(round(folder, simulate, split, round % 2 == 0));
    }
    return report(orders, Files.size(file), rounds);
  }

  private static List<String> help(Workplace workplace) {
    return List.of(workplace.duodang().toString(), "simulate", "--help");
  }

  /** Both programs once; which goes first alternates. */
  private static Round round(
      Path folder, List<String> simulate, List<String> split, boolean simulateFirst)
      throws IOException, InterruptedException {
    if (simulateFirst) {
      MeasuredProcess simulated = run(folder, "simulate", simulate);
      return round(folder, simulated, run(folder, "split", split));
    }
    MeasuredProcess read = run(folder, "split", split);
    return round(folder, run(folder, "simulate", simulate), read);
  }

  private static Round round(Path folder, MeasuredProcess simulate, MeasuredProcess split)
      throws IOException {
    String printed = Files.readString(folder.resolve("simulate.txt"));
    Matcher times = TIMES.matcher(printed);
    if (!times.find()) {
      throw new IOException("the simulation does not say how long it took: " + printed);
    }
    return new Round(
        simulate, Double.parseDouble(times.group(1)), Double.parseDouble(times.group(2)), split);
  }

  private static MeasuredProcess run(Path folder, String name, List<String> command)
      throws IOException, InterruptedException {
    return MeasuredProcess.run(folder, folder.resolve(name + ".txt"), command, List.of(0));
  }

  private static List<String> simulator(Workplace workplace, Path folder, Path file)
      throws IOException {
    Path before = workplace.root().resolve("templates/home-appliance/books/home-service.yaml");
    String text = Files.readString(before);
    if (!text.contains(PRICE)) {
      throw new IOException(before + " has no tier with \"" + PRICE + "\"");
    }
    Path after = folder.resolve("after.yaml");
    Files.writeString(after, text.replaceFirst(Pattern.quote(PRICE), OTHER_PRICE));
    return List.of(
        workplace.duodang().toString(),
        "simulate",
        "--before",
        before.toString(),
        "--after",
        after.toString(),
        file.toString(),
        "--out",
        folder.resolve("differences.csv").toString(),
        "--language",
        "en");
  }

  private static Report report(int orders, long bytes, List<Round> rounds) {
    Sample rated = Sample.of(rounds, Round::ratedSeconds);
    String body =
        """
        A file of %,d work orders (%,d bytes, %d columns, the region as an address in every other row) rated with the book
        `home-service` and with a copy in which the price of one tier differs, grouped by region, counterparty, tier and
        service. All orders are held in memory, in a compact form, before the first is rated; the times of reading and rating
        are those that the command prints. Next to it, a program that reads the same file with FastCSV and splits it into
        fields. Both are processes of their own, the JVM's start included. %d rounds, taking turns; median (least–most).

        | | seconds | times reading and splitting |
        |---|---|---|
        | rating with both books, from the orders in memory to the sums | %s | %s |
        | reading the file into memory, regions resolved | %s | %s |
        | the whole command | %s | %s |
        | read and split | %s | 1 |

        Rating makes %,.0f orders a second with two books each. Peak memory %s MiB. Target: rating in at most 3 s.
        """
            .formatted(
                orders,
                bytes,
                OrderFile.COLUMNS.size(),
                rounds.size(),
                rated.show(2),
                ratio(rounds, rated),
                Sample.of(rounds, Round::readSeconds).show(2),
                ratio(rounds, Sample.of(rounds, Round::readSeconds)),
                Sample.of(rounds, round -> round.simulate().seconds()).show(2),
                ratio(rounds, Sample.of(rounds, round -> round.simulate().seconds())),
                Sample.of(rounds, round -> round.split().seconds()).show(2),
                orders / rated.median(),
                Sample.of(rounds, round -> round.simulate().peakMebibytes()).show(0));
    return new Report("Simulating other prices over %,d orders".formatted(orders), body);
  }

  private static String ratio(List<Round> rounds, Sample figure) {
    double split = Sample.of(rounds, round -> round.split().seconds()).median();
    return "%.2f".formatted(figure.median() / split);
  }
}
