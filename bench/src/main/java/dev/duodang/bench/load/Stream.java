package dev.duodang.bench.load;

import dev.duodang.bench.ServerClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Sends orders: as fast as they are taken, or at a rate. */
final class Stream {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int TOO_MANY = 429;

  private final ServerClient client;

  Stream(ServerClient client) {
    this.client = client;
  }

  /**
   * Sends arrays from several senders until all orders are acknowledged.
   *
   * @param prefix of the orders' numbers
   * @return seconds from the first request to the last answer
   */
  double flood(String prefix, int orders, int array, int senders)
      throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    together(
        senders,
        () -> {
          for (int from = next.getAndAdd(array); from < orders; from = next.getAndAdd(array)) {
            String body = Orders.array(prefix, from, Math.min(orders, from + array));
            HttpResponse<String> answer = client.post("/api/v1/orders", body);
            while (answer.statusCode() == TOO_MANY) {
              LockSupport.parkNanos(200_000_000);
              answer = client.post("/api/v1/orders", body);
            }
            if (answer.statusCode() != 200
                || JSON.readTree(answer.body()).path("rejected").asInt() != 0) {
              throw new IOException("refused: " + answer.body());
            }
          }
        });
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * How many single orders a second come through when each of many senders waits for its answer.
   */
  double singles(int senders, int seconds) throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    together(
        senders,
        () -> {
          while (System.nanoTime() < end) {
            String order = Orders.one("S", next.getAndIncrement());
            HttpResponse<String> answer = client.post("/api/v1/orders", order);
            if (answer.statusCode() != 200) {
              throw new IOException("refused: " + answer.body());
            }
          }
        });
    return next.get() * 1e9 / (System.nanoTime() - start);
  }

  /**
   * What single orders at a rate came to.
   *
   * @param sorted latencies in milliseconds
   * @param acknowledged when each was answered, by {@code System.nanoTime()}, also those before
   * @param before how many of these were sent before it was measured
   */
  record Latencies(List<Double> sorted, double achievedRate, List<Long> acknowledged, int before) {
    double percentile(double share) {
      return percentile(sorted, share);
    }

    static double percentile(List<Double> sorted, double share) {
      return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }
  }

  /**
   * Sends single orders at a rate, each at its time whether or not earlier ones are answered, and
   * measures from the time at which it was to be sent.
   *
   * @param warm seconds of the same before that, in which the sender opens its connections; not
   *     measured
   */
  Latencies steady(int rate, int warm, int seconds) throws IOException, InterruptedException {
    int before = rate * warm;
    int requests = before + rate * seconds;
    double[] millis = new double[requests];
    long[] acknowledged = new long[requests];
    List<Future<?>> sent = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < requests; i++) {
        int number = i;
        long due = start + number * 1_000_000_000L / rate;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          LockSupport.parkNanos(wait);
        }
        sent.add(
            senders.submit(
                () -> {
                  HttpResponse<String> answer =
                      client.post("/api/v1/orders", Orders.one("L", number));
                  if (answer.statusCode() != 200) {
                    throw new IOException("refused: " + answer.body());
                  }
                  acknowledged[number] = System.nanoTime();
                  millis[number] = (acknowledged[number] - due) / 1e6;
                  return number;
                }));
      }
      for (Future<?> one : sent) {
        done(one);
      }
    }
    double took = (System.nanoTime() - start) / 1e9;
    return new Latencies(
        Arrays.stream(millis).skip(before).sorted().boxed().toList(),
        requests / took,
        Arrays.stream(acknowledged).boxed().toList(),
        before);
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void together(int senders, Work work) throws IOException, InterruptedException {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(senders)) {
      for (int i = 0; i < senders; i++) {
        running.add(
            pool.submit(
                () -> {
                  work.run();
                  return null;
                }));
      }
      for (Future<?> one : running) {
        done(one);
      }
    }
  }

  private static void done(Future<?> one) throws IOException, InterruptedException {
    try {
      one.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }
}
