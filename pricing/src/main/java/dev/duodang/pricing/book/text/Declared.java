package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.CounterDeclaration;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.PriceList;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.book.WorkCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that a book declares, which its other parts may use, each kind in the book's order.
 *
 * @param relation the book's own; null where it could not be read
 * @param taxes the book's own; null where it has none
 */
record Declared(
    @Nullable Relation relation,
    Map<String, AttributeDeclaration> attributes,
    Map<String, MeasureDeclaration> measures,
    Set<String> categories,
    Set<String> priceLists,
    Set<String> counters,
    Set<String> calendars,
    @Nullable Taxes taxes) {

  static Declared of(
      @Nullable Relation relation,
      List<AttributeDeclaration> attributes,
      List<MeasureDeclaration> measures,
      List<FeeCategory> categories,
      List<PriceList> priceLists,
      List<CounterDeclaration> counters,
      List<WorkCalendar> calendars,
      @Nullable Taxes taxes) {
    Map<String, AttributeDeclaration> byName = new LinkedHashMap<>();
    attributes.forEach(attribute -> byName.put(attribute.name().text(), attribute));
    Map<String, MeasureDeclaration> measuresByName = new LinkedHashMap<>();
    measures.forEach(measure -> measuresByName.put(measure.name().text(), measure));
    Set<String> categoryIds = new LinkedHashSet<>();
    categories.forEach(category -> categoryIds.add(category.id().text()));
    Set<String> listIds = new LinkedHashSet<>();
    priceLists.forEach(list -> listIds.add(list.id().text()));
    Set<String> counterIds = new LinkedHashSet<>();
    counters.forEach(counter -> counterIds.add(counter.id().text()));
    Set<String> calendarIds = new LinkedHashSet<>();
    calendars.forEach(calendar -> calendarIds.add(calendar.id().text()));
    return new Declared(
        relation, byName, measuresByName, categoryIds, listIds, counterIds, calendarIds, taxes);
  }

  static Declared of(PriceBook book) {
    return of(
        book.relation(),
        book.attributes(),
        book.measures(),
        book.categories(),
        book.priceLists(),
        book.periodic().counters(),
        book.calendars(),
        book.taxes());
  }

  /** The id of a category that the book declares. */
  CategoryId category(String text) {
    return CategoryId.of(checked(text, categories, "category"));
  }

  /** The id of a counter that the book declares. */
  CounterId counter(String text) {
    return CounterId.of(checked(text, counters, "counter"));
  }

  /** The id of a calendar that the book declares. */
  CalendarId calendar(String text) {
    return CalendarId.of(checked(text, calendars, "calendar"));
  }

  /** Whether a category comes before another in the book. */
  boolean isBefore(CategoryId first, CategoryId second) {
    for (String category : categories) {
      if (category.equals(second.text())) {
        return false;
      }
      if (category.equals(first.text())) {
        return true;
      }
    }
    return false;
  }

  /** The name when it is declared. */
  static String checked(String text, Set<String> declared, String what) {
    if (!declared.contains(text)) {
      throw new IllegalArgumentException("is not a " + what + " that the book declares");
    }
    return text;
  }
}
