package dev.duodang.rerating;

import static dev.duodang.problem.Fields.required;

import dev.duodang.book.Books;
import dev.duodang.catalog.Counterparties;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.problem.Fields;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prices the past again by a corrected book. */
@RestController
class ReratingController {

  private static final int MOST_EFFECTS = 500;

  private final Reratings reratings;
  private final Books books;
  private final Counterparties counterparties;

  ReratingController(Reratings reratings, Books books, Counterparties counterparties) {
    this.reratings = reratings;
    this.books = books;
    this.counterparties = counterparties;
  }

  /**
   * What to price again: the orders in the days of the last version of a book.
   *
   * @param reason why, for those who ask later
   */
  record ReratingBody(@Nullable String book, @Nullable String reason) {}

  /**
   * A re-rating.
   *
   * @param state COUNTING, COUNTED, RUNNING, STOPPED or DONE
   * @param orders how many orders it is about
   * @param counted how many have been looked at for what would change
   * @param differing how many of those would change
   * @param looked how many have been settled again
   * @param changed how many of those came to something else
   * @param refused how many could not be settled again
   * @param effects what would change for whom, the largest first; at most 500
   */
  record ReratingView(
      long id,
      String book,
      int version,
      String reason,
      String state,
      long orders,
      long counted,
      long differing,
      long looked,
      long changed,
      long refused,
      String askedBy,
      String askedAt,
      @Nullable String approvedBy,
      @Nullable String approvedAt,
      @Nullable String finishedAt,
      List<EffectView> effects) {}

  /**
   * What would change for one party.
   *
   * @param party null where the company is paid
   * @param difference what it would get more, below zero less
   */
  record EffectView(
      String relation,
      @Nullable String party,
      @Nullable String partyName,
      long orders,
      String takenBack,
      String posted,
      String difference,
      String currency) {}

  @Operation(
      operationId = "beginRerating",
      summary = "Counts what the last version of a book would change of the past")
  @PostMapping("/api/v1/reratings")
  @Requires(Permission.RERATE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReratingView begin(Actor actor, @RequestBody ReratingBody body) {
    String book = required("book", body.book());
    String reason = Fields.reason("reason", body.reason());
    int version = books.latest(actor.tenant(), book);
    if (version == 0) {
      throw Problem.of(ProblemCode.BOOK_UNKNOWN, book, "any").field("book").toException();
    }
    return view(
        actor,
        reratings.begin(actor, books.book(actor.tenant(), book, version), version, reason),
        List.of());
  }

  @Operation(operationId = "listReratings", summary = "Re-ratings, the latest first")
  @GetMapping("/api/v1/reratings")
  @Requires(Permission.RERATE)
  List<ReratingView> list(Actor actor) {
    return reratings.all(actor.tenant()).stream().map(one -> view(actor, one, List.of())).toList();
  }

  @Operation(operationId = "getRerating", summary = "How far it is, and what it changes for whom")
  @GetMapping("/api/v1/reratings/{id}")
  @Requires(Permission.RERATE)
  ReratingView get(Actor actor, @PathVariable long id) {
    return view(
        actor,
        reratings.find(actor.tenant(), id),
        reratings.effects(actor.tenant(), id, MOST_EFFECTS));
  }

  @Operation(operationId = "applyRerating", summary = "Settles again, or goes on after a stop")
  @PostMapping("/api/v1/reratings/{id}/apply")
  @Requires(Permission.RERATE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  ReratingView apply(Actor actor, @PathVariable long id) {
    return view(actor, reratings.apply(actor, id), List.of());
  }

  @Operation(operationId = "stopRerating", summary = "Stops after the page in hand")
  @PostMapping("/api/v1/reratings/{id}/stop")
  @Requires(Permission.RERATE)
  ReratingView stop(Actor actor, @PathVariable long id) {
    return view(actor, reratings.stop(actor, id), List.of());
  }

  @Operation(
      operationId = "endRerating",
      summary = "Forgets what was only counted, ends what was stopped")
  @DeleteMapping("/api/v1/reratings/{id}")
  @Requires(Permission.RERATE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(Actor actor, @PathVariable long id) {
    reratings.end(actor, id);
  }

  private ReratingView view(Actor actor, Rerating one, List<Effect> effects) {
    return new ReratingView(
        one.id(),
        one.book().book().text(),
        one.book().version(),
        one.reason(),
        one.state().name(),
        one.orders(),
        one.counted(),
        one.differing(),
        one.looked(),
        one.changed(),
        one.refused(),
        one.askedBy(),
        one.askedAt().toString(),
        one.approvedBy(),
        one.approvedAt() == null ? null : one.approvedAt().toString(),
        one.finishedAt() == null ? null : one.finishedAt().toString(),
        effects.stream().map(effect -> view(actor, effect)).toList());
  }

  private EffectView view(Actor actor, Effect effect) {
    String party = effect.party();
    return new EffectView(
        effect.relation(),
        party.isEmpty() ? null : party,
        party.isEmpty() ? null : counterparties.name(actor.tenant(), party),
        effect.orders(),
        effect.takenBack().toString(),
        effect.posted().toString(),
        effect.difference().toString(),
        effect.posted().currency().code());
  }
}
