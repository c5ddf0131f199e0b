package dev.duodang.book;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.identity.TenantClock;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookWriter;
import dev.duodang.pricing.wording.Language;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Price books: their versions, checking one, publishing one. */
@RestController
class BookController {

  private final Books books;
  private final BookDrafts drafts;
  private final BookChecks checks;
  private final Publishing publishing;
  private final TenantClock clocks;

  BookController(
      Books books,
      BookDrafts drafts,
      BookChecks checks,
      Publishing publishing,
      TenantClock clocks) {
    this.books = books;
    this.drafts = drafts;
    this.checks = checks;
    this.publishing = publishing;
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
      String note,
      List<String> acceptedGaps) {}

  /** What came of checking a text. */
  record CheckView(boolean ok, List<Mistake> problems, List<Finding> findings) {}

  /** A version to be: a whole text, or one tier on top of a version. */
  record NewVersion(
      @Nullable String source,
      @Schema(implementation = Object.class, types = "object") @Nullable ObjectNode tier,
      @Nullable Integer baseVersion,
      @Nullable OffsetDateTime validFrom,
      @Nullable List<String> acceptGaps,
      @Nullable String note) {}

  /** The version that was published. */
  record Published(int version) {}

  @Operation(operationId = "listBooks", summary = "The price books and their versions")
  @GetMapping("/api/v1/books")
  @Requires(Permission.BOOK_READ)
  List<BookView> books(Actor actor) {
    ZoneId zone = clocks.zone(actor.tenant());
    LocalDate today = clocks.today(actor.tenant());
    Map<String, List<BookHead>> byBook = new LinkedHashMap<>();
    books
        .heads(actor.tenant())
        .forEach(
            head ->
                byBook.computeIfAbsent(head.id().book().text(), _ -> new ArrayList<>()).add(head));
    return byBook.values().stream().map(heads -> view(heads, zone, today)).toList();
  }

  private static BookView view(List<BookHead> heads, ZoneId zone, LocalDate today) {
    BookHead last = heads.getLast();
    return new BookView(
        last.id().book().text(),
        last.name(),
        last.relation(),
        last.currency(),
        heads.stream().map(head -> version(head, heads, zone, today)).toList());
  }

  private static VersionView version(
      BookHead head, List<BookHead> all, ZoneId zone, LocalDate today) {
    return new VersionView(
        head.id().version(),
        instant(head.validFrom(), zone),
        head.validUntil() == null ? null : instant(head.validUntil(), zone),
        head.recordedAt().toString(),
        head.publishedBy(),
        validity(head, all, today),
        head.note(),
        head.acceptedGaps());
  }

  private static String instant(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toOffsetDateTime().toString();
  }

  /** A version that another one covers when its time comes never counts again. */
  private static Validity validity(BookHead head, List<BookHead> all, LocalDate today) {
    LocalDate day = head.validFrom().isAfter(today) ? head.validFrom() : today;
    if (!head.equals(counting(all, day))) {
      return Validity.PAST;
    }
    return day.equals(today) ? Validity.CURRENT : Validity.FUTURE;
  }

  /** Of several versions valid on a day the one recorded last counts. */
  private static @Nullable BookHead counting(List<BookHead> all, LocalDate day) {
    return all.stream()
        .filter(head -> head.isValidOn(day))
        .max(
            Comparator.comparing(BookHead::recordedAt)
                .thenComparingInt(head -> head.id().version()))
        .orElse(null);
  }

  @Operation(operationId = "getBookVersion", summary = "One version of a book, as JSON or YAML")
  @GetMapping(
      value = "/api/v1/books/{id}/versions/{version}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.BOOK_READ)
  ResponseEntity<Map<String, Object>> version(
      Actor actor, @PathVariable String id, @PathVariable int version) {
    PriceBook book = books.book(actor.tenant(), id, version);
    return tagged(version).body(BookWriter.tree(book));
  }

  @Operation(operationId = "getBookVersion", summary = "One version of a book, as JSON or YAML")
  @GetMapping(value = "/api/v1/books/{id}/versions/{version}", produces = "application/yaml")
  @Requires(Permission.BOOK_READ)
  ResponseEntity<String> source(Actor actor, @PathVariable String id, @PathVariable int version) {
    return tagged(version).body(books.source(actor.tenant(), id, version));
  }

  private static ResponseEntity.BodyBuilder tagged(int version) {
    return ResponseEntity.ok().header(HttpHeaders.ETAG, "\"" + version + "\"");
  }

  @Operation(
      operationId = "checkBook",
      summary = "The mistakes and findings of a book that is not stored")
  @PostMapping(
      value = "/api/v1/books/check",
      consumes = {"application/yaml", MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})
  @Requires(Permission.BOOK_READ)
  CheckView check(@RequestBody byte[] body, @RequestParam(defaultValue = "zh") String lang) {
    return switch (drafts.read(new String(body, StandardCharsets.UTF_8))) {
      case BookDrafts.Drafted.Refused refused ->
          new CheckView(false, refused.mistakes().stream().map(Mistake::of).toList(), List.of());
      case BookDrafts.Drafted.Whole whole -> checked(whole.draft(), Language.of(lang));
      case BookDrafts.Drafted.WithTier with -> checked(with.draft(), Language.of(lang));
    };
  }

  private CheckView checked(BookDraft draft, Language language) {
    List<Finding> findings = checks.findings(draft.book(), language);
    boolean ok = findings.stream().noneMatch(one -> one.keepsFromPublishing(List.of()));
    return new CheckView(ok, List.of(), findings);
  }

  @Operation(operationId = "publishBook", summary = "A new version of a book")
  @PostMapping("/api/v1/books/{id}/versions")
  @Requires(Permission.BOOK_PUBLISH)
  ResponseEntity<Published> publish(
      Actor actor,
      @PathVariable String id,
      @RequestHeader(value = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody NewVersion body,
      @RequestParam(defaultValue = "zh") String lang) {
    BookDraft draft = dated(draft(actor, id, body), body.validFrom());
    int version =
        publishing.publish(
            actor.tenant(),
            id,
            draft,
            base(actor, id, ifMatch),
            new Publication(
                actor.name(),
                body.note() == null ? "" : body.note(),
                body.acceptGaps() == null ? List.of() : body.acceptGaps()),
            Language.of(lang));
    return ResponseEntity.status(HttpStatus.CREATED)
        .header(HttpHeaders.ETAG, "\"" + version + "\"")
        .body(new Published(version));
  }

  private BookDraft draft(Actor actor, String id, NewVersion body) {
    String source = body.source();
    ObjectNode tier = body.tier();
    if ((source == null) == (tier == null)) {
      throw Problem.of(ProblemCode.MISSING_FIELD, "source")
          .field("source")
          .allowed("either source, or tier with baseVersion")
          .toException();
    }
    return switch (source != null ? drafts.read(source) : onTop(actor, id, body, tier)) {
      case BookDrafts.Drafted.Refused refused -> throw Publishing.refused(refused.mistakes());
      case BookDrafts.Drafted.Whole whole -> whole.draft();
      case BookDrafts.Drafted.WithTier with -> with.draft();
    };
  }

  private BookDrafts.Drafted onTop(
      Actor actor, String id, NewVersion body, @Nullable ObjectNode tier) {
    Integer base = body.baseVersion();
    if (base == null || tier == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD, "baseVersion").field("baseVersion").toException();
    }
    return drafts.read(actor.tenant(), id, base, tier);
  }

  /** Books change at midnight of their zone. */
  private BookDraft dated(BookDraft draft, @Nullable OffsetDateTime from) {
    if (from == null) {
      return draft;
    }
    ZonedDateTime there = from.atZoneSameInstant(draft.book().zone());
    if (!there.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "validFrom", "\"" + from + "\".")
          .field("validFrom")
          .value(from)
          .allowed("midnight in the zone " + draft.book().zone())
          .toException();
    }
    return publishing.validFrom(draft, there.toLocalDate());
  }

  /** The version that the new one follows; a book's first one follows none. */
  private int base(Actor actor, String id, @Nullable String ifMatch) {
    if (ifMatch != null) {
      try {
        return Integer.parseInt(ifMatch.strip().replaceAll("^(W/)?\"|\"$", ""));
      } catch (NumberFormatException e) {
        throw Problem.of(ProblemCode.INVALID_FIELD, "If-Match", ifMatch)
            .field("If-Match")
            .value(ifMatch)
            .allowed("the ETag of a version, such as \"7\"")
            .toException();
      }
    }
    int latest = books.latest(actor.tenant(), id);
    if (latest > 0) {
      throw Problem.of(ProblemCode.BOOK_BASE_MISSING, id, latest).toException();
    }
    return 0;
  }
}
