package dev.duodang.pricing.book;

/** The name of a calendar inside its book, such as {@code office}. */
public record CalendarId(String text) {

  /** The word for a calendar that always works, which no book declares. */
  public static final String ALWAYS = "24x7";

  public CalendarId {
    Identifiers.checked("calendar", text);
    if (text.equals(ALWAYS)) {
      throw new IllegalArgumentException(
          "calendar \"" + ALWAYS + "\" is there without being declared, and always works");
    }
  }

  public static CalendarId of(String text) {
    return new CalendarId(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
