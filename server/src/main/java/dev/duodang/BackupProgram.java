package dev.duodang;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.duodang.backup.ArchiveCommand;
import dev.duodang.backup.BackupCommand;
import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The entry of {@code ./duodang backup}, {@code restore} and {@code archive}: the database, no
 * server.
 */
public final class BackupProgram {

  private static final String KEEP_OLD = "--keep-old";
  private static final String CHECK = "--check";
  private static final String INTO = "--into";
  private static final String BACK = "--back";

  private final PrintStream out;
  private final PrintStream err;

  BackupProgram(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs the command; the process ends with its exit code. */
  public static void main(String[] arguments) {
    logToStandardError();
    System.exit(new BackupProgram(System.out, System.err).run(arguments));
  }

  /**
   * {@code backup FILE}, {@code restore FILE}, {@code archive}, {@code archive MONTH --into FOLDER}
   * or {@code archive --back FILE}, then options.
   *
   * @return the exit code: 0, or that of the refusal that was told
   */
  int run(String... arguments) {
    try {
      List<String> words = new ArrayList<>(List.of(arguments));
      String command = words.isEmpty() ? "" : words.removeFirst();
      switch (command) {
        case "backup" -> {
          Path file = file(command, words);
          new BackupCommand(settings(words), out, err).backup(file);
        }
        case "restore" -> restore(words);
        case "archive" -> archive(words);
        default ->
            throw wrong(
                "there is no command \"" + command + "\"; allowed are backup, restore, archive");
      }
      return 0;
    } catch (StartRefused e) {
      err.println(e.getMessage());
      return e.exitCode().number();
    }
  }

  private void restore(List<String> words) {
    boolean keepOld = words.remove(KEEP_OLD);
    boolean checkOnly = words.remove(CHECK);
    Path file = file("restore", words);
    BackupCommand work = new BackupCommand(settings(words), out, err);
    if (checkOnly) {
      work.check(file);
    } else {
      work.restore(file, keepOld);
    }
  }

  private void archive(List<String> words) {
    String back = value(words, BACK);
    String into = value(words, INTO);
    String month = word(words);
    ArchiveCommand work = new ArchiveCommand(settings(words), out, err);
    if (back != null) {
      work.bringBack(Path.of(back));
    } else if (month == null) {
      work.list();
    } else {
      YearMonth wanted = month(month);
      work.archive(
          wanted, Path.of(into == null ? "." : into, "duodang-" + wanted + ".zip").normalize());
    }
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw wrong("archive wants a month such as 2026-03, not \"" + text + "\"");
    }
  }

  /** The word after an option, taken out with it; null without the option. */
  private static @Nullable String value(List<String> words, String option) {
    int at = words.indexOf(option);
    if (at < 0) {
      return null;
    }
    words.remove(at);
    if (at == words.size() || words.get(at).startsWith("-")) {
      throw wrong(option + " wants a value after it");
    }
    return words.remove(at);
  }

  private static DuodangSettings settings(List<String> words) {
    return bound(CommandLine.settings(words.toArray(String[]::new)));
  }

  private static Path file(String command, List<String> words) {
    String file = word(words);
    if (file == null) {
      throw wrong(command + " wants a file: " + command + " FILE");
    }
    return Path.of(file);
  }

  /** The first word that is neither an option nor the value of one, taken out; null without one. */
  private static @Nullable String word(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      boolean isValue =
          at > 0 && List.of("--data", "--port", "--address").contains(words.get(at - 1));
      if (!words.get(at).startsWith("-") && !isValue) {
        return words.remove(at);
      }
    }
    return null;
  }

  private static StartRefused wrong(String message) {
    return new StartRefused(ExitCode.SETTINGS, "duodang: " + message);
  }

  private static DuodangSettings bound(String... settings) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(settings));
    ConfigurationPropertySources.attach(environment);
    SettingsCheck.requireKnown(environment);
    try {
      return Binder.get(environment).bindOrCreate("duodang", DuodangSettings.class);
    } catch (BindException e) {
      Throwable cause = e;
      while (cause.getCause() != null) {
        cause = cause.getCause();
      }
      throw new StartRefused(
          ExitCode.SETTINGS,
          "The setting \"" + e.getName() + "\" is not allowed: " + cause.getMessage(),
          e);
    }
  }

  /** Without the framework nobody else says where warnings go; the result line stays alone. */
  private static void logToStandardError() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%msg%n");
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(appender);
  }
}
