package dev.duodang.cli.settle;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** A bar on the terminal; nothing where there is none. */
public final class Progress {

  private static final int WIDTH = 30;
  private static final Duration EVERY = Duration.ofMillis(200);

  private final @Nullable PrintWriter terminal;
  private final InstantSource clock;
  private final long bytes;
  private final Instant start;
  private Instant shown;

  /** A bar for a file of that many bytes; no terminal, no bar. */
  public Progress(@Nullable PrintWriter terminal, InstantSource clock, long bytes) {
    this.terminal = terminal;
    this.clock = clock;
    this.bytes = Math.max(1, bytes);
    this.start = clock.instant();
    this.shown = start;
  }

  public void show(long bytesRead, long rows) {
    Instant now = clock.instant();
    if (terminal == null || Duration.between(shown, now).compareTo(EVERY) < 0) {
      return;
    }
    shown = now;
    int filled = (int) Math.min(WIDTH, bytesRead * WIDTH / bytes);
    long millis = Math.max(1, Duration.between(start, now).toMillis());
    terminal.printf(
        "\r%s%s %3d%%  %,d rows  %,d/s ",
        "█".repeat(filled),
        "░".repeat(WIDTH - filled),
        Math.min(100, bytesRead * 100 / bytes),
        rows,
        rows * 1000 / millis);
    terminal.flush();
  }

  public void end() {
    if (terminal != null) {
      terminal.print("\r\u001b[K");
      terminal.flush();
    }
  }
}
