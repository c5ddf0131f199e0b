package dev.duodang.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that a stranger copies out of the README does what the README says. */
class ReadmeTest {

  @Test
  void theExamplePrintsWhatTheReadmeSays(@TempDir Path folder) throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    Path source = folder.resolve("Example.java");
    Files.writeString(source, program(block(readme, "java")));
    assertThat(compile(source, folder)).isEmpty();
    assertThat(run(folder, block(readme, "yaml"))).isEqualToIgnoringNewLines(promised(readme));
  }

  private static String program(String example) {
    return """
    import dev.duodang.pricing.book.PriceBook;
    import dev.duodang.pricing.book.text.*;
    import dev.duodang.pricing.order.*;
    import dev.duodang.pricing.rating.*;
    import dev.duodang.pricing.region.*;
    import dev.duodang.pricing.wording.*;
    import java.time.Instant;
    public final class Example {
      public static void main(String[] arguments) throws Exception {
        String text = java.nio.file.Files.readString(java.nio.file.Path.of(arguments[0]));
    %s
      }
    }
    """
        .formatted(example);
  }

  /** The two texts in the sentence that begins with "prints". */
  private static String promised(String readme) {
    String[] quoted = readme.substring(readme.indexOf("\nprints `")).split("`", -1);
    return quoted[1] + "\n" + quoted[3] + "\n";
  }

  private static String block(String readme, String language) {
    String start = "```" + language + "\n";
    int from = readme.indexOf(start) + start.length();
    return readme.substring(from, readme.indexOf("```", from));
  }

  /** What the compiler complains about. */
  private static String compile(Path source, Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    int status =
        compiler.run(
            null,
            complaints,
            complaints,
            "-d",
            folder.toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            source.toString());
    String text = complaints.toString(StandardCharsets.UTF_8);
    assertThat(status).as(text).isZero();
    return text;
  }

  private static String run(Path folder, String book) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-classpath",
                folder + File.pathSeparator + System.getProperty("java.class.path"),
                "Example",
                Files.writeString(folder.resolve("book.yaml"), book).toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
