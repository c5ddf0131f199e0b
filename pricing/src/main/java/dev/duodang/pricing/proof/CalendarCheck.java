package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.WorkCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds calendars that say nothing of a year in which the book prices orders by them. */
final class CalendarCheck {

  private CalendarCheck() {}

  static List<Finding> of(PriceBook book) {
    Set<CalendarId> used = used(book);
    List<Finding> found = new ArrayList<>();
    for (WorkCalendar calendar : book.calendars()) {
      SortedSet<Integer> known = calendar.knownYears();
      if (used.contains(calendar.id()) && !known.isEmpty()) {
        int last =
            book.validUntil() == null
                ? known.getLast() + 1
                : book.validUntil().minusDays(1).getYear();
        for (int year = book.validFrom().getYear(); year <= last; year++) {
          if (!known.contains(year)) {
            found.add(
                new Finding.CalendarEnds(
                    Ids.of("calendar-ends", calendar.id().text(), Integer.toString(year)),
                    calendar,
                    year));
            break;
          }
        }
      }
    }
    return found;
  }

  private static Set<CalendarId> used(PriceBook book) {
    Stream<Conditions> conditions =
        Stream.of(
                book.tiers().stream().map(Tier::when),
                book.tiers().stream().map(Tier::unless).filter(Objects::nonNull),
                book.modifiers().stream().map(Modifier::when),
                book.periodic().rebates().stream().map(Rebate::when),
                Stream.of(book.appliesWhen()))
            .flatMap(some -> some);
    Stream<CalendarId> asked =
        conditions
            .flatMap(some -> some.all().stream())
            .filter(Condition.InCalendar.class::isInstance)
            .map(condition -> ((Condition.InCalendar) condition).calendar());
    Stream<CalendarId> promised =
        book.tiers().stream()
            .map(Tier::promise)
            .filter(Objects::nonNull)
            .map(Promise::calendar)
            .filter(Objects::nonNull);
    return Stream.concat(asked, promised).collect(Collectors.toSet());
  }
}
