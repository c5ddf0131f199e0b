package dev.duodang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.configuration.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be says why in one line and ends with a code. */
final class StartupTest {

  @TempDir Path folder;

  @Test
  void aTakenPortIsNamedWithAFreeOneAndNothingIsStarted() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Path data = folder.resolve("data");
      Said said = run("--port", Integer.toString(port), "--data", data.toString());
      assertThat(said.exitCode()).isEqualTo(3);
      assertThat(said.text())
          .matches(
              "Port "
                  + port
                  + " is taken by another program\\. Port \\d+ is free: .*--port \\d+\\.\\R");
      assertThat(Files.exists(data)).isFalse();
    }
  }

  @Test
  void anUnknownSettingIsNamedWithThoseKnown() {
    Said said = run("--duodang.prot=1");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text())
        .contains("\"duodang.prot\"")
        .contains("duodang.port")
        .contains("duodang.database.lease-wait");
  }

  @Test
  void anUnknownOptionIsNamedWithThoseAllowed() {
    Said said = run("--verbose");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text()).contains("\"--verbose\" is no option").contains("--port NUMBER");
  }

  @Test
  void shortOptionsStandForSettings() {
    assertThat(CommandLine.settings("--port", "90", "--data=x y", "--no-demo", "--duodang.demo=1"))
        .containsExactly(
            "--duodang.port=90", "--duodang.data=x y", "--duodang.demo=false", "--duodang.demo=1");
    assertThatThrownBy(() -> CommandLine.settings("--port"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("needs a value");
  }

  private record Said(int exitCode, String text) {}

  private static Said run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int exitCode = new Startup(stream, stream).run(arguments);
    return new Said(exitCode, bytes.toString(StandardCharsets.UTF_8));
  }
}
