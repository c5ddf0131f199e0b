package dev.duodang.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of a record counts on a day. */
class HistoryTest {

  private static Version<String> version(int number, String from, String content) {
    LocalDate day = from == null ? null : LocalDate.parse(from);
    return new Version<>(number, day, content, "", "owner", Instant.EPOCH);
  }

  private static final History<String> HISTORY =
      History.of(
          List.of(
              version(1, "2026-03-01", "first"),
              version(2, "2026-09-01", "autumn"),
              version(3, "2026-06-01", "summer, late"),
              version(4, "2026-09-01", "autumn, corrected")));

  @ParameterizedTest
  @CsvSource({
    "2026-02-28, ",
    "2026-03-01, first",
    "2026-05-31, first",
    "2026-06-01, 'summer, late'",
    "2026-08-31, 'summer, late'",
    "2026-09-01, 'autumn, corrected'",
    "2030-01-01, 'autumn, corrected'",
  })
  void theVersionOfTheLatestDayCountsAndOfOneDayTheLastRecorded(String day, String content) {
    assertThat(HISTORY.at(LocalDate.parse(day)).map(Version::content))
        .isEqualTo(Optional.ofNullable(content));
  }

  @Test
  void aRecordFromAlwaysCountsBeforeAllOthers() {
    History<String> always = HISTORY.with(version(5, null, "always"));
    assertThat(always.at(LocalDate.parse("1970-01-01")).orElseThrow().content())
        .isEqualTo("always");
    assertThat(always.at(LocalDate.parse("2026-03-01")).orElseThrow().content()).isEqualTo("first");
  }

  @Test
  void aVersionCountsUntilTheNextDayOfAnother() {
    assertThat(HISTORY.until(HISTORY.all().getFirst())).contains(LocalDate.parse("2026-06-01"));
    assertThat(HISTORY.until(HISTORY.all().getLast())).isEmpty();
    assertThat(HISTORY.counting()).doesNotContain(HISTORY.all().get(1)).hasSize(3);
    assertThat(HISTORY.nearest(LocalDate.parse("2020-01-01")).content()).isEqualTo("first");
  }
}
