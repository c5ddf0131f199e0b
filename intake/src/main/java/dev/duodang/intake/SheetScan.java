package dev.duodang.intake;

/**
 * Looks at the bytes of a sheet as they pass, without understanding them: counts rows, and refuses
 * a cell that is too long or stands in a column that Excel does not have, as either would fill
 * memory.
 */
final class SheetScan {

  private static final int TEXT_MAX = 1 << 20;
  private static final int COLUMN_LETTERS_MAX = 3;
  private static final String ROW = "<row";
  private static final String PLACE = " r=\"";

  private int sinceTag;
  private int rowMatched;
  private int placeMatched;
  private int letters = -1;
  private long rows;

  void take(byte[] block, int length) throws UnreadableSourceException {
    for (int i = 0; i < length; i++) {
      take((char) (block[i] & 0xFF));
    }
  }

  private void take(char c) throws UnreadableSourceException {
    sinceTag = c == '<' ? 0 : sinceTag + 1;
    if (sinceTag > TEXT_MAX) {
      throw new UnreadableSourceException(
          "the workbook has a text of more than 1 MiB; a cell of Excel holds 32767 characters");
    }
    rowMatched = c == ROW.charAt(rowMatched) ? rowMatched + 1 : c == '<' ? 1 : 0;
    if (rowMatched == ROW.length()) {
      rows++;
      rowMatched = 0;
    }
    if (letters >= 0) {
      letters = c >= 'A' && c <= 'Z' ? letters + 1 : -1;
      if (letters > COLUMN_LETTERS_MAX) {
        throw new UnreadableSourceException(
            "the workbook has a cell behind column XFD, the last one");
      }
    }
    placeMatched = c == PLACE.charAt(placeMatched) ? placeMatched + 1 : c == ' ' ? 1 : 0;
    if (placeMatched == PLACE.length()) {
      placeMatched = 0;
      letters = 0;
    }
  }

  long rows() {
    return rows;
  }
}
