package dev.duodang.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The console's client is generated from {@code console/openapi.json}. Running this with {@code
 * -Dduodang-openapi=write} writes the file anew.
 */
final class OpenApiTest {

  private static final Path FILE = Path.of("..", "console", "openapi.json");

  @Test
  void theDocumentThatTheConsoleIsGeneratedFromIsTheServers() throws IOException {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    String document =
        mapper.writeValueAsString(TestServer.shared().stranger().get("/v3/api-docs").json()) + "\n";
    if ("write".equals(System.getProperty("duodang-openapi"))) {
      Files.createDirectories(FILE.resolveSibling("."));
      Files.writeString(FILE, document);
    }
    assertThat(Files.readString(FILE)).isEqualTo(document);
  }

  @Test
  void everyOperationHasANameOfItsOwnASummaryAndABodyThatIsDescribed() {
    List<String> names = new ArrayList<>();
    JsonNode document = TestServer.shared().stranger().get("/v3/api-docs").json();
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      String name = operation.path("operationId").asString();
                      names.add(name);
                      assertThat(name).matches("[a-z][A-Za-z]+");
                      assertThat(operation.path("summary").asString()).as(name).isNotEmpty();
                      operation
                          .at("/requestBody/content")
                          .forEach(body -> assertThat(body.path("schema")).as(name).isNotEmpty());
                    }));
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(25);
  }

  @Test
  void whatIsNeverNullIsRequiredAndWhatMayBeNullSaysSo() {
    JsonNode schemas =
        TestServer.shared().stranger().get("/v3/api-docs").json().at("/components/schemas");
    JsonNode summary = schemas.path("OrderSummary");
    assertThat(summary.path("required").valueStream().map(JsonNode::asString))
        .contains("orderNo", "revision", "handlers", "holds", "currency")
        .doesNotContain("amount", "region", "tierName");
    assertThat(summary.at("/properties/amount/type").toString()).contains("null");
    assertThat(summary.at("/properties/region").toString()).contains("RegionRef").contains("null");
    assertThat(schemas.has("JsonNode")).isFalse();
    assertThat(schemas.has("SseEmitter")).isFalse();
  }

  @Test
  void theReferenceIsServedForReading() {
    assertThat(TestServer.shared().stranger().get("/docs").status()).isIn(200, 302);
  }
}
