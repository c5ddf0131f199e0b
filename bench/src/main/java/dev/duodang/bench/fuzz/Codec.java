package dev.duodang.bench.fuzz;

import java.io.IOException;
import java.util.Random;

/** A reader under test, and how to make damaged input for it. */
interface Codec {

  /** What it reads: {@code CSV}. */
  String name();

  /** Input damaged by chance; the same state of {@code random} makes the same bytes. */
  byte[] input(Random random) throws IOException;

  /**
   * Reads an input to its end.
   *
   * @return whether anything in it was taken; false where all was refused as the reader says it
   *     refuses
   * @throws IllegalStateException when the reader contradicts itself
   */
  boolean read(byte[] input) throws IOException;
}
