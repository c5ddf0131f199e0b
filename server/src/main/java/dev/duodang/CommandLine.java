package dev.duodang;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The short options of the command line, as the settings they stand for. */
final class CommandLine {

  private CommandLine() {}

  /**
   * {@code --port 9000 --data /srv/duodang --no-demo} and the like.
   *
   * @throws StartRefused for a word that is no option
   */
  static String[] settings(String... arguments) {
    List<String> settings = new ArrayList<>();
    Iterator<String> words = List.of(arguments).iterator();
    while (words.hasNext()) {
      settings.add(setting(words.next(), words));
    }
    return settings.toArray(String[]::new);
  }

  private static String setting(String word, Iterator<String> following) {
    int equals = word.indexOf('=');
    String option = equals < 0 ? word : word.substring(0, equals);
    return switch (option) {
      case "--no-demo" -> "--duodang.demo=false";
      case "--demo" -> "--duodang.demo=true";
      case "--port", "--data", "--address" ->
          "--duodang." + option.substring(2) + "=" + value(word, equals, following);
      default -> {
        if (!word.startsWith("--duodang.") || equals < 0) {
          throw new StartRefused(
              ExitCode.SETTINGS,
              "\""
                  + word
                  + "\" is no option. Allowed are --port NUMBER, --data FOLDER, --address ADDRESS,"
                  + " --demo, --no-demo and --duodang.NAME=VALUE.");
        }
        yield word;
      }
    };
  }

  private static String value(String word, int equals, Iterator<String> following) {
    if (equals >= 0) {
      return word.substring(equals + 1);
    }
    if (!following.hasNext()) {
      throw new StartRefused(ExitCode.SETTINGS, "\"" + word + "\" needs a value.");
    }
    return following.next();
  }
}
