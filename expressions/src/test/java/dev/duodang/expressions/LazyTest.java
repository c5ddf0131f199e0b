package dev.duodang.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.GbT2260;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;

/** A book without expressions needs nothing of the compiler, not even on the class path. */
class LazyTest {

  /** Sees the project and the YAML reader, but neither the compiler nor what it needs. */
  private static final class WithoutCompiler extends URLClassLoader {

    private final List<String> missed = new ArrayList<>();

    WithoutCompiler() {
      super(
          Stream.of(
                  CelExpressions.class, LazyTest.class, PriceBook.class, Load.class, Nullable.class)
              .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
              .toArray(URL[]::new),
          ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try {
        return super.findClass(name);
      } catch (ClassNotFoundException absent) {
        missed.add(name);
        throw absent;
      }
    }
  }

  /** Reads and compiles a book, in a class of its own so that another loader can run it. */
  public static final class Reading {

    private Reading() {}

    public static String read(String when) {
      String text =
          """
          book: sample
          relation: headquarters→partner
          currency: CNY
          zone: Asia/Shanghai
          validFrom: 2026-01-01
          categories: {labour: {per: item}}
          tiers: [{tier: t, category: labour, priority: 1, when: {%s}, charge: {flat: 1}}]
          """
              .formatted(when);
      BookReader reader = BookReader.of(GbT2260.tree(), CelExpressions.INSTANCE);
      return switch (reader.read(text)) {
        case BookReading.Read read ->
            CompiledBook.of(read.book(), GbT2260.tree(), CelExpressions.INSTANCE)
                .book()
                .id()
                .text();
        case BookReading.Refused refused -> refused.problems().toString();
      };
    }
  }

  private static Object read(WithoutCompiler loader, String when) throws Exception {
    Class<?> reading = loader.loadClass(Reading.class.getName());
    return reading.getMethod("read", String.class).invoke(null, when);
  }

  @Test
  void aBookWithoutExpressionsLoadsNoCompiler() throws Exception {
    try (WithoutCompiler loader = new WithoutCompiler()) {
      assertThat(read(loader, "service: 维修")).isEqualTo("sample");
      assertThat(loader.missed).isEmpty();
      assertThatThrownBy(() -> read(loader, "expression: item.quantity > 3"))
          .hasCauseInstanceOf(LinkageError.class);
      assertThat(loader.missed).isNotEmpty();
    }
    assertThat(Reading.read("expression: item.quantity > 3")).isEqualTo("sample");
  }
}
