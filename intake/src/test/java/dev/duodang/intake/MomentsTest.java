package dev.duodang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  @ParameterizedTest
  @CsvSource({
    "Asia/Shanghai, 2026-11-20, 2026-11-19T16:00:00Z",
    "Asia/Shanghai, 2026-11-20 09:00, 2026-11-20T01:00:00Z",
    "Asia/Shanghai, 2026/11/20 9:05, 2026-11-20T01:05:00Z",
    "Asia/Shanghai, 2026.1.2 9:05:07, 2026-01-02T01:05:07Z",
    "Asia/Shanghai, 2026-11-20T09:00:00.125, 2026-11-20T01:00:00.125Z",
    "Asia/Shanghai, 2026-11-20T09:00:00.123456789Z, 2026-11-20T09:00:00.123456789Z",
    "Asia/Shanghai, 2026-11-20T09:00:00+08:00, 2026-11-20T01:00:00Z",
    "Asia/Shanghai, 2026-11-20T09:00+0530, 2026-11-20T03:30:00Z",
    "Asia/Shanghai, 2026-11-20T09:00-05, 2026-11-20T14:00:00Z",
    "Asia/Shanghai, 2026-11-20 24:00, 2026-11-20T16:00:00Z",
    "Asia/Shanghai, 2028-02-29 00:00, 2028-02-28T16:00:00Z",
    "Asia/Shanghai, 2000-01-01, 1999-12-31T16:00:00Z",
    "Asia/Shanghai, 2100-12-31 23:59:59, 2100-12-31T15:59:59Z",
    "America/New_York, 2026-07-01 12:00, 2026-07-01T16:00:00Z",
    "America/New_York, 2026-12-01 12:00, 2026-12-01T17:00:00Z",
    "America/New_York, 2026-11-01 01:30, 2026-11-01T05:30:00Z",
    "America/New_York, 2026-03-08 02:30, 2026-03-08T07:30:00Z",
  })
  void aTimeIsAnInstant(String zone, String text, Instant expected) {
    assertThat(Moments.in(ZoneId.of(zone)).parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026",
        "2026-11",
        "2026-11-20T",
        "2026-11-20 9",
        "2026-11-20 09:60",
        "2026-11-20 25:00",
        "2026-11-20 24:01",
        "2026-11-20 09:00:60",
        "2026-11-31",
        "2027-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-11/20",
        "20261120",
        "26-11-20",
        "1999-12-31",
        "2101-01-01",
        "9999-01-01",
        "2026-11-20 09:00 CST",
        "2026-11-20T09:00+19:00",
        "2026-11-20T09:00+08:60",
        "2026-11-20T09:00Zx",
        "２０２６-11-20",
        "2026-11-20T09:00:00.",
        "now"
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moments.in(ZoneId.of("Asia/Shanghai")).parse(text));
  }
}
