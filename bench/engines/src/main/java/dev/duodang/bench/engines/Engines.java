package dev.duodang.bench.engines;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Matches the orders of {@code orders.tsv} by the rules of {@code rules.tsv} in the working folder,
 * and prints how fast it was and a checksum of the winners.
 */
public final class Engines {

  /** Orders that are matched however slow an engine is. */
  private static final int ORDERS_MIN = 8;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private Engines() {}

  /**
   * The first argument names the engine, the second says for how many seconds of processor time.
   */
  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    List<Rule> rules = Rule.read(Path.of("rules.tsv"));
    List<Order> orders = Order.read(Path.of("orders.tsv"));
    long seconds = Long.parseLong(arguments[1]);
    long start = System.nanoTime();
    Engine engine = built(arguments[0], rules);
    engine.winner(orders.getFirst());
    print("buildSeconds", (System.nanoTime() - start) / 1e9);
    run(engine, orders, seconds, new StringBuilder());
    StringBuilder winners = new StringBuilder();
    run(engine, orders, seconds, winners);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] hash = digest.digest(winners.toString().getBytes(StandardCharsets.US_ASCII));
    print("checksum", HexFormat.of().formatHex(hash, 0, 8));
    System.exit(0);
  }

  private static Engine built(String name, List<Rule> rules) {
    return switch (name) {
      case "drools-model" -> DroolsModel.of(rules);
      case "drools-dmn" -> DroolsDmn.of(rules);
      case "camunda-dmn" -> CamundaDmn.of(rules);
      default -> throw new IllegalArgumentException("there is no engine \"" + name + "\"");
    };
  }

  /**
   * Matches orders one after the other for so many seconds of processor time, so that an engine is
   * as warm on a busy machine as on an idle one; the winners of the first round are written down.
   */
  private static void run(Engine engine, List<Order> orders, long seconds, StringBuilder winners) {
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    int done = 0;
    int enough = ORDERS_MIN;
    while (done < enough) {
      int winner = engine.winner(orders.get(done % orders.size()));
      if (done < orders.size()) {
        winners.append(winner).append('\n');
      }
      done++;
      if (done == enough && SYSTEM.getProcessCpuTime() - cpu < seconds * 1_000_000_000L) {
        enough += 1 + done / 50;
      }
    }
    print("seconds", (System.nanoTime() - start) / 1e9);
    print("cpuSeconds", (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
    print("orders", done);
  }

  private static void print(String name, Object figure) {
    System.out.println(name + "=" + figure);
  }
}
