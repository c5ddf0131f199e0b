package dev.duodang.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of the server, each as {@code duodang.NAME} in a file, {@code --duodang.NAME=} on
 * the command line, or {@code DUODANG_NAME} in the environment.
 *
 * @param port TCP port that answers HTTP; 0 takes a free one
 * @param address address it listens on; only this machine by default
 * @param data folder that holds everything the server must not lose
 * @param demo whether the demo company is there; without a word it is there on the embedded
 *     database and not on another
 * @param demoOrdersADay how many orders the demo company gets on a usual day
 * @param company the company that a first start without the demo makes
 * @param database another PostgreSQL in place of the embedded one
 * @param postgres how the embedded PostgreSQL is kept
 * @param writer how the settlement writer batches
 */
@ConfigurationProperties(prefix = "duodang", ignoreUnknownFields = false)
public record DuodangSettings(
    @DefaultValue("8080") int port,
    @DefaultValue("127.0.0.1") String address,
    @DefaultValue("./duodang-data") Path data,
    @Nullable Boolean demo,
    @DefaultValue("6000") int demoOrdersADay,
    @DefaultValue Company company,
    @DefaultValue Database database,
    @DefaultValue Postgres postgres,
    @DefaultValue Writer writer) {

  private static final int MOST_DEMO_ORDERS = 90_000;

  public DuodangSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "duodang.port is \"" + port + "\"; allowed is 0 to 65535, where 0 takes a free one");
    }
    if (demoOrdersADay < 1 || demoOrdersADay > MOST_DEMO_ORDERS) {
      throw new IllegalArgumentException(
          "duodang.demo-orders-a-day is \""
              + demoOrdersADay
              + "\"; allowed is 1 to "
              + MOST_DEMO_ORDERS);
    }
  }

  /** Whether the demo company is wanted. */
  public boolean demoWanted() {
    return demo == null ? database.url() == null : demo;
  }

  /**
   * The company of a first start.
   *
   * @param name as people read it
   * @param zone of its days and of times that are stated without an offset
   * @param currency of its sums
   */
  public record Company(
      @DefaultValue("我的企业") String name,
      @DefaultValue("Asia/Shanghai") ZoneId zone,
      @DefaultValue("CNY") Currency currency) {}

  /**
   * Another PostgreSQL, 18 or newer.
   *
   * @param url {@code jdbc:postgresql://HOST:PORT/NAME}, or the same without {@code jdbc:}; none
   *     means the embedded one
   * @param username role that owns the tables and may create roles
   * @param password of that role
   * @param roles what the names of the application's roles begin with
   * @param leaseWait how long a start waits for another server on the same database to go
   */
  public record Database(
      @Nullable String url,
      @Nullable String username,
      @Nullable String password,
      @DefaultValue("duodang") String roles,
      @DefaultValue("10s") Duration leaseWait) {}

  /**
   * The embedded PostgreSQL.
   *
   * @param binaries folder its programs are unpacked into; by default inside the data folder
   */
  public record Postgres(@Nullable Path binaries) {}

  /**
   * The settlement writer.
   *
   * @param queue commands that may wait before intake answers 429
   * @param batch commands that one transaction takes at most
   * @param crashAt name of a point inside a batch where the process ends at once, and {@code :N}
   *     for the N-th batch that reaches it; for tests of crashes only
   */
  public record Writer(
      @DefaultValue("20000") int queue,
      @DefaultValue("2000") int batch,
      @Nullable String crashAt) {}
}
