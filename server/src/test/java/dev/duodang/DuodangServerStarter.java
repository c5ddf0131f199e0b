package dev.duodang;

import org.springframework.context.ConfigurableApplicationContext;

/** Starts the server as its entry does, without ending the JVM. */
public final class DuodangServerStarter {

  private DuodangServerStarter() {}

  public static ConfigurableApplicationContext start(String... settings) {
    return DuodangServer.application().run(settings);
  }
}
