package dev.duodang.intake;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * The texts that cells of a workbook name by number, the first being 0. The library reads on to the
 * number that a cell names, and past the end of the table it adds empty texts until memory ends; so
 * each number is looked at before.
 *
 * @param count of texts in the table
 */
record SharedTexts(long count) {

  /** What the texts may take in memory, with {@link #BYTES_EACH} for what holds a text. */
  private static final long MEMORY_BYTES_MAX = 256L << 20;

  private static final int BYTES_EACH = 56;

  /**
   * Counts the texts of a table.
   *
   * @param table null when the workbook has none
   * @throws UnreadableSourceException when they would take more than 256 MiB of memory
   */
  static SharedTexts counted(@Nullable InputStream table) throws IOException, XMLStreamException {
    if (table == null) {
      return new SharedTexts(0);
    }
    XMLStreamReader xml = WorkbookParts.reader(table);
    Depth depth = new Depth();
    long count = 0;
    long bytes = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      depth.take(event);
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
        count++;
        bytes += BYTES_EACH;
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        bytes += 2L * xml.getTextLength();
      }
      if (bytes > MEMORY_BYTES_MAX) {
        throw new UnreadableSourceException(
            "the workbook has shared texts that take more than 256 MiB of memory; save the sheet as"
                + " CSV UTF-8 instead");
      }
    }
    return new SharedTexts(count);
  }

  /**
   * Requires the text that a cell names.
   *
   * @param number as it stands in the cell
   * @throws UnreadableSourceException when the table has no such text
   */
  void require(String number, String sheet, CellAddress cell) throws UnreadableSourceException {
    if (!names(number)) {
      throw new UnreadableSourceException(
          "cell %s of the sheet \"%s\" names the shared text \"%s\"; the workbook has %s"
              .formatted(
                  cell,
                  sheet,
                  number.length() > 40 ? number.substring(0, 40) + "…" : number,
                  count == 0 ? "none" : count + ", numbered from 0 to " + (count - 1)));
    }
  }

  private boolean names(String number) {
    try {
      int index = Integer.parseInt(number);
      return index >= 0 && index < count;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
