package dev.duodang.pricing.book;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds calendars and promises to what a book declares, and to where they may be asked for. */
record CalendarUse(
    List<WorkCalendar> calendars,
    List<MeasureDeclaration> measures,
    List<Tier> tiers,
    List<Modifier> modifiers,
    List<Rebate> rebates) {

  void check(Conditions appliesWhen, List<Conditions> covers) {
    List<Conditions> beforeTiers =
        Stream.of(
                tiers.stream().map(Tier::when),
                tiers.stream().map(Tier::unless).filter(Objects::nonNull),
                covers.stream(),
                Stream.of(appliesWhen))
            .flatMap(some -> some)
            .toList();
    if (beforeTiers.stream().anyMatch(Conditions::asksOfPromise)) {
      throw new IllegalArgumentException(
          "how a promise came out is known once tiers are chosen; only modifiers and rebates may"
              + " ask for it");
    }
    Set<CalendarId> declared = calendars.stream().map(WorkCalendar::id).collect(Collectors.toSet());
    beforeTiers.forEach(conditions -> check(conditions, declared));
    modifiers.forEach(modifier -> check(modifier.when(), declared));
    rebates.forEach(rebate -> check(rebate.when(), declared));
    tiers.stream()
        .map(Tier::promise)
        .filter(Objects::nonNull)
        .forEach(promise -> check(promise, declared));
  }

  private static void check(Conditions conditions, Set<CalendarId> declared) {
    for (Condition condition : conditions.all()) {
      if (condition instanceof Condition.InCalendar in) {
        check(in.calendar(), declared);
      }
    }
  }

  private void check(Promise promise, Set<CalendarId> declared) {
    check(promise.calendar(), declared);
    if (promise.pausedSeconds() != null
        && measures.stream().noneMatch(one -> one.name().equals(promise.pausedSeconds()))) {
      throw new IllegalArgumentException(
          "there is no measure \"" + promise.pausedSeconds() + "\" for the pauses of a promise");
    }
  }

  private static void check(@Nullable CalendarId calendar, Set<CalendarId> declared) {
    if (calendar != null && !declared.contains(calendar)) {
      throw new IllegalArgumentException("there is no calendar \"" + calendar + "\"");
    }
  }
}
