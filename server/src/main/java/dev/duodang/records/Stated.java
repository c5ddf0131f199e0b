package dev.duodang.records;

import java.util.Map;

/**
 * What one row states of a record. A field that is not there stays as it was; one that is there
 * without a text is taken away.
 *
 * @param row the line of a file or the place in an array, from 1
 * @param texts by the names of columns
 */
public record Stated(long row, Map<String, String> texts) {

  public Stated {
    texts = Map.copyOf(texts);
  }
}
