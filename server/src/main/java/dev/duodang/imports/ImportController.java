package dev.duodang.imports;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of orders. */
@RestController
class ImportController {

  private static final int PAGE = 200;
  private static final int LONGEST_NAME = 200;

  private final Imports imports;

  ImportController(Imports imports) {
    this.imports = imports;
  }

  /** The id of a file that was taken. */
  record Taken(String id) {}

  /** How a file is getting on. */
  record ImportView(
      String id,
      String name,
      String format,
      String state,
      long rows,
      long accepted,
      long repeated,
      long stale,
      long rejected,
      long bytes,
      long bytesRead,
      String startedAt,
      @Nullable String finishedAt,
      @Nullable String problem) {}

  /** A mistake of a row that was not taken. */
  record RejectedRow(long row, String column, String value, String reason, String allowed) {}

  /** A page of them. */
  record RejectedPage(List<RejectedRow> items, @Nullable String next) {}

  @Operation(operationId = "startImport", summary = "A file of orders")
  @PostMapping(
      value = "/api/v1/imports",
      consumes = {
        "text/csv",
        "application/x-ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  @Requires(Permission.IMPORT)
  ResponseEntity<Taken> take(
      Actor actor,
      @RequestParam(defaultValue = "orders") String name,
      @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
      HttpServletRequest request)
      throws IOException {
    String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    long id = imports.take(actor, shown, FileFormat.of(type), request.getInputStream());
    return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Taken(Long.toString(id)));
  }

  @Operation(operationId = "listImports", summary = "The files of orders and how they got on")
  @GetMapping("/api/v1/imports")
  @Requires(Permission.IMPORT)
  List<ImportView> imports(Actor actor) {
    return imports.all(actor.tenant()).stream().map(ImportController::view).toList();
  }

  @Operation(operationId = "getImport", summary = "How a file is getting on")
  @GetMapping("/api/v1/imports/{id}")
  @Requires(Permission.IMPORT)
  ImportView one(Actor actor, @PathVariable long id) {
    return view(find(actor, id));
  }

  @Operation(operationId = "listRejectedRows", summary = "The rows of a file that were not taken")
  @GetMapping("/api/v1/imports/{id}/rejected")
  @Requires(Permission.IMPORT)
  RejectedPage rejected(Actor actor, @PathVariable long id, @RequestParam @Nullable String cursor) {
    find(actor, id);
    String[] place = (cursor == null ? "0_-1" : cursor).split("_", 2);
    List<JdbcImports.Rejection> found =
        imports.rejections(
            actor.tenant(), id, number(place[0]), (int) number(place[place.length - 1]), PAGE + 1);
    List<JdbcImports.Rejection> page = found.subList(0, Math.min(PAGE, found.size()));
    String next = found.size() > PAGE ? page.getLast().row() + "_" + page.getLast().number() : null;
    return new RejectedPage(
        page.stream()
            .map(
                one ->
                    new RejectedRow(
                        one.row(),
                        one.problem().field(),
                        one.problem().value(),
                        one.problem().reason(),
                        one.problem().allowed()))
            .toList(),
        next);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Problem.of(ProblemCode.INVALID_FIELD, "cursor", "\"" + text + "\".")
          .field("cursor")
          .value(text)
          .toException();
    }
  }

  private ImportRun find(Actor actor, long id) {
    return imports
        .find(actor.tenant(), id)
        .orElseThrow(() -> Problem.of(ProblemCode.IMPORT_UNKNOWN, id).toException());
  }

  private static ImportView view(ImportRun run) {
    return new ImportView(
        Long.toString(run.id()),
        run.name(),
        run.format().name(),
        run.state(),
        run.rows(),
        run.accepted(),
        run.repeated(),
        run.stale(),
        run.rejected(),
        run.bytes(),
        run.bytesRead(),
        run.startedAt().toString(),
        run.finishedAt() == null ? null : run.finishedAt().toString(),
        run.problem());
  }
}
