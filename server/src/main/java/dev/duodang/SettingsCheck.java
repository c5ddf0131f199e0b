package dev.duodang;

import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import dev.duodang.configuration.UnknownSettings;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses a start with a setting that nobody reads. */
final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    requireKnown(event.getEnvironment());
  }

  /**
   * The check alone.
   *
   * @throws StartRefused naming each unknown setting and all that are known
   */
  static void requireKnown(ConfigurableEnvironment environment) {
    Set<String> unknown = UnknownSettings.in(environment);
    if (!unknown.isEmpty()) {
      throw new StartRefused(
          ExitCode.SETTINGS,
          "Unknown setting \""
              + String.join("\", \"", unknown)
              + "\". Known are: "
              + UnknownSettings.known().sorted().collect(Collectors.joining(", "))
              + ".");
    }
  }
}
