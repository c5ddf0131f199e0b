package dev.duodang.intake;

import javax.xml.stream.XMLStreamConstants;

/** How deep the elements of a part of a workbook stand in one another, as each takes memory. */
final class Depth {

  private static final int DEPTH_MAX = 100;

  private int depth;

  void take(int event) throws UnreadableSourceException {
    if (event == XMLStreamConstants.START_ELEMENT) {
      depth++;
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    if (depth > DEPTH_MAX) {
      throw new UnreadableSourceException(
          "the workbook has elements more than " + DEPTH_MAX + " deep in one another");
    }
  }
}
