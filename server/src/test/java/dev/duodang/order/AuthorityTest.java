package dev.duodang.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.identity.Role;
import dev.duodang.identity.Scope;
import dev.duodang.identity.Tenant;
import dev.duodang.testing.HomeAppliance;
import dev.duodang.testing.HttpTester;
import dev.duodang.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody writes where he sees nothing, and what is refused is not stored. */
final class AuthorityTest {

  private static final TestServer SERVER = TestServer.shared();
  private static final Tenant TENANT = SERVER.makeTenant("authority");
  private static final HttpTester OWNER = SERVER.owner(TENANT);
  private static final HttpTester SHANGHAI =
      SERVER.signedIn(TENANT, Role.REGIONAL_MANAGER, new Scope.Regions(List.of("310000")), 50_000L);

  @BeforeAll
  static void publish() {
    HomeAppliance.publish(SERVER, TENANT.id());
  }

  private static int orders() {
    return OWNER.get("/api/v1/orders").json().path("items").size();
  }

  @Test
  void aDeskOrderOutsideItsCreatorsScopeIsRefusedAndNotStored() {
    int before = orders();
    String facts = "{\"facts\":{\"service\":\"维修\",\"address\":\"%s\"}}";
    HttpTester.Answer refused = SHANGHAI.post("/api/v1/desk/orders", facts.formatted("深圳市南山区"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("outside-your-scope");
    assertThat(refused.json().path("field").asString()).isEqualTo("address");
    assertThat(refused.json().path("value").asString()).contains("南山区");
    assertThat(refused.json().path("allowed").asString()).contains("上海市");
    assertThat(SHANGHAI.post("/api/v1/desk/orders", facts.formatted("某某路5号")).code())
        .isEqualTo("outside-your-scope");
    assertThat(orders()).isEqualTo(before);
    assertThat(SHANGHAI.post("/api/v1/desk/orders", facts.formatted("上海市静安区")).status())
        .isEqualTo(200);
  }

  @Test
  void aNumberThatIsTakenElsewhereCannotBeTakenOver() {
    OWNER.post("/api/v1/orders", IntakeTest.order("T1", ""));
    String moved = IntakeTest.order("T1", ",\"revision\":9").replace("北京市朝阳区", "上海市静安区");
    assertThat(SHANGHAI.post("/api/v1/orders", moved).code()).isEqualTo("order-unknown");
    assertThat(OWNER.get("/api/v1/orders/T1").json().at("/region/path").asString()).contains("北京");
  }

  @Test
  void aDecisionThatComesAsARowKeepsToTheLimitOfItsSender() {
    String order =
        IntakeTest.order("T2", ",\"customer\":{\"class\":\"KEY_ACCOUNT\"}")
            .replace("北京市朝阳区", "上海市静安区");
    assertThat(SHANGHAI.post("/api/v1/orders", order).status()).isEqualTo(200);
    String row =
        "{\"kind\":\"quote\",\"orderNo\":\"T2\",\"relation\":\"headquarters→partner\","
            + "\"category\":\"labour\",\"item\":0,\"amount\":\"%s\",\"reason\":\"agreed\"}";
    assertThat(SHANGHAI.post("/api/v1/orders", row.formatted("680.00")).code())
        .isEqualTo("over-your-limit");
    assertThat(SHANGHAI.post("/api/v1/orders", row.formatted("480.00")).status()).isEqualTo(200);
    assertThat(OWNER.get("/api/v1/orders/T2").json().path("amount").asString()).isEqualTo("480.00");
  }
}
