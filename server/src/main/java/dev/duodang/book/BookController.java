package dev.duodang.book;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookProblem;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.book.text.BookWriter;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Price books: their versions, checking one, publishing one. */
@RestController
class BookController {

  private final Books books;
  private final TenantClock clocks;

  BookController(Books books, TenantClock clocks) {
    this.books = books;
    this.clocks = clocks;
  }

  /** A book in a list. */
  record BookView(
      String id, String name, String relation, String currency, List<VersionView> versions) {}

  /** Where today lies for a version. */
  enum Validity {
    CURRENT,
    FUTURE,
    PAST
  }

  /** A version of a book. */
  record VersionView(
      int version,
      String validFrom,
      @Nullable String validUntil,
      String recordedAt,
      String publishedBy,
      Validity state,
      String note) {}

  /** What came of checking a text. */
  record CheckView(boolean ok, List<MistakeView> problems, List<Finding> findings) {}

  /** A mistake in the text of a book. */
  record MistakeView(String code, int line, int column, String message, String allowed) {

    static MistakeView of(BookProblem problem) {
      return new MistakeView(
          problem.path(),
          problem.line(),
          problem.column(),
          problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message(),
          problem.allowed());
    }
  }

  /** A version to be: a whole text, or one tier on top of a version. */
  record NewVersion(
      @Nullable String source,
      @Nullable ObjectNode tier,
      @Nullable Integer baseVersion,
      @Nullable OffsetDateTime validFrom,
      @Nullable List<String> acceptGaps,
      @Nullable String note) {}

  /** The version that was published. */
  record Published(int version) {}

  @GetMapping("/api/v1/books")
  @Requires(Permission.BOOK_READ)
  List<BookView> books(Actor actor) {
    ZoneId zone = clocks.zone(actor.tenant());
    LocalDate today = clocks.today(actor.tenant());
    Map<String, List<BookRow>> byBook = new LinkedHashMap<>();
    books
        .versions(actor.tenant())
        .forEach(row -> byBook.computeIfAbsent(row.bookId(), _ -> new ArrayList<>()).add(row));
    return byBook.values().stream().map(rows -> view(rows, zone, today)).toList();
  }

  private static BookView view(List<BookRow> rows, ZoneId zone, LocalDate today) {
    BookRow last = rows.getLast();
    return new BookView(
        last.bookId(),
        last.name(),
        last.relation(),
        last.currency(),
        rows.stream().map(row -> version(row, rows, zone, today)).toList());
  }

  private static VersionView version(BookRow row, List<BookRow> all, ZoneId zone, LocalDate today) {
    return new VersionView(
        row.version(),
        instant(row.validFrom(), zone),
        row.validUntil() == null ? null : instant(row.validUntil(), zone),
        row.recordedAt().toString(),
        row.publishedBy(),
        validity(row, all, today),
        row.note());
  }

  private static String instant(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime().toString();
  }

  /** Of several versions valid today the one recorded last counts. */
  private static Validity validity(BookRow row, List<BookRow> all, LocalDate today) {
    if (row.validFrom().isAfter(today)) {
      return Validity.FUTURE;
    }
    BookRow counting =
        all.stream()
            .filter(other -> !other.validFrom().isAfter(today))
            .filter(other -> other.validUntil() == null || other.validUntil().isAfter(today))
            .max(java.util.Comparator.comparing(BookRow::recordedAt))
            .orElse(null);
    return row.equals(counting) ? Validity.CURRENT : Validity.PAST;
  }

  @GetMapping(
      value = "/api/v1/books/{id}/versions/{version}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.BOOK_READ)
  ResponseEntity<Map<String, Object>> version(
      Actor actor, @PathVariable String id, @PathVariable int version) {
    PriceBook book = books.book(actor.tenant(), id, version);
    return tagged(version).body(BookWriter.tree(book));
  }

  @GetMapping(value = "/api/v1/books/{id}/versions/{version}", produces = "application/yaml")
  @Requires(Permission.BOOK_READ)
  ResponseEntity<String> source(Actor actor, @PathVariable String id, @PathVariable int version) {
    return tagged(version).body(books.source(actor.tenant(), id, version));
  }

  private static ResponseEntity.BodyBuilder tagged(int version) {
    return ResponseEntity.ok().header(HttpHeaders.ETAG, "\"" + version + "\"");
  }

  @PostMapping(
      value = "/api/v1/books/check",
      consumes = {"application/yaml", MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
  @Requires(Permission.BOOK_READ)
  CheckView check(@RequestBody byte[] body) {
    String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
    return switch (books.read(text)) {
      case BookReading.Refused refused ->
          new CheckView(
              false, refused.problems().stream().map(MistakeView::of).toList(), List.of());
      case BookReading.Read read -> {
        List<Finding> findings = books.findings(read.book());
        yield new CheckView(findings.stream().noneMatch(Finding::isError), List.of(), findings);
      }
    };
  }

  @PostMapping("/api/v1/books/{id}/versions")
  @Requires(Permission.BOOK_PUBLISH)
  ResponseEntity<Published> publish(
      Actor actor,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody NewVersion body) {
    int latest = books.latest(actor.tenant(), id);
    if (ifMatch != null && !ifMatch.replace("\"", "").equals(Integer.toString(latest))) {
      throw Problem.of(ProblemCode.BOOK_CHANGED, id, latest).toException();
    }
    Books.Draft draft =
        books.draft(actor.tenant(), id, body.source(), body.tier(), body.baseVersion());
    OffsetDateTime from = body.validFrom();
    Books.Draft dated =
        from == null
            ? draft
            : draft.validFrom(from.atZoneSameInstant(draft.book().zone()).toLocalDate());
    int version =
        books.publish(
            actor.tenant(),
            id,
            dated,
            new Books.Publication(
                actor.username(),
                body.note() == null ? "" : body.note(),
                body.acceptGaps() == null ? List.of() : body.acceptGaps()));
    return ResponseEntity.status(HttpStatus.CREATED).body(new Published(version));
  }
}
