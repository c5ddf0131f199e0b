package dev.duodang;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the server as its entry does, without ending the JVM. */
public final class DuodangServerStarter {

  private DuodangServerStarter() {}

  public static ConfigurableApplicationContext start(String... settings) {
    return DuodangServer.application().run(settings);
  }

  /** The same with a clock that a test sets. */
  public static ConfigurableApplicationContext start(Clock clock, String... settings) {
    SpringApplication application = DuodangServer.application();
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context)
                .registerBean(
                    "clockOfTheTest",
                    Clock.class,
                    () -> clock,
                    definition -> definition.setPrimary(true)));
    return application.run(settings);
  }
}
