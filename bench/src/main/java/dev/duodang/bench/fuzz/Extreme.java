package dev.duodang.bench.fuzz;

import java.io.IOException;

/**
 * An input made to hurt.
 *
 * @param what it is, in words
 */
record Extreme(String what, Codec codec, Making making) {

  /** Makes the input when its turn has come, as it may be large. */
  interface Making {
    byte[] input() throws IOException;
  }
}
