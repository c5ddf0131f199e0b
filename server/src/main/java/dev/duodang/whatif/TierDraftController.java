package dev.duodang.whatif;

import dev.duodang.book.Books;
import dev.duodang.book.Finding;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The right side of the wizard "new tier": the book with the tier, and what it would do. */
@RestController
class TierDraftController {

  private final Books books;
  private final PastOrders past;

  TierDraftController(Books books, PastOrders past) {
    this.books = books;
    this.past = past;
  }

  /** A tier in the words of a book, and the version it goes on top of. */
  record TierDraft(@Nullable ObjectNode tier, @Nullable Integer baseVersion) {}

  /** The book with the tier, and what it would have done. */
  record TierOutcome(
      String yaml,
      List<Mistake> problems,
      List<Finding> findings,
      @Nullable Impact impact,
      @Nullable Example example) {}

  /** A mistake in the tier. */
  record Mistake(String code, int line, int column, String message, String allowed) {}

  /** Sums over past orders, with today's book and with the draft. */
  record Impact(
      int days,
      int orders,
      String before,
      String after,
      String difference,
      List<RegionImpact> byRegion) {}

  /** What changes in one region. */
  record RegionImpact(String region, String name, int orders, String difference) {}

  /** One order that the tier would price. */
  record Example(JsonNode facts, String sentence, String amount) {}

  @PostMapping("/api/v1/books/{id}/draft/tier")
  @Requires(Permission.BOOK_READ)
  TierOutcome draft(Actor actor, @PathVariable String id, @RequestBody TierDraft body) {
    Books.Draft draft = books.draft(actor.tenant(), id, null, body.tier(), body.baseVersion());
    PastOrders.Effect effect = past.effect(actor.tenant(), draft.book());
    return new TierOutcome(
        draft.source(), List.of(), books.findings(draft.book()), effect.impact(), effect.example());
  }
}
