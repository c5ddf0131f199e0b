package dev.duodang.bench.crash;

import dev.duodang.bench.ServerClient;
import dev.duodang.bench.crash.ModelOrder.Facts;
import dev.duodang.bench.crash.ModelOrder.Place;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends commands about orders of its own, one at a time, and remembers what was acknowledged. A
 * command without an answer is sent again until it has one.
 */
final class Sender {

  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Place> PLACES = List.of(Place.CORE, Place.PLAIN, Place.OPEN);
  private static final int MANY = 6;

  private final String prefix;
  private final Map<String, ModelOrder> orders = new HashMap<>();
  private final List<String> numbers = new ArrayList<>();
  private final Map<String, Asked> unanswered = new HashMap<>();
  private final Queue<String> findings = new ConcurrentLinkedQueue<>();
  private int keys;
  private final AtomicInteger acknowledged = new AtomicInteger();

  Sender(String prefix) {
    this.prefix = prefix;
  }

  /** The orders as they must be, apart from those unanswered. */
  Map<String, ModelOrder> orders() {
    return orders;
  }

  /** Commands of which it is not known whether they were done, by the number of the order. */
  Map<String, Asked> unanswered() {
    return unanswered;
  }

  List<String> findings() {
    return List.copyOf(findings);
  }

  int acknowledged() {
    return acknowledged.get();
  }

  /** Sends until told to stop. */
  void run(ServerClient client, Random random, BooleanSupplier going) {
    try {
      while (going.getAsBoolean()) {
        if (!settleUnanswered(client)) {
          Thread.sleep(100);
        } else {
          next(client, random);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      findings.add("a sender failed: " + e);
    }
  }

  /** Sends again what has no answer; whether all has one now. */
  private boolean settleUnanswered(ServerClient client) throws InterruptedException {
    for (Asked asked : List.copyOf(unanswered.values())) {
      if (!ask(client, asked)) {
        return false;
      }
    }
    return true;
  }

  private void next(ServerClient client, Random random) throws InterruptedException {
    int choice = random.nextInt(100);
    if (choice < 6) {
      askMany(client, random);
    } else if (choice < 35 || numbers.isEmpty()) {
      ask(client, Asked.deliver(fresh(random)));
    } else {
      ModelOrder known = known(random);
      if (choice < 55) {
        ask(client, Asked.deliver(known.revised(facts(random, known.facts().keyAccount()))));
      } else if (choice < 63 && !known.cancelled()) {
        ask(client, Asked.deliver(known.cancel()));
      } else if (choice < 72) {
        again(client, known, "REPEAT");
      } else if (choice < 77 && known.revision() > 1) {
        again(client, stale(known), "STALE");
      } else if (choice < 87 && !known.cancelled()) {
        force(client, known);
      } else {
        decide(client, random);
      }
    }
  }

  /** Chooses the premium tier for an order, or takes that back. */
  private void force(ServerClient client, ModelOrder known) throws InterruptedException {
    String json =
        """
        {"kind":"%s","relation":"headquarters→partner","category":"labour","item":0,%s
         "reason":"agreed"}"""
            .formatted(
                known.forced() ? "UNFORCE" : "FORCE",
                known.forced() ? "" : "\"tier\":\"premium\",");
    ask(client, Asked.decide(json, prefix + "key-" + ++keys, known.force(!known.forced())));
  }

  private ModelOrder known(Random random) {
    return order(numbers.get(random.nextInt(numbers.size())));
  }

  private ModelOrder order(String number) {
    ModelOrder known = orders.get(number);
    if (known == null) {
      throw new IllegalStateException(number + " was never acknowledged");
    }
    return known;
  }

  private ModelOrder fresh(Random random) {
    return ModelOrder.first(prefix + ++keys, facts(random, random.nextInt(4) == 0));
  }

  private static Facts facts(Random random, boolean keyAccount) {
    Place place = PLACES.get(random.nextInt(PLACES.size()));
    return new Facts(
        random.nextBoolean() ? "安装" : "维修",
        keyAccount && place == Place.OPEN ? Place.PLAIN : place,
        1 + random.nextInt(20),
        keyAccount,
        "P" + (1 + random.nextInt(4)),
        IntStream.rangeClosed(1, 1 + random.nextInt(3)).mapToObj(i -> "E" + i).toList());
  }

  /** The same order as its revision before would have been, which nobody heeds any more. */
  private static ModelOrder stale(ModelOrder known) {
    Facts other = new Facts("安装", Place.PLAIN, 1, known.facts().keyAccount(), "P1", List.of("E9"));
    return new ModelOrder(
        known.number(), known.revision() - 1, 0, 0, other, false, null, false, false, false);
  }

  private void decide(ServerClient client, Random random) throws InterruptedException {
    List<ModelOrder> waiting =
        orders.values().stream()
            .filter(order -> order.waits() != ModelOrder.Waits.NOTHING)
            .sorted(java.util.Comparator.comparing(ModelOrder::number))
            .toList();
    if (waiting.isEmpty()) {
      ask(client, Asked.deliver(fresh(random)));
      return;
    }
    ModelOrder order = waiting.get(random.nextInt(waiting.size()));
    String key = prefix + "key-" + ++keys;
    ask(
        client,
        switch (order.waits()) {
          case QUOTE -> quote(order, random, key);
          case RELEASE ->
              Asked.decide(
                  "{\"kind\":\"RELEASE\",\"relation\":\"headquarters→partner\",\"reason\":\"checked\"}",
                  key,
                  order.release());
          case REGION ->
              Asked.decide(
                  "{\"kind\":\"REGION\",\"region\":\"110105\",\"reason\":\"asked\"}",
                  key,
                  order.place());
          case NOTHING -> throw new IllegalStateException(order + " waits for nothing");
        });
  }

  private static Asked quote(ModelOrder order, Random random, String key) {
    long yuan = random.nextInt(3) == 0 ? 1_200 + random.nextInt(800) : 100 + random.nextInt(700);
    String json =
        """
        {"kind":"QUOTE","relation":"headquarters→partner","category":"labour","item":0,
         "amount":"%d.00","reason":"agreed"}"""
            .formatted(yuan);
    return Asked.decide(json, key, order.quoted(yuan * 100));
  }

  /** Several new orders in one request, each with an answer of its own. */
  private void askMany(ServerClient client, Random random) throws InterruptedException {
    List<Asked> all = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      all.add(Asked.deliver(fresh(random)));
    }
    all.forEach(asked -> unanswered.put(asked.after().number(), asked));
    String json = all.stream().map(Asked::json).collect(Collectors.joining(",", "[", "]"));
    try {
      HttpResponse<String> answer = client.post("/api/v1/orders", json);
      if (answer.statusCode() == 200) {
        JsonNode results = JSON.readTree(answer.body()).path("results");
        for (int i = 0; i < MANY; i++) {
          if (results.path(i).path("outcome").asString().equals("ACCEPTED")) {
            done(all.get(i));
          }
        }
      } else {
        judge(answer, "an array of orders");
      }
    } catch (IOException e) {
      pause();
    }
  }

  /** Sends a command that changes something; whether it has an answer. */
  private boolean ask(ServerClient client, Asked asked) throws InterruptedException {
    boolean isRepeated = unanswered.put(asked.after().number(), asked) != null;
    try {
      HttpResponse<String> answer = asked.send(client);
      if (answer.statusCode() != 200) {
        judge(answer, asked.json());
        return false;
      }
      String outcome = JSON.readTree(answer.body()).path("outcome").asString();
      boolean expected = !asked.key().isEmpty() || outcome.equals("ACCEPTED");
      if (!expected && !(isRepeated && outcome.equals("REPEAT"))) {
        findings.add(outcome + " was answered to " + asked.json());
      }
      done(asked);
      return true;
    } catch (IOException e) {
      pause();
      return false;
    }
  }

  private void done(Asked asked) {
    String number = asked.after().number();
    unanswered.remove(number);
    if (orders.put(number, asked.after()) == null) {
      numbers.add(number);
    }
    acknowledged.incrementAndGet();
  }

  /**
   * What was found done although it had no answer: it stays to be sent again, and changes nothing.
   */
  void adopt(Asked asked) {
    if (orders.put(asked.after().number(), asked.after()) == null) {
      numbers.add(asked.after().number());
    }
  }

  /** Sends something that must change nothing. */
  private void again(ServerClient client, ModelOrder order, String expected)
      throws InterruptedException {
    try {
      HttpResponse<String> answer = client.post("/api/v1/orders", order.json());
      if (answer.statusCode() != 200) {
        judge(answer, order.json());
      } else if (!JSON.readTree(answer.body()).path("outcome").asString().equals(expected)) {
        findings.add("instead of " + expected + " for " + order.json() + ": " + answer.body());
      }
    } catch (IOException e) {
      pause();
    }
  }

  /** Full, stopping and not answering are allowed; anything else is not. */
  private void judge(HttpResponse<String> answer, String asked) throws InterruptedException {
    int status = answer.statusCode();
    if (status != 429 && status != 503) {
      findings.add(status + " was answered to " + asked + ": " + answer.body());
    }
    pause();
  }

  private static void pause() throws InterruptedException {
    Thread.sleep(50);
  }
}
