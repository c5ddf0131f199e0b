package dev.duodang.pricing.wording;

import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.rating.Promised;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was promised and what came of it, a sentence for each part. */
final class PromiseWording {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final PriceBook book;
  private final Language language;

  PromiseWording(PriceBook book, Language language) {
    this.book = book;
    this.language = language;
  }

  /** {@code 响应承诺 2 小时，实际 2 小时 13 分：未守约，超时 13 分}. */
  List<String> sentences(Promised promised) {
    List<String> sentences = new ArrayList<>();
    add(sentences, promised, Promise.Part.RESPOND, promised.respond());
    add(sentences, promised, Promise.Part.FINISH, promised.finish());
    return sentences;
  }

  private void add(
      List<String> sentences,
      Promised promised,
      Promise.Part part,
      Promised.@Nullable Clock clock) {
    if (clock != null) {
      sentences.add(
          promise(part)
              + " "
              + duration(clock.within())
              + calendar(promised.promise().calendar())
              + outcome(promised.state(part), clock));
    }
  }

  private String promise(Promise.Part part) {
    return switch (part) {
      case WHOLE -> language.choose("承诺", "promised");
      case RESPOND -> language.choose("响应承诺", "promised to respond within");
      case FINISH -> language.choose("完成承诺", "promised to finish within");
    };
  }

  private String calendar(@Nullable CalendarId id) {
    WorkCalendar calendar = id == null ? null : book.calendar(id);
    return calendar == null
        ? ""
        : language.choose("（" + calendar.name() + "）", " of " + calendar.name());
  }

  private String outcome(Promise.@Nullable State state, Promised.Clock clock) {
    Duration took = clock.took();
    Instant due = clock.due();
    if (took == null) {
      return due == null
          ? language.choose("，缺少时间，无法判断", ", which cannot be told without its times")
          : language.choose("，最晚 ", ", by ") + local(due);
    }
    String actual = language.choose("，实际 ", ", took ") + duration(took);
    return switch (state) {
      case null -> actual;
      case KEPT -> actual + language.choose("：守约", ": kept");
      case BROKEN -> actual + language.choose("：未守约，超时 ", ": broken by ") + duration(clock.late());
    };
  }

  private String local(Instant at) {
    return TIME.format(LocalDateTime.ofInstant(at, book.zone()));
  }

  /** In hours, since a day of a calendar is not 24 of them: {@code 26 小时 5 分}. */
  private String duration(Duration duration) {
    List<String> words = new ArrayList<>();
    add(words, duration.toHours(), language.choose(" 小时", " h"));
    add(words, duration.toMinutesPart(), language.choose(" 分", " min"));
    add(words, duration.toSecondsPart(), language.choose(" 秒", " s"));
    return words.isEmpty() ? language.choose("0 秒", "0 s") : String.join(" ", words);
  }

  private static void add(List<String> words, long number, String unit) {
    if (number > 0) {
      words.add(number + unit);
    }
  }
}
