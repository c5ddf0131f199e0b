package dev.duodang.records;

import dev.duodang.identity.Actor;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All kinds of master records by name. */
@Component
public final class Records {

  private final List<RecordKind> kinds;

  Records(List<RecordKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  /** What became of records that came as JSON, and whether they came as an array. */
  public record Answered(RecordsAnswer answer, boolean isArray) {}

  /**
   * Takes one record or an array of them.
   *
   * @throws dev.duodang.problem.ProblemException when there is no such kind, or the text is not
   *     JSON of its fields
   */
  public Answered json(Actor actor, String kind, byte[] text, boolean dryRun) {
    RecordKind of = kind(kind);
    RecordJson.Read read = new RecordJson(of.columns()).read(text);
    return new Answered(of.take(actor, read.rows(), dryRun), read.isArray());
  }

  /** Takes a file. */
  RecordsAnswer file(Actor actor, String kind, InputStream body, boolean isWorkbook, boolean dryRun)
      throws IOException {
    RecordKind of = kind(kind);
    return of.take(actor, new RecordFiles(of.columns()).read(body, isWorkbook), dryRun);
  }

  RecordKind kind(String name) {
    return kinds.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.of(ProblemCode.NOT_FOUND, "/api/v1/records/" + name)
                    .allowed(kinds.stream().map(RecordKind::name).collect(Collectors.joining(", ")))
                    .toException());
  }
}
