package dev.duodang.book;

import java.util.List;

/**
 * Who publishes a version, and what he takes upon himself.
 *
 * @param by his name
 * @param note what the version is for
 * @param acceptedGaps ids of the gaps that he accepts
 */
record Publication(String by, String note, List<String> acceptedGaps) {

  Publication {
    acceptedGaps = List.copyOf(acceptedGaps);
  }
}
