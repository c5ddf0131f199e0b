package dev.duodang.cli.book;

import dev.duodang.expressions.CelExpressions;
import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.settlement.Shelf;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Books as files. A folder stands for the YAML and JSON files in it, by name; several files of one
 * book are its versions, in the order in which they are given.
 */
public final class BookFiles {

  private BookFiles() {}

  /**
   * The books of some files and folders.
   *
   * @throws IOException when a file cannot be read, or is no book: the message has every mistake
   *     with its file, line and column
   */
  public static Shelf shelf(List<Path> paths) throws IOException {
    List<Edition> editions = new ArrayList<>();
    Map<BookId, Integer> versions = new HashMap<>();
    for (PriceBook book : books(paths)) {
      int version = versions.merge(book.id(), 1, Integer::sum);
      editions.add(
          new Edition(
              CompiledBook.of(book, GbT2260.tree(), CelExpressions.INSTANCE),
              version,
              Instant.ofEpochSecond(version)));
    }
    return Shelf.of(editions);
  }

  static List<PriceBook> books(List<Path> paths) throws IOException {
    BookReader reader = BookReader.of(GbT2260.tree(), CelExpressions.INSTANCE);
    List<PriceBook> books = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(paths)) {
      switch (reader.read(text(file))) {
        case BookReading.Read read -> books.add(read.book());
        case BookReading.Refused refused ->
            refused.problems().forEach(problem -> problems.add(file + ": " + problem));
      }
    }
    if (!problems.isEmpty()) {
      String list = problems.stream().map(line -> "\n  " + line).collect(Collectors.joining());
      throw new IOException("the price book cannot be used:" + list);
    }
    return books;
  }

  static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException notUtf8) {
      throw new IOException(file + " is not UTF-8 text; save it as UTF-8", notUtf8);
    }
  }

  static List<Path> files(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> entries = Files.list(path)) {
          entries.filter(BookFiles::isBook).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    if (files.isEmpty()) {
      throw new IOException("no price book in " + paths + "; a book ends in .yaml, .yml or .json");
    }
    return files;
  }

  private static boolean isBook(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
  }
}
