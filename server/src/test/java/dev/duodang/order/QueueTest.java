package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A writer that cannot keep up pushes back. */
final class QueueTest {

  @Test
  void aFullQueueIsToldAndWhatWasAcceptedIsThere() throws InterruptedException, ExecutionException {
    try (TestServer server =
            TestServer.start("--duodang.writer.queue=1", "--duodang.writer.batch=1");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Tenant tenant = server.makeTenant("queue");
      HomeAppliance.publish(server, tenant.id());
      HttpTester machine = server.machine(tenant);
      List<Future<HttpTester.Answer>> sent =
          IntStream.range(0, 80)
              .mapToObj(i -> IntakeTest.order("Q" + i, ""))
              .map(order -> threads.submit(() -> machine.post("/api/v1/orders", order)))
              .toList();
      int accepted = 0;
      int refused = 0;
      for (Future<HttpTester.Answer> one : sent) {
        HttpTester.Answer answer = one.get();
        if (answer.status() == 200) {
          accepted++;
        } else {
          refused++;
          assertThat(answer.status()).isEqualTo(429);
          assertThat(answer.code()).isEqualTo("queue-full");
          assertThat(answer.header("retry-after")).isNotEmpty();
        }
      }
      assertThat(refused).isPositive();
      assertThat(server.owner(tenant).get("/api/v1/orders?limit=200").json().path("items"))
          .hasSize(accepted);
    }
  }
}
