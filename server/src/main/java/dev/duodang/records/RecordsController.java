package dev.duodang.records;

import dev.duodang.identity.Actor;
import dev.duodang.identity.OpenTo;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Master records in and out, whatever they are of: JSON, CSV and Excel. */
@RestController
class RecordsController {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Records records;

  RecordsController(Records records) {
    this.records = records;
  }

  @Operation(
      operationId = "recordMasterData",
      summary = "One master record or an array of them; a further version where one differs")
  @PostMapping(value = "/api/v1/records/{kind}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.MASTER_EDIT)
  RecordsAnswer take(
      Actor actor,
      @PathVariable String kind,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @RequestBody byte[] body) {
    Records.Answered answered = records.json(actor, kind, body, dryRun);
    if (!answered.isArray() && answered.answer().refused() > 0) {
      throw refused(answered.answer().results().getFirst().problems());
    }
    return answered.answer();
  }

  private static RuntimeException refused(List<RecordsAnswer.RowMistake> mistakes) {
    RecordsAnswer.RowMistake first = mistakes.getFirst();
    return Problem.of(
            ProblemCode.RECORD_INVALID,
            mistakes.stream()
                .map(one -> one.column() + " \"" + one.value() + "\" " + one.reason())
                .collect(Collectors.joining("; ")))
        .field(first.column())
        .value(first.value())
        .allowed(first.allowed())
        .errors(
            mistakes.stream()
                .map(
                    one ->
                        new Problem.Failure(
                            one.column(),
                            one.value(),
                            one.reason()
                                + (one.allowed().isEmpty() ? "" : "; allowed: " + one.allowed())))
                .toList())
        .toException();
  }

  @Operation(
      operationId = "importMasterData",
      summary = "A file of master records; first as a dry run")
  @PostMapping(
      value = "/api/v1/records/{kind}/file",
      consumes = {"text/csv", XLSX})
  @Requires(Permission.MASTER_EDIT)
  RecordsAnswer file(
      Actor actor,
      @PathVariable String kind,
      @RequestParam(defaultValue = "true") boolean dryRun,
      @RequestHeader(HttpHeaders.CONTENT_TYPE) String type,
      HttpServletRequest request)
      throws IOException {
    return records.file(actor, kind, request.getInputStream(), type.startsWith(XLSX), dryRun);
  }

  @Operation(
      operationId = "exportMasterData",
      summary = "All versions that count, as a file that can be taken in again")
  @GetMapping(value = "/api/v1/records/{kind}/file", produces = "text/csv")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  void export(Actor actor, @PathVariable String kind, HttpServletResponse response)
      throws IOException {
    RecordKind of = records.kind(kind);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + of.name() + ".csv\"");
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8), 1 << 16)) {
      // The mark tells Excel that the text is UTF-8.
      out.write('\ufeff');
      line(out, of.columns().stream().map(Column::name).toList());
      of.export(actor, cells -> line(out, cells));
    }
  }

  private static void line(Writer out, List<String> cells) {
    try {
      out.write(cells.stream().map(RecordsController::quoted).collect(Collectors.joining(",")));
      out.write("\r\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A cell that a spreadsheet would take for a formula is kept a text by a blank before it. */
  private static String quoted(String cell) {
    String safe = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? " " + cell : cell;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
