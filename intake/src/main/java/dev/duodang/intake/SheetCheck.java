package dev.duodang.intake;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Passes over a sheet once before it is read, and refuses what would make its reader fill memory:
 * the number of a shared text that is not there, a column that Excel does not have, a row or
 * formulas that are too long to be held.
 */
final class SheetCheck {

  private static final int COLUMNS_MAX = 16_384;
  private static final int ROW_CHARACTERS_MAX = 8 << 20;

  private final String sheet;
  private final SharedTexts texts;
  private final XMLStreamReader xml;
  private final Depth depth = new Depth();
  private final Formulas formulas = new Formulas();
  private int rowIndex = -1;
  private int nextColumn;
  private long rowCharacters;
  private CellAddress cell = CellAddress.A1;
  private boolean namesText;

  private SheetCheck(String sheet, SharedTexts texts, XMLStreamReader xml) {
    this.sheet = sheet;
    this.texts = texts;
    this.xml = xml;
  }

  /**
   * Looks a sheet and the shared texts through.
   *
   * @return the shared texts, all of which may be named
   * @throws UnreadableSourceException when the sheet cannot be read in bounded memory; the message
   *     names sheet and cell
   */
  static SharedTexts require(WorkbookParts parts, Sheet sheet) throws UnreadableSourceException {
    return WorkbookParts.guarded(
        () -> {
          try (InputStream table = parts.sharedTexts();
              InputStream content = parts.sheet(sheet)) {
            SharedTexts texts = SharedTexts.counted(table);
            new SheetCheck(sheet.getName(), texts, WorkbookParts.reader(content)).run();
            return texts;
          }
        });
  }

  private void run() throws XMLStreamException, UnreadableSourceException {
    while (xml.hasNext()) {
      int event = next();
      if (event == START_ELEMENT) {
        start(xml.getLocalName());
      } else if (event == END_ELEMENT && xml.getLocalName().equals("c")) {
        namesText = false;
      }
    }
  }

  private int next() throws XMLStreamException, UnreadableSourceException {
    int event = xml.next();
    depth.take(event);
    if (event == CHARACTERS || event == CDATA) {
      hold(xml.getTextLength());
    }
    return event;
  }

  private void start(String element) throws XMLStreamException, UnreadableSourceException {
    switch (element) {
      case "row" -> {
        rowIndex++;
        nextColumn = 0;
        rowCharacters = 0;
      }
      case "c" -> startCell();
      case "v" -> value();
      case "f" -> formula();
      default -> {}
    }
  }

  private void startCell() throws UnreadableSourceException {
    String place = WorkbookParts.attribute(xml, "r");
    cell = place == null ? new CellAddress(rowIndex, nextColumn) : new CellAddress(place);
    if (cell.getColumn() < 0 || cell.getColumn() >= COLUMNS_MAX) {
      throw new UnreadableSourceException(
          "the sheet \"" + sheet + "\" has a cell behind column XFD, the last one");
    }
    nextColumn = cell.getColumn() + 1;
    namesText = "s".equals(WorkbookParts.attribute(xml, "t"));
    formulas.cell();
  }

  private void value() throws XMLStreamException, UnreadableSourceException {
    String text = textUntilEnd();
    if (namesText && !text.isEmpty()) {
      texts.require(text, sheet, cell);
    }
  }

  private void formula() throws XMLStreamException, UnreadableSourceException {
    String type = WorkbookParts.attribute(xml, "t");
    String number = WorkbookParts.attribute(xml, "si");
    boolean first = WorkbookParts.attribute(xml, "ref") != null;
    hold(formulas.take(type, number, first, textUntilEnd().length()));
  }

  /** The text in the element and in those inside it, as the library joins it. */
  private String textUntilEnd() throws XMLStreamException, UnreadableSourceException {
    StringBuilder text = new StringBuilder();
    for (int open = 1; open > 0; ) {
      int event = next();
      if (event == CHARACTERS || event == CDATA) {
        text.append(xml.getText());
      }
      open += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
    }
    return text.toString();
  }

  private void hold(long characters) throws UnreadableSourceException {
    rowCharacters += characters;
    if (rowCharacters > ROW_CHARACTERS_MAX) {
      throw new UnreadableSourceException(
          "row %d of the sheet \"%s\" has more than 8 Mi characters; an order may have 256 KiB"
              .formatted(rowIndex + 1, sheet));
    }
  }
}
