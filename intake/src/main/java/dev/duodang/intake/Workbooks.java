package dev.duodang.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks a workbook through before it is opened: what it unpacks to, in small pieces that are thrown
 * away, so that a file made to fill memory or disk is found out first.
 */
final class Workbooks {

  private static final long UNPACKED_MAX = 4L << 30;
  private static final long SHARED_TEXTS_MAX = 192L << 20;
  private static final long RATIO_FREE = 64L << 20;
  private static final long RATIO_MAX = 250;
  private static final int PARTS_MAX = 2000;

  private Workbooks() {}

  /**
   * What a workbook holds.
   *
   * @param rows of all sheets
   */
  record Measured(long unpackedBytes, long rows) {}

  /**
   * Measures a workbook.
   *
   * @throws UnreadableSourceException when it is none, or unpacks to more than can be read
   */
  static Measured measured(Path file) throws IOException {
    requireZip(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > PARTS_MAX) {
        throw new UnreadableSourceException(
            "the workbook has " + zip.size() + " parts; at most " + PARTS_MAX + " are read");
      }
      return measured(zip, Files.size(file));
    } catch (ZipException | EOFException broken) {
      throw new UnreadableSourceException(
          "the file is damaged or no workbook (" + broken.getMessage() + "); save it as .xlsx",
          broken);
    }
  }

  private static void requireZip(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(4);
    }
    if (start.length == 4 && start[0] == (byte) 0xD0 && start[1] == (byte) 0xCF) {
      throw new UnreadableSourceException(
          "the file is an old or protected workbook (.xls); save it as .xlsx without a password");
    }
    if (start.length < 4 || start[0] != 'P' || start[1] != 'K') {
      throw new UnreadableSourceException("the file is no Excel workbook; save it as .xlsx");
    }
  }

  private static Measured measured(ZipFile zip, long packedBytes) throws IOException {
    long unpacked = 0;
    long rows = 0;
    Enumeration<? extends ZipEntry> parts = zip.entries();
    while (parts.hasMoreElements()) {
      ZipEntry part = parts.nextElement();
      SheetScan scan = new SheetScan();
      boolean sharedTexts = part.getName().endsWith("sharedStrings.xml");
      long partBytes = 0;
      byte[] block = new byte[1 << 16];
      try (InputStream in = zip.getInputStream(part)) {
        for (int read = in.read(block); read >= 0; read = in.read(block)) {
          partBytes += read;
          unpacked += read;
          requireSane(unpacked, packedBytes, sharedTexts ? partBytes : 0);
          scan.take(block, read);
        }
      }
      rows += scan.rows();
    }
    return new Measured(unpacked, rows);
  }

  private static void requireSane(long unpacked, long packed, long sharedTexts)
      throws UnreadableSourceException {
    if (unpacked > UNPACKED_MAX) {
      throw tooLarge("unpacks to more than 4 GiB");
    }
    if (unpacked > RATIO_FREE && unpacked / RATIO_MAX > packed) {
      throw tooLarge("unpacks to more than " + RATIO_MAX + " times its size");
    }
    if (sharedTexts > SHARED_TEXTS_MAX) {
      throw tooLarge("has more than 192 MiB of shared texts");
    }
  }

  private static UnreadableSourceException tooLarge(String what) {
    return new UnreadableSourceException(
        "the workbook " + what + "; save the sheet as CSV UTF-8 instead");
  }
}
