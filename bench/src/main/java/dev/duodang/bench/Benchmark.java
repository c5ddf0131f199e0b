package dev.duodang.bench;

import java.io.IOException;
import java.util.List;

/** Something that is measured with one command: {@code ./duodang bench NAME}. */
interface Benchmark {

  /** How it is asked for: {@code settle-million}. */
  String name();

  /** What it measures, in one sentence. */
  String purpose();

  /**
   * Measures and describes what was measured.
   *
   * @param options what follows the name on the command line
   * @throws UsageException for an option that is not known
   */
  Report run(Workplace workplace, List<String> options) throws IOException, InterruptedException;
}
