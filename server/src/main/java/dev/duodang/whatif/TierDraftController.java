package dev.duodang.whatif;

import dev.duodang.book.BookChecks;
import dev.duodang.book.BookDrafts;
import dev.duodang.book.Finding;
import dev.duodang.book.Mistake;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.pricing.wording.Language;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The right side of the wizard "new tier": the book with the tier, and what it would do. */
@RestController
class TierDraftController {

  private final BookDrafts drafts;
  private final BookChecks checks;
  private final TierEffects effects;

  TierDraftController(BookDrafts drafts, BookChecks checks, TierEffects effects) {
    this.drafts = drafts;
    this.checks = checks;
    this.effects = effects;
  }

  /** A tier in the words of a book, and the version it goes on top of. */
  record TierDraft(
      @Schema(implementation = Object.class, types = "object") @Nullable ObjectNode tier,
      @Nullable Integer baseVersion) {}

  /**
   * The book with the tier, and what it would have done.
   *
   * @param yaml the whole book; empty while the tier has mistakes
   */
  record TierOutcome(
      String yaml,
      List<Mistake> problems,
      List<Finding> findings,
      @Nullable Impact impact,
      @Nullable Example example) {}

  /**
   * Sums over past orders: those that the tier would price, and those that it no longer would.
   *
   * @param days how far back the orders reach that were looked at
   * @param examined how many those are
   * @param orders how many of them the tier concerns
   */
  record Impact(
      int days,
      int examined,
      int orders,
      String before,
      String after,
      String difference,
      List<RegionImpact> byRegion) {}

  /** What changes in one province; the code is empty where the region is not known. */
  record RegionImpact(String region, String name, int orders, String difference) {}

  /**
   * One order that the tier would price.
   *
   * @param sentence the order in words
   * @param amount what it would come to; none while the tier asks for a quote
   */
  record Example(JsonNode facts, String sentence, @Nullable String amount) {}

  @Operation(operationId = "draftTier", summary = "What a tier would have done over past orders")
  @PostMapping("/api/v1/books/{id}/draft/tier")
  @Requires(Permission.BOOK_READ)
  TierOutcome draft(
      Actor actor,
      @PathVariable String id,
      @RequestBody TierDraft body,
      @RequestParam(defaultValue = "zh") String lang) {
    BookDrafts.Drafted drafted =
        drafts.read(
            actor.tenant(),
            id,
            required("baseVersion", body.baseVersion()),
            required("tier", body.tier()));
    return switch (drafted) {
      case BookDrafts.Drafted.Refused refused ->
          new TierOutcome(
              "", refused.mistakes().stream().map(Mistake::of).toList(), List.of(), null, null);
      case BookDrafts.Drafted.Whole whole ->
          throw new IllegalStateException("a tier was read as " + whole);
      case BookDrafts.Drafted.WithTier with -> outcome(actor, with, Language.of(lang));
    };
  }

  private TierOutcome outcome(Actor actor, BookDrafts.Drafted.WithTier with, Language language) {
    TierEffects.Effect effect = effects.of(actor.tenant(), with, language);
    return new TierOutcome(
        with.draft().source(),
        List.of(),
        checks.findings(with.draft().book(), language),
        effect.impact(),
        effect.example());
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.of(ProblemCode.MISSING_FIELD, field).field(field).toException();
    }
    return value;
  }
}
