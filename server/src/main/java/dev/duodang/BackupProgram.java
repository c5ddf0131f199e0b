package dev.duodang;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import dev.duodang.backup.BackupCommand;
import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The entry of {@code ./duodang backup} and {@code ./duodang restore}: the database, no server. */
public final class BackupProgram {

  private static final String KEEP_OLD = "--keep-old";
  private static final String CHECK = "--check";

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
   * {@code backup FILE} or {@code restore FILE}, then options.
   *
   * @return the exit code: 0, or that of the refusal that was told
   */
  int run(String... arguments) {
    try {
      List<String> words = new ArrayList<>(List.of(arguments));
      String command = words.isEmpty() ? "" : words.removeFirst();
      boolean keepOld = command.equals("restore") && words.remove(KEEP_OLD);
      boolean checkOnly = command.equals("restore") && words.remove(CHECK);
      Path file = file(command, words);
      String[] settings = CommandLine.settings(words.toArray(String[]::new));
      BackupCommand work = new BackupCommand(bound(settings), out, err);
      switch (command) {
        case "backup" -> work.backup(file);
        case "restore" -> {
          if (checkOnly) {
            work.check(file);
          } else {
            work.restore(file, keepOld);
          }
        }
        default ->
            throw wrong("there is no command \"" + command + "\"; allowed are backup, restore");
      }
      return 0;
    } catch (StartRefused e) {
      err.println(e.getMessage());
      return e.exitCode().number();
    }
  }

  private static Path file(String command, List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      boolean isValue =
          at > 0 && List.of("--data", "--port", "--address").contains(words.get(at - 1));
      if (!words.get(at).startsWith("-") && !isValue) {
        return Path.of(words.remove(at));
      }
    }
    throw wrong(command + " wants a file: " + command + " FILE");
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
