package dev.duodang.book;

import dev.duodang.expressions.CelExpressions;
import dev.duodang.intake.WorkOrderJson;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.proof.Example;
import dev.duodang.pricing.proof.Proof;
import dev.duodang.pricing.proof.Severity;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.wording.FindingWording;
import dev.duodang.pricing.wording.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Proves books: no two tiers tie, no order that a book covers is left without a price. */
@Component
public final class BookChecks {

  private static final JsonMapper JSON = new JsonMapper();

  private final RegionTree tree;

  BookChecks(RegionTree tree) {
    this.tree = tree;
  }

  /** What the proof of a book finds, each with an order that shows it; errors first. */
  public List<Finding> findings(PriceBook book, Language language) {
    CompiledBook compiled = CompiledBook.of(book, tree, CelExpressions.INSTANCE);
    FindingWording wording = FindingWording.of(book, compiled.tree(), language);
    return Proof.of(compiled).all().stream().map(found -> finding(found, wording)).toList();
  }

  private static Finding finding(dev.duodang.pricing.proof.Finding found, FindingWording wording) {
    Example example = found.example();
    return new Finding(
        found.id().text(),
        found.kind().name(),
        severity(found.severity()),
        found.isAcceptable(),
        wording.sentence(found),
        found.tiers().stream().map(Tier::id).map(Object::toString).toList(),
        facts(example),
        example == null ? null : wording.example(example));
  }

  private static Finding.Severity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> Finding.Severity.ERROR;
      case WARNING -> Finding.Severity.WARNING;
    };
  }

  private static Finding.@Nullable FindingExample facts(@Nullable Example example) {
    return example == null
        ? null
        : new Finding.FindingExample(JSON.readTree(WorkOrderJson.write(example.order())));
  }
}
