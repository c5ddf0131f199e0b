package dev.duodang.cli;

import dev.duodang.cli.book.CheckCommand;
import dev.duodang.cli.book.ExplainCommand;
import dev.duodang.cli.cases.CasesCommand;
import dev.duodang.cli.settle.SettleCommand;
import dev.duodang.cli.simulate.SimulateCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "duodang",
    description = "Settles service work orders by tiers.",
    mixinStandardHelpOptions = true,
    subcommands = {
      SettleCommand.class,
      SimulateCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      CasesCommand.class
    })
public final class Duodang implements Runnable {

  private Duodang() {}

  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(out, err, arguments));
  }

  /** Runs one command and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Duodang())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              command.getErr().println("duodang: " + sentence(failure));
              return ExitCode.UNUSABLE;
            })
        .execute(arguments);
  }

  private static String sentence(Exception failure) throws Exception {
    return switch (failure) {
      case NoSuchFileException missing -> missing.getFile() + " does not exist";
      case AccessDeniedException denied -> denied.getFile() + " cannot be opened: access denied";
      case IOException io -> String.valueOf(io.getMessage());
      case IllegalArgumentException wrong -> String.valueOf(wrong.getMessage());
      default -> throw failure;
    };
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
