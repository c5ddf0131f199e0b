package dev.duodang.pricing.book.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.ToyExpressions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Reading never throws, whatever became of a book. */
class MutatedBookProperties {

  private static final BookReader READER = BookReader.of(GbT2260.tree(), ToyExpressions.ANYTHING);
  private static final List<byte[]> BOOKS = shippedBooks();
  private static final List<String> PIECES =
      List.of(
          "\u0000",
          "\t",
          "\n",
          "\r",
          "  ",
          "- ",
          ": ",
          "? ",
          "{",
          "}",
          "[",
          "]",
          ",",
          "\"",
          "'",
          "&a ",
          "*a",
          "!!binary ",
          "!<tag:x> ",
          "|\n",
          ">-\n",
          "<<: *a\n",
          "%YAML 9.9\n",
          "---\n",
          "...\n",
          "1e999999999",
          "-",
          "9".repeat(40),
          "null",
          "~",
          "\\",
          "\"\\ud800\"",
          "\ud83d\ude00",
          "\ufeff",
          "9999999999-01-01",
          "24:00-24:00",
          "in: []",
          "not: 1",
          "{}",
          "[]",
          "0 km",
          "-1 d",
          "yes");

  private static List<byte[]> shippedBooks() {
    try (Stream<Path> files = Files.walk(Path.of("../templates"))) {
      return files
          .filter(file -> file.getParent().endsWith("books"))
          .sorted()
          .map(MutatedBookProperties::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Property(tries = 3000, seed = "20260105")
  void readingNeverThrows(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = BOOKS.get(random.nextInt(BOOKS.size()));
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      bytes = mutated(bytes, random);
    }
    String text =
        new String(
            bytes, random.nextInt(8) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);

    switch (READER.read(text)) {
      case BookReading.Read read ->
          assertThat(READER.read(BookWriter.yaml(read.book()))).isEqualTo(read);
      case BookReading.Refused refused ->
          assertThat(refused.problems())
              .isNotEmpty()
              .allMatch(problem -> problem.line() >= 1 && problem.column() >= 1)
              .allMatch(problem -> !problem.message().isBlank());
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int until = Math.min(bytes.length, at + 1 + random.nextInt(40));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    switch (random.nextInt(5)) {
      case 0 -> out.write(random.nextInt(256));
      case 1 -> {
        out.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
      }
      case 2 -> {
        int from = random.nextInt(bytes.length);
        out.write(bytes, from, Math.min(bytes.length - from, random.nextInt(200)));
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
      }
      case 3 ->
          out.writeBytes(
              PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
      default -> {}
    }
    out.write(bytes, until, bytes.length - until);
    return out.toByteArray().length == 0 ? bytes : out.toByteArray();
  }
}
