package dev.duodang.cli.book;

import dev.duodang.intake.WorkOrderJson;
import dev.duodang.pricing.book.text.BookProblem;
import dev.duodang.pricing.proof.Example;
import dev.duodang.pricing.proof.Finding;
import dev.duodang.pricing.proof.FindingId;
import dev.duodang.pricing.proof.Findings;
import dev.duodang.pricing.wording.FindingWording;
import dev.duodang.pricing.wording.Language;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What came of checking books, as one JSON document for other programs. */
final class CheckJson {

  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final Language language;
  private final Set<FindingId> accepted;

  CheckJson(Language language, Set<FindingId> accepted) {
    this.language = language;
    this.accepted = accepted;
  }

  String text(List<CheckedBook> books) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("books");
      books.forEach(book -> write(json, book));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void write(JsonGenerator json, CheckedBook checked) {
    json.writeStartObject();
    json.writeStringProperty("file", checked.file().toString());
    json.writeNumberProperty("errors", checked.errors(accepted));
    switch (checked) {
      case CheckedBook.Mistaken mistaken -> {
        json.writeArrayPropertyStart("problems");
        mistaken.problems().forEach(problem -> write(json, problem));
        json.writeEndArray();
      }
      case CheckedBook.Proven proven -> write(json, proven);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, BookProblem problem) {
    json.writeStartObject();
    json.writeNumberProperty("line", problem.line());
    json.writeNumberProperty("column", problem.column());
    json.writeStringProperty("path", problem.path());
    json.writeStringProperty("message", problem.message());
    json.writeStringProperty("allowed", problem.allowed());
    json.writeEndObject();
  }

  private void write(JsonGenerator json, CheckedBook.Proven proven) {
    json.writeNumberProperty("warnings", proven.warnings());
    json.writeStringProperty("book", proven.compiled().book().id().text());
    json.writeNumberProperty("tiers", proven.compiled().book().tiers().size());
    write(json, "conflicts", proven.findings().conflicts());
    write(json, "gaps", proven.findings().gaps());
    FindingWording wording =
        FindingWording.of(proven.compiled().book(), proven.compiled().tree(), language);
    json.writeArrayPropertyStart("findings");
    proven.findings().all().forEach(finding -> write(json, finding, wording));
    json.writeEndArray();
  }

  /** A number that is exact, or a lower bound. */
  private static void write(JsonGenerator json, String name, Findings.Count count) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("number", count.number());
    json.writeBooleanProperty("exact", count.isExact());
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Finding finding, FindingWording wording) {
    json.writeStartObject();
    json.writeStringProperty("id", finding.id().text());
    json.writeStringProperty("kind", finding.kind().name());
    json.writeStringProperty("severity", finding.severity().name());
    json.writeBooleanProperty("acceptable", finding.isAcceptable());
    json.writeBooleanProperty(
        "accepted", accepted.contains(finding.id()) && finding.isAcceptable());
    json.writeStringProperty("message", wording.sentence(finding));
    json.writeArrayPropertyStart("tiers");
    finding.tiers().forEach(tier -> json.writeString(tier.id().text()));
    json.writeEndArray();
    write(json, finding.example(), wording);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, @Nullable Example example, FindingWording wording) {
    if (example == null) {
      return;
    }
    json.writeObjectPropertyStart("example");
    json.writeStringProperty("sentence", wording.example(example));
    json.writeStringProperty("asOf", example.asOf().toString());
    json.writeName("order");
    json.writeRawValue(WorkOrderJson.write(example.order()));
    if (example.related() != null) {
      json.writeName("related");
      json.writeRawValue(WorkOrderJson.write(example.related()));
    }
    json.writeEndObject();
  }
}
