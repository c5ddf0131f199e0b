package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.order.Times;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at what is asked of promises: whether one is made, and whether its times are stated. */
final class PromiseCheck {

  private final PriceBook book;
  private final List<Promise> promises;

  PromiseCheck(PriceBook book) {
    this.book = book;
    CategoryId category = book.categoryOfPromise();
    this.promises =
        book.tiers().stream()
            .filter(tier -> tier.category().equals(category))
            .map(Tier::promise)
            .filter(Objects::nonNull)
            .toList();
  }

  /** The conditions that no order meets, because no tier promises what they ask for. */
  List<Condition> unpromised(Conditions conditions) {
    List<Condition> unpromised = new ArrayList<>();
    for (Condition condition : conditions.all()) {
      if (condition instanceof Condition.PromiseCameOut asked
          && promises.stream().noneMatch(promise -> promises(promise, asked.part()))) {
        unpromised.add(condition);
      }
    }
    return unpromised;
  }

  private static boolean promises(Promise promise, Promise.Part part) {
    return switch (part) {
      case WHOLE -> true;
      case RESPOND -> promise.respondWithin() != null;
      case FINISH -> promise.finishWithin() != null;
    };
  }

  /** What findings are made of: the modifiers and rebates that pass orders by. */
  List<Finding> found() {
    List<Finding> found = new ArrayList<>();
    book.modifiers()
        .forEach(modifier -> check(modifier.name(), modifier.id().text(), modifier.when(), found));
    book.periodic()
        .rebates()
        .forEach(rebate -> check(rebate.name(), rebate.id().text(), rebate.when(), found));
    return found;
  }

  private void check(String name, String id, Conditions when, List<Finding> found) {
    if (unpromised(when).isEmpty()) {
      Set<Times.Event> missing = needed(when);
      missing.remove(book.pricedAt());
      when.all().forEach(condition -> missing.remove(stated(condition)));
      if (!missing.isEmpty()) {
        found.add(
            new Finding.UndecidedPromise(
                Ids.of("undecided-promise", id), name, id, List.copyOf(missing)));
      }
    }
  }

  /** The times without which it is not known how what is asked came out. */
  private Set<Times.Event> needed(Conditions when) {
    Set<Times.Event> needed = EnumSet.noneOf(Times.Event.class);
    for (Condition condition : when.all()) {
      if (condition instanceof Condition.PromiseCameOut asked) {
        for (Promise promise : promises) {
          if (asked.part() != Promise.Part.FINISH && promise.respondWithin() != null) {
            needed.addAll(List.of(promise.starts(), promise.responds()));
          }
          if (asked.part() != Promise.Part.RESPOND && promise.finishWithin() != null) {
            needed.addAll(List.of(promise.starts(), promise.finishes()));
          }
        }
      }
    }
    return needed;
  }

  /** The event that a condition says to have happened; null for none. */
  private static Times.@Nullable Event stated(Condition condition) {
    return switch (condition) {
      case Condition.During during -> during.event();
      case Condition.AtHours hours -> hours.event();
      case Condition.OnWeekdays weekdays -> weekdays.event();
      case Condition.InCalendar in -> in.event();
      case Condition.Happened happened -> happened.expected() ? happened.event() : null;
      case Condition.OneOf _,
          Condition.InRange _,
          Condition.BetweenDays _,
          Condition.InStatus _,
          Condition.Follows _,
          Condition.PromiseCameOut _,
          Condition.Expression _ ->
          null;
    };
  }
}
