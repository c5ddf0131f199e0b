package dev.duodang.pricing.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.sample.OrderText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a delivery, by what counts already and what it states. */
class VerdictTest {

  private static final String FACTS = "service=维修 ";
  private static final String OTHER = "service=安装 ";

  @ParameterizedTest(name = "{0} counts, {1} comes with {2} facts: {3}")
  @CsvSource({
    "rev=3, rev=2, equal, Stale 3",
    "rev=3, rev=2, other, Stale 3",
    "rev=3, rev=3, equal, Repeat 3",
    "rev=3, rev=3, other, Conflict 3",
    "rev=3, rev=4, equal, New 4",
    "rev=3, rev=9, other, New 9",
    "rev=3, '', equal, Repeat 3",
    "rev=3, '', other, New 4",
    "rev=3, updated=2026-11-20T10:00, other, New 4",
    "rev=3 updated=2026-11-20T10:00, rev=2 updated=2026-11-20T11:00, other, Stale 3",
    "rev=3 updated=2026-11-20T10:00, rev=4 updated=2026-11-20T09:00, other, New 4",
    "updated=2026-11-20T10:00, updated=2026-11-20T09:59:59, other, Stale 1",
    "updated=2026-11-20T10:00, updated=2026-11-20T10:00, other, Conflict 1",
    "updated=2026-11-20T10:00, updated=2026-11-20T10:00, equal, Repeat 1",
    "updated=2026-11-20T10:00, updated=2026-11-20T10:00:01, other, New 2",
    "updated=2026-11-20T10:00, updated=2026-11-20T10:00:01, equal, Repeat 1",
    "updated=2026-11-20T10:00, updated=2026-11-20T09:00, equal, Repeat 1",
    "updated=2026-11-20T10:00, '', other, New 2",
    "'', updated=2026-11-20T09:00, other, New 2",
    "'', '', equal, Repeat 1",
    "'', '', other, New 2",
    "'', rev=1, equal, Repeat 1",
    "'', rev=1, other, Conflict 1",
    "'', rev=0, other, Stale 1",
    "'', rev=2, other, New 2",
  })
  void aDeliveryIsJudgedByRevisionThenTimeThenContent(
      String counting, String stated, String facts, String verdict) {
    Head head = head(FACTS + counting);
    WorkOrder order = OrderText.parse((facts.equals("equal") ? FACTS : OTHER) + stated);
    assertThat(text(Verdict.of(head, order, order.digest()))).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"'', New 1", "rev=7, New 7", "rev=0, New 0", "updated=2026-11-20T10:00, New 1"})
  void theFirstDeliveryIsTheRevisionThatItStatesOrTheFirst(String stated, String verdict) {
    WorkOrder order = OrderText.parse(FACTS + stated);
    assertThat(text(Verdict.of(null, order, order.digest()))).isEqualTo(verdict);
  }

  @Test
  void theSameFactsInAnotherOrderOrNotationAreTheSame() {
    assertThat(OrderText.parse("service=维修 qty=2.50 m.a=1 m.b=2.0").digest())
        .isEqualTo(OrderText.parse("service=维修 qty=2.5 m.b=2 m.a=1.0").digest());
    assertThat(OrderText.parse("rev=1 updated=2026-11-20T10:00 service=维修").digest())
        .isEqualTo(OrderText.parse("rev=2 service=维修").digest());
  }

  @ParameterizedTest
  @CsvSource({
    "service=维修, service=安装",
    "service=维修, service=维修 qty=2",
    "service=维修, service=维修 warranty=IN",
    "service=维修 brand=A, service=维修 product=A",
    "service=维修, service=维修 km=5",
    "service=维修 km=5, service=维修 minutes=5",
    "service=维修, service=维修 class=VIP",
    "service=维修 customer=A, service=维修 class=A",
    "service=维修, service=维修 region=110000",
    "service=维修, service=维修 address=北京",
    "service=维修 parts=A, service=维修 parts=A*2",
    "service=维修 parts=A, service=维修 parts=A@5",
    "service=维修 handlers=E1, service=维修 handlers=E2",
    "service=维修 handlers=E1, service=维修 handlers=E1:2",
    "service=维修 handlers=E1, 'service=维修 handlers=E1,E1'",
    "service=维修 type=A, service=维修 mode=A",
    "service=维修 partner=P1, service=维修 partner=P2",
    "service=维修 nobody, service=维修 partner=P1",
    "service=维修, service=维修 for=D1",
    "service=维修, service=维修 status=VERIFIED",
    "service=维修 completed=2026-11-20T14:00, service=维修 completed=2026-11-20T14:01",
    "service=维修 accepted=2026-11-20T10:00, service=维修 arrived=2026-11-20T10:00",
    "service=维修 urgency=A, service=维修 complexity=A",
    "service=维修 channel=A, service=维修 promotion=A",
    "service=维修 related=W0:REWORK, service=维修 related=W0:RETURN",
    "service=维修 visit=V1, service=维修 visit=V2",
    "service=维修 stage=PRE_SALES, service=维修 stage=IN_SALES",
    "service=维修 m.a=1, service=维修 m.b=1",
    "service=维修 a.x=1, service=维修 m.x=1",
    "m.x=1; service=维修, service=维修 m.x=1",
    "; service=维修; service=安装, ; service=安装; service=维修",
    "; service=维修, ; service=维修; service=维修",
  })
  void otherFactsAreOther(String one, String other) {
    assertThat(OrderText.parse(one).digest()).isNotEqualTo(OrderText.parse(other).digest());
  }

  private static Head head(String text) {
    WorkOrder order = OrderText.parse(text);
    Revision revision = order.revision() == null ? Revision.FIRST : order.revision();
    return new Head(revision, order.updatedAt(), order.digest());
  }

  private static String text(Verdict verdict) {
    return switch (verdict) {
      case Verdict.New(Revision revision) -> "New " + revision;
      case Verdict.Repeat(Revision revision) -> "Repeat " + revision;
      case Verdict.Stale(Revision revision) -> "Stale " + revision;
      case Verdict.Conflict(Revision revision) -> "Conflict " + revision;
    };
  }
}
