package dev.duodang;

import dev.duodang.configuration.DuodangSettings;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server's entry: starts the modules of the business on one port. */
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableConfigurationProperties(DuodangSettings.class)
@EnableScheduling
public class DuodangServer {

  private DuodangServer() {}

  /** Time as every module of the server reads it. */
  @Bean
  static Clock clock() {
    return Clock.systemUTC();
  }

  /** Starts the server; the process ends with an exit code if it cannot start. */
  public static void main(String[] arguments) {
    System.exit(new Startup(System.out, System.err).run(arguments));
  }

  /** The application without anything that ends the process. */
  static SpringApplication application() {
    SpringApplication application = new SpringApplication(DuodangServer.class);
    application.addListeners(new SettingsCheck());
    return application;
  }
}
