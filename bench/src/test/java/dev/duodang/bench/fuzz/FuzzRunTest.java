package dev.duodang.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few thousand damaged inputs; the long form is {@code ./duodang bench fuzz}. */
class FuzzRunTest {

  private static final long SEED = 20_261_128;

  @TempDir private Path folder;

  private final List<String> late = new CopyOnWriteArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final FuzzRun run =
      new FuzzRun(SEED, new Watch(Duration.ofMinutes(2), late::add), told::add);

  @Test
  void whateverBecameOfAnInputItIsTakenOrRefusedWithItsReason() throws IOException {
    Codecs codecs = codecs();
    run.random(codecs.all(), 6_000);
    assertThat(run.findings()).as("seed %d", SEED).isEmpty();
    assertThat(codecs.all()).allMatch(codec -> run.taken(codec) > 20);
    assertThat(late).isEmpty();
  }

  @Test
  void soIsWhatWasMadeToHurt() throws IOException {
    run.extremes(Extremes.of(codecs(), 1 << 18));
    assertThat(run.findings()).isEmpty();
    assertThat(told).hasSizeGreaterThan(100);
    assertThat(late).isEmpty();
  }

  private Codecs codecs() throws IOException {
    return Codecs.of(Path.of("..", "templates", "home-appliance"), folder);
  }

  @Test
  void whatIsUntypedIsFound() throws IOException {
    Codec broken =
        new Codec() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public byte[] input(java.util.Random random) {
            return new byte[random.nextInt(9)];
          }

          @Override
          public boolean read(byte[] input) {
            throw new IndexOutOfBoundsException(input.length);
          }
        };
    run.random(List.of(broken), 2);
    assertThat(run.findings())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("broken, input 0: java.lang.IndexOutOfBoundsException");
  }
}
