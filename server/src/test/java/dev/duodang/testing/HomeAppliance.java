package dev.duodang.testing;

import dev.duodang.book.Books;
import dev.duodang.database.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The template that ships, for tests. */
public final class HomeAppliance {

  private static final Path FOLDER = Path.of("..", "templates", "home-appliance");

  private HomeAppliance() {}

  /** Publishes the template's books for a tenant. */
  public static void publish(TestServer server, TenantId tenant) {
    try (Stream<Path> books = Files.list(FOLDER.resolve("books"))) {
      books
          .sorted()
          .forEach(
              book -> server.bean(Books.class).record(tenant, read(book), "template", "shipped"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lines of a file of the house scenario. */
  public static List<String> scenario(String name) {
    return read(FOLDER.resolve("scenario").resolve(name)).lines().toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
