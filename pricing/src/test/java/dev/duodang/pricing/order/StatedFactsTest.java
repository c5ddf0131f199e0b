package dev.duodang.pricing.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An order tells what its source states from what master records added. */
class StatedFactsTest {

  private static final WorkOrder STATED =
      WorkOrder.builder(OrderNo.of("O1"))
          .customer(new Customer(PartyId.of("C1"), null))
          .counterparty(Counterparty.partner(PartyId.of("P1")))
          .build();

  private static WorkOrder with(Counterparty.Kind kind, RecordedFact... recorded) {
    return STATED.toBuilder()
        .customer(new Customer(PartyId.of("C1"), Code.of("VIP")))
        .counterparty(
            new Counterparty(
                PartyId.of("P1"),
                kind,
                Code.of("BOUTIQUE"),
                Code.of("DIRECT"),
                Code.of("A"),
                Taxpayer.GENERAL))
        .recorded(Set.of(recorded))
        .build();
  }

  @Test
  void everyFactThatWasAddedCanBeTakenAway() {
    WorkOrder full = with(Counterparty.Kind.ENGINEER, RecordedFact.values());
    assertThat(full.recorded()).isEqualTo(EnumSet.allOf(RecordedFact.class));
    assertThat(full.stated()).isEqualTo(STATED);
    assertThat(STATED.stated()).isSameAs(STATED);
  }

  @Test
  void whatTheSourceStatesStays() {
    WorkOrder some = with(Counterparty.Kind.PARTNER, RecordedFact.COUNTERPARTY_GRADE);
    assertThat(some.stated().differences(with(Counterparty.Kind.PARTNER)))
        .containsExactly("counterparty");
    assertThat(some.stated().customer().customerClass()).isEqualTo(Code.of("VIP"));
    assertThat(some.stated().recorded()).isEmpty();
  }

  @Test
  void aFactHasItsNameInTheWordsOfSources() {
    for (RecordedFact fact : RecordedFact.values()) {
      assertThat(RecordedFact.of(fact.text())).isEqualTo(fact);
    }
    assertThatThrownBy(() -> RecordedFact.of("colour")).hasMessageContaining("\"colour\"");
  }
}
