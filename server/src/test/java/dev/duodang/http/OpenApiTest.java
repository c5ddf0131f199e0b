package dev.duodang.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
  void theReferenceIsServedForReading() {
    assertThat(TestServer.shared().stranger().get("/docs").status()).isIn(200, 302);
  }
}
