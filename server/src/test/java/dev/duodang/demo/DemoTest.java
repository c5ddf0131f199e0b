package dev.duodang.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.catalog.Counterparties;
import dev.duodang.identity.Role;
import dev.duodang.identity.Tenant;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The demo company: whom to sign in as, what happened, and that it goes on. */
final class DemoTest {

  private static final int ORDERS_A_DAY = 60;
  private static final int DAYS_BACK = 14;
  private static final TestServer SERVER =
      TestServer.start("--duodang.demo=true", "--duodang.demo-orders-a-day=" + ORDERS_A_DAY);
  private static final Tenant TENANT = SERVER.bean(DemoCompany.class).tenant().orElseThrow();
  private static final DemoDay DAYS =
      new DemoDay(
          ORDERS_A_DAY,
          TENANT.zone(),
          new DemoOrders(
              SERVER.bean(RegionTree.class),
              List.copyOf(SERVER.bean(Counterparties.class).all(TENANT.id()).values())));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static LocalDate today() {
    return LocalDate.now(SERVER.bean(Clock.class).withZone(TENANT.zone()));
  }

  private static DemoPast.Open open(LocalDate day, Instant now) {
    return SERVER.bean(DemoPast.class).open(TENANT, day, DAYS.lives(day), now);
  }

  private static void waitUntilToldOf(LocalDate day) throws InterruptedException {
    Instant now = SERVER.bean(Clock.class).instant();
    while (!open(day, now).past().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static HttpTester signedIn(String username) {
    HttpTester tester = SERVER.stranger();
    assertThat(tester.signIn(username, DemoCompany.PASSWORD).status()).isEqualTo(200);
    tester.get("/api/v1/session");
    return tester;
  }

  @Test
  void aVisitorIsToldWhomToSignInAsAndEveryRoleIsThere() {
    JsonNode demo = SERVER.stranger().get("/api/v1/demo").json();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (JsonNode person : demo.path("people")) {
      roles.add(Role.valueOf(person.path("role").asString()));
      signedIn(person.path("username").asString());
    }
    assertThat(roles).containsExactlyInAnyOrder(Role.values());
    assertThat(demo.path("note").asString()).contains("演示");
    assertThat(TestServer.shared().stranger().get("/api/v1/demo").code()).isEqualTo("not-found");
  }

  @Test
  void theLastTwoWeeksAreToldAndTheBoardComparesWithLastWeek() throws InterruptedException {
    for (int back = 0; back <= DAYS_BACK; back++) {
      waitUntilToldOf(today().minusDays(back));
    }
    HttpTester owner = signedIn("owner@demo");
    LocalDate yesterday = today().minusDays(1);
    JsonNode board = owner.get("/api/v1/board?date=" + yesterday).json();
    assertThat(board.at("/today/orders").asInt()).isGreaterThan(ORDERS_A_DAY / 2);
    assertThat(board.at("/lastWeek/orders").asInt()).isGreaterThan(ORDERS_A_DAY / 2);
    assertThat(board.path("regions").size()).isGreaterThan(8);
    assertThat(board.path("holds").toString()).doesNotContain("NO_BOOK", "PAYEE", "FACT_MISSING");
    JsonNode orders = owner.get("/api/v1/orders?from=" + yesterday + "&limit=200").json();
    assertThat(orders.path("items").size()).isGreaterThan(ORDERS_A_DAY / 2);
  }

  @Test
  void whatIsKnownIsNotToldAgain() throws InterruptedException {
    LocalDate day = today().minusDays(2);
    waitUntilToldOf(day);
    Instant now = SERVER.bean(Clock.class).instant();
    assertThat(open(day, now).past()).isEmpty();
    // A day later its last orders are done, and only these are told.
    DemoPast.Open later = open(today(), now.plusSeconds(86_400 * 2));
    assertThat(later.past()).isNotEmpty();
    assertThat(later.past().stream().map(DemoDue::orderNo).distinct().count())
        .isLessThanOrEqualTo(DAYS.lives(today()).size());
  }

  @Test
  void aDayHasTheSameOrdersWheneverItIsLookedAt() {
    LocalDate day = LocalDate.of(2026, 11, 11);
    assertThat(DAYS.lives(day)).isEqualTo(DAYS.lives(day));
    assertThat(DAYS.lives(day)).isNotEqualTo(DAYS.lives(day.plusDays(1)));
  }

  @Test
  void aRevisionSaysNothingOfWhatHasNotHappenedYet() {
    for (DemoLife life : DAYS.lives(LocalDate.of(2026, 11, 11))) {
      Instant before = Instant.EPOCH;
      for (int number = 1; number <= life.moments().size(); number++) {
        Instant at = life.moments().get(number - 1).at();
        WorkOrder order = life.revision(number);
        assertThat(at).isAfterOrEqualTo(before);
        assertThat(life.revisionsBy(at)).isGreaterThanOrEqualTo(number);
        assertThat(order.status() == OrderStatus.OPEN).isEqualTo(number < life.moments().size());
        assertThat(order.handlers().isEmpty()).isEqualTo(order.times().accepted() == null);
        assertThat(order.times().completed() == null || !order.times().completed().isAfter(at))
            .isTrue();
        before = at;
      }
      assertThat(life.revision(life.moments().size()))
          .isEqualTo(
              life.last().toBuilder()
                  .revision(dev.duodang.pricing.order.Revision.of(life.moments().size()))
                  .build());
    }
  }

  @Test
  void aDayHasAllKindsOfWorkInAllProvincesServed() {
    DemoDay busy = new DemoDay(6_000, TENANT.zone(), orders());
    List<DemoLife> lives = busy.lives(LocalDate.of(2026, 11, 11));
    Set<String> services =
        lives.stream()
            .flatMap(life -> life.last().items().stream())
            .map(item -> String.valueOf(item.service()))
            .collect(Collectors.toSet());
    assertThat(services).hasSize(10);
    assertThat(lives).anyMatch(life -> life.last().related() != null);
    assertThat(lives).anyMatch(life -> life.last().times().cancelled() != null);
    assertThat(lives).anyMatch(life -> life.last().promotion() != null);
    assertThat(lives).anyMatch(life -> life.last().onBehalfOf() != null);
    assertThat(lives).anyMatch(life -> DemoPlaces.isVague(life.last().place()));
    assertThat(
            lives.stream()
                .flatMap(life -> java.util.stream.Stream.ofNullable(life.last().counterparty()))
                .distinct())
        .hasSizeGreaterThanOrEqualTo(12);
  }

  private static DemoOrders orders() {
    return new DemoOrders(
        SERVER.bean(RegionTree.class),
        List.copyOf(SERVER.bean(Counterparties.class).all(TENANT.id()).values()));
  }

  @Test
  void aPastIsMadeUpForADemoOnly() {
    Tenant real = SERVER.makeTenant("real");
    DemoLife life = DAYS.lives(today().minusDays(3)).getFirst();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    SERVER
                        .bean(DemoDoor.class)
                        .tell(real, List.of(DemoDue.revision(life, 1)), Instant.EPOCH)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
