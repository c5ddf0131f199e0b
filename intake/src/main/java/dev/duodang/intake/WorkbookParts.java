package dev.duodang.intake;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of a workbook by the names and with the readers that the library of workbooks
 * uses, so that what is looked through before reading is what is read.
 */
final class WorkbookParts implements Closeable {

  private static final String TYPES = "[Content_Types].xml";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String WORKBOOK = KIND + "sheet.main+xml";
  private static final String MACRO_WORKBOOK =
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
  private static final String SHARED_TEXTS = KIND + "sharedStrings+xml";

  /** Of the parts that only name others: Excel writes some hundred bytes for each sheet. */
  private static final int NAMES_BYTES_MAX = 1 << 20;

  private static final XMLInputFactory XML = xml();

  private final ZipFile zip;
  private final Map<String, String> nameByType = new HashMap<>();
  private final Map<String, String> nameById = new HashMap<>();

  private WorkbookParts(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a workbook.
   *
   * @throws UnreadableSourceException when the parts that name the others are missing, damaged or
   *     too large
   */
  static WorkbookParts open(Path file) throws IOException {
    WorkbookParts parts = guarded(() -> new WorkbookParts(ZipFile.builder().setPath(file).get()));
    boolean good = false;
    try {
      guarded(parts::findNames);
      good = true;
      return parts;
    } finally {
      if (!good) {
        parts.close();
      }
    }
  }

  /** A step over the parts of a workbook. */
  interface Step<T> {
    T take() throws IOException, XMLStreamException;
  }

  /** Takes a step; what is not refused by name fails as a damaged workbook. */
  static <T> T guarded(Step<T> step) throws UnreadableSourceException {
    try {
      return step.take();
    } catch (UnreadableSourceException refused) {
      throw refused;
    } catch (IOException | XMLStreamException | RuntimeException broken) {
      throw new UnreadableSourceException(
          "the workbook is damaged; open it in Excel and save it again as .xlsx", broken);
    }
  }

  private static XMLInputFactory xml() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private interface Element {
    void take(XMLStreamReader xml) throws UnreadableSourceException;
  }

  private WorkbookParts findNames() throws IOException, XMLStreamException {
    each(TYPES, "Override", xml -> type(attribute(xml, "ContentType"), attribute(xml, "PartName")));
    String workbook = nameByType.getOrDefault(WORKBOOK, "/xl/workbook.xml");
    requireFew(workbook);
    String relations = workbook.replaceFirst("^(.*/)([^/]+)$", "$1_rels/$2.rels");
    String folder = relations.substring(0, relations.indexOf("_rel"));
    each(
        relations,
        "Relationship",
        xml -> {
          String target = String.valueOf(attribute(xml, "Target"));
          nameById.put(
              String.valueOf(attribute(xml, "Id")),
              target.startsWith("/") ? target : folder + target);
        });
    return this;
  }

  private void type(@Nullable String type, @Nullable String name) throws UnreadableSourceException {
    if (type == null || name == null) {
      return;
    }
    String known = type.equals(MACRO_WORKBOOK) ? WORKBOOK : type;
    if ((known.equals(WORKBOOK) || known.equals(SHARED_TEXTS))
        && nameByType.put(known, name) != null) {
      throw new UnreadableSourceException(
          "the workbook names two parts of the kind \"" + type + "\"; it may have one");
    }
  }

  private void each(String part, String element, Element action)
      throws IOException, XMLStreamException {
    requireFew(part);
    try (InputStream in = required(part)) {
      XMLStreamReader xml = reader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(element)) {
          action.take(xml);
        }
      }
    }
  }

  private void requireFew(String part) throws IOException {
    try (InputStream in = required(part)) {
      if (in.readNBytes(NAMES_BYTES_MAX + 1).length > NAMES_BYTES_MAX) {
        throw new UnreadableSourceException(
            "the part \""
                + part
                + "\" of the workbook has more than 1 MiB; it may name 2000 parts");
      }
    }
  }

  static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    return XML.createXMLStreamReader(in);
  }

  static @Nullable String attribute(XMLStreamReader xml, String name) {
    return xml.getAttributeValue(null, name);
  }

  /** The table of shared texts; null when the workbook has none. */
  @Nullable InputStream sharedTexts() throws IOException {
    String name = nameByType.get(SHARED_TEXTS);
    return name == null ? null : content(name);
  }

  /** What stands in a sheet. */
  InputStream sheet(Sheet sheet) throws IOException {
    String name = nameById.get(String.valueOf(sheet.getId()));
    if (name == null) {
      throw new UnreadableSourceException(
          "the sheet \"" + sheet.getName() + "\" has no part in the workbook");
    }
    return required(name);
  }

  private InputStream required(String part) throws IOException {
    InputStream content = content(part);
    if (content == null) {
      throw new UnreadableSourceException("the workbook has no part \"" + part + "\"");
    }
    return content;
  }

  private @Nullable InputStream content(String part) throws IOException {
    String name = part.startsWith("/") ? part.substring(1) : part;
    ZipArchiveEntry exact = zip.getEntry(name);
    if (exact != null) {
      return zip.getInputStream(exact);
    }
    Enumeration<ZipArchiveEntry> entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      ZipArchiveEntry entry = entries.nextElement();
      if (entry.getName().equalsIgnoreCase(name)) {
        return zip.getInputStream(entry);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
