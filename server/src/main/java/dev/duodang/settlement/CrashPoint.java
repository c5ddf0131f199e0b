package dev.duodang.settlement;

import dev.duodang.configuration.DuodangSettings;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends the process at a named point inside a batch, to show that nothing is lost there. Off unless
 * {@code duodang.writer.crash-at} names a point: {@code between-parts:3} is the third time.
 */
@Component
class CrashPoint {

  static final String BEFORE_ROWS = "before-rows";
  static final String BETWEEN_PARTS = "between-parts";
  static final String BEFORE_COMMIT = "before-commit";
  static final String AFTER_COMMIT = "after-commit";

  private static final int KILLED = 137;

  private final @Nullable String point;
  private final AtomicLong left;

  CrashPoint(DuodangSettings settings) {
    String setting = settings.writer().crashAt();
    String[] parts = setting == null ? new String[] {""} : setting.split(":", 2);
    this.point = setting == null ? null : parts[0];
    this.left = new AtomicLong(parts.length == 2 ? Long.parseLong(parts[1]) : 1);
  }

  /** Whether it waits for a point at all. */
  boolean isArmed() {
    return point != null;
  }

  /** Says that the batch is at this point. */
  void reach(String name) {
    if (name.equals(point) && left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(KILLED);
    }
  }
}
