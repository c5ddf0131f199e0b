package dev.duodang.bench;

import dev.duodang.bench.fuzz.FuzzRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads damaged books, orders and workbooks in a process of its own with little memory. */
final class Fuzz implements Benchmark {

  private static final int SEED = 20_261_128;
  private static final int INPUTS = 1_000_000;
  private static final int HEAP_MEBIBYTES = 448;
  private static final int EXTREME_BYTES = 100 << 20;

  @Override
  public String name() {
    return "fuzz";
  }

  @Override
  public String purpose() {
    return "read 1,000,000 damaged books, orders and workbooks with little memory";
  }

  @Override
  public Report run(Workplace workplace, List<String> words)
      throws IOException, InterruptedException {
    Options options = Options.parse(words, Set.of("inputs", "seed"));
    int inputs = options.or("inputs", INPUTS);
    int seed = options.or("seed", SEED);
    Path folder = workplace.scratch(name());
    Path printed = folder.resolve("printed.txt");
    List<String> command =
        List.of(
            workplace.java().toString(),
            "-Xmx" + HEAP_MEBIBYTES + "m",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            FuzzRun.class.getName(),
            workplace.root().resolve("templates/home-appliance").toString(),
            folder.toString(),
            Integer.toString(seed),
            Integer.toString(inputs),
            Integer.toString(EXTREME_BYTES));
    MeasuredProcess process =
        MeasuredProcess.run(workplace.root(), printed, command, List.of(0, 3));
    return new Report(
        "Damaged books, orders and workbooks",
        body(inputs, seed, process, Files.readString(printed)));
  }

  private static String body(int inputs, int seed, MeasuredProcess process, String printed) {
    String findings = lines(printed, "finding");
    return """
        %,d inputs damaged by chance, a fifth for each reader, and those that were made to hurt, in one process with a heap
        of %d MiB; seed %d. Each reader may take an input or refuse it with its reason; any other error, an input that takes
        two minutes, or one that fills memory is a finding. What is taken is written and read back equal. %.0f seconds; peak
        memory of the process %.0f MiB.

        Findings: %s

        | reader | inputs | taken, in part at least | refused | slowest, ms |
        |---|---|---|---|---|
        %s

        | reader | made to hurt | bytes | | seconds |
        |---|---|---|---|---|
        %s
        """
        .formatted(
            inputs,
            HEAP_MEBIBYTES,
            seed,
            process.seconds(),
            process.peakMebibytes(),
            findings.isEmpty() ? "none." : "\n" + findings,
            lines(printed, "codec"),
            lines(printed, "extreme"));
  }

  private static String lines(String printed, String name) {
    return printed
        .lines()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1))
        .collect(Collectors.joining("\n"));
  }
}
