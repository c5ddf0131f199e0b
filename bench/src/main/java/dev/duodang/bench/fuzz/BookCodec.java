package dev.duodang.bench.fuzz;

import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.book.text.BookWriter;
import dev.duodang.pricing.region.GbT2260;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Price books in YAML. What is read must be written so that it reads back equal. */
final class BookCodec implements Codec {

  private static final List<String> PIECES =
      List.of(
          "  ",
          "- ",
          ": ",
          "? ",
          "{",
          "}",
          "[",
          "]",
          ",",
          "&a ",
          "*a",
          "<<: *a\n",
          "!!binary ",
          "!!javax.script.ScriptEngineManager ",
          "|\n",
          ">-\n",
          "%YAML 9.9\n",
          "---\n",
          "...\n",
          "~",
          "#",
          "24:00-24:00",
          "in: []",
          "not: 1",
          "0 km",
          "-1 d",
          "yes",
          "\n  - {tier: x, category: labour, priority: 1, charge: {flat: 1}}\n",
          "expression: 'order.items.all(i, i.quantity > 1)'",
          "expression: '((((((((1'",
          "graduated: [{upTo: 1, price: 1}, {price: 2}]");

  private final BookReader reader = BookReader.of(GbT2260.tree(), CelExpressions.INSTANCE);
  private final List<byte[]> books;

  BookCodec(List<byte[]> books) {
    this.books = List.copyOf(books);
  }

  @Override
  public String name() {
    return "price book";
  }

  @Override
  public byte[] input(Random random) {
    return Damage.of(books.get(random.nextInt(books.size())), PIECES, random);
  }

  @Override
  public boolean read(byte[] input) {
    return switch (reader.read(text(input))) {
      case BookReading.Read read -> {
        if (!reader.read(BookWriter.yaml(read.book())).equals(read)) {
          throw new IllegalStateException("the book is not read back as it was written");
        }
        yield true;
      }
      case BookReading.Refused refused -> {
        if (refused.problems().isEmpty()) {
          throw new IllegalStateException("the book is refused without a reason");
        }
        yield false;
      }
    };
  }

  /** UTF-8; with the mark of UTF-16 each pair of bytes as it is, so that halves of pairs stay. */
  private static String text(byte[] input) {
    if (input.length < 2 || input[0] != (byte) 0xFE || input[1] != (byte) 0xFF) {
      return new String(input, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder(input.length / 2);
    for (int i = 2; i + 1 < input.length; i += 2) {
      text.append((char) (((input[i] & 0xFF) << 8) | (input[i + 1] & 0xFF)));
    }
    return text.toString();
  }
}
