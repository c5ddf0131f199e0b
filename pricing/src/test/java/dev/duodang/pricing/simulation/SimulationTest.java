package dev.duodang.pricing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.sample.BookText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differences between two books come to, group by group. */
class SimulationTest {

  private static final String BEFORE =
      """
      categories: {labour: {per: item, required: true}, callOut: {per: order}}
      tiers:
        - {tier: plain, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 100.00}}
        - {tier: vip, category: labour, priority: 2, when: {service: 维修, customerClass: VIP}, charge: {flat: 150.00}}
        - {tier: install, category: labour, priority: 1, when: {service: 安装}, charge: {flat: 60.00}}
        - {tier: trip, category: callOut, priority: 1, when: {distance: {gte: 10 km}}, charge: {flat: 20.00}}
      modifiers:
        - {modifier: urgent, on: labour, when: {urgency: U}, percent: 20}
      """;

  private static final String AFTER =
      BEFORE
          .replace("flat: 150.00", "flat: 180.00")
          .replace("{service: 安装}", "{service: 安装, customerClass: VIP}");

  private static Differences differences(Set<Grouping> by, int most, List<String> orders) {
    Pairs pairs = Pairs.of(BookText.compiled(BEFORE), BookText.compiled(AFTER));
    Simulation simulation = new Simulation(by, most);
    orders.forEach(order -> simulation.add(pairs.difference(order)));
    return simulation.result().values().iterator().next();
  }

  private static String text(Sum sum) {
    return sum.orders()
        + "/"
        + sum.changed()
        + " "
        + sum.before()
        + "→"
        + sum.after()
        + " held +"
        + sum.newlyHeld()
        + " −"
        + sum.noLongerHeld();
  }

  private static List<String> text(Differences differences) {
    TreeMap<String, String> lines = new TreeMap<>();
    differences.sums().forEach((group, sum) -> lines.put(group.toString(), text(sum)));
    return lines.entrySet().stream().map(line -> line.getKey() + " " + line.getValue()).toList();
  }

  private static final List<String> ORDERS =
      List.of(
          "no=A region=440305 class=VIP km=12 urgency=U; service=维修/空调",
          "no=B region=440106 km=12; service=维修/空调",
          "no=C region=110105 partner=P2; service=安装",
          "no=D partner=P2 class=VIP; service=维修/空调; service=安装");

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "REGION # InRegion[root=110000] 1/1 60.00→0.00 held +1 −0"
            + " | InRegion[root=440000] 2/1 320.00→356.00 held +0 −0"
            + " | None[by=REGION] 1/1 210.00→240.00 held +0 −0",
        "COUNTERPARTY # OfCounterparty[party=P1] 2/1 320.00→356.00 held +0 −0"
            + " | OfCounterparty[party=P2] 2/2 270.00→240.00 held +1 −0",
        "TIER # OfTier[tier=install] 2/1 120.00→60.00 held +1 −0"
            + " | OfTier[tier=plain] 1/0 100.00→100.00 held +0 −0"
            + " | OfTier[tier=trip] 2/0 40.00→40.00 held +0 −0"
            + " | OfTier[tier=vip] 2/2 330.00→396.00 held +0 −0",
        "SERVICE # OfService[service=安装] 2/1 120.00→60.00 held +1 −0"
            + " | OfService[service=维修/空调] 3/2 470.00→536.00 held +0 −0",
      })
  void everyGroupingSaysWhatChangesWhere(Grouping by, String expected) {
    List<String> lines = text(differences(EnumSet.of(by), 0, ORDERS));
    assertThat(lines).contains("Total[] 4/3 590.00→596.00 held +1 −0");
    assertThat(String.join(" | ", lines.stream().filter(one -> !one.startsWith("Total")).toList()))
        .isEqualTo(expected);
  }

  @Test
  void theOtherWayRoundAnOrderIsHeldNoLonger() {
    Pairs pairs = Pairs.of(BookText.compiled(AFTER), BookText.compiled(BEFORE));
    Simulation simulation = new Simulation(Set.of(), 0);
    ORDERS.forEach(order -> simulation.add(pairs.difference(order)));
    assertThat(text(simulation.result().values().iterator().next()))
        .containsExactly("Total[] 4/3 596.00→590.00 held +0 −1");
  }

  @Test
  void anOrderWithSeveralServicesKeepsTheLinesOfTheWholeOrderApart() {
    Differences differences =
        differences(
            EnumSet.of(Grouping.SERVICE),
            0,
            List.of("no=A class=VIP km=11; service=维修; service=安装"));
    assertThat(text(differences))
        .contains("SeveralServices[] 1/0 20.00→20.00 held +0 −0")
        .contains("OfService[service=安装] 1/0 60.00→60.00 held +0 −0");
  }

  @Test
  void whatIsHeldByBothBelongsToNoTier() {
    Differences differences =
        differences(EnumSet.of(Grouping.TIER), 5, List.of("no=A; service=清洗"));
    assertThat(text(differences))
        .containsExactly(
            "None[by=TIER] 1/0 0.00→0.00 held +0 −0", "Total[] 1/0 0.00→0.00 held +0 −0");
    assertThat(differences.largest()).isEmpty();
  }

  @Test
  void theLargestDifferencesComeFirstUpOrDownAndEqualOnesByNumber() {
    List<String> orders =
        List.of(
            "no=B class=VIP; service=维修",
            "no=A class=VIP; service=维修",
            "no=C; service=安装",
            "no=D class=VIP urgency=U; service=维修",
            "no=E; service=维修");
    assertThat(differences(Set.of(), 3, orders).largest())
        .extracting(one -> one.order() + " " + one.difference() + " " + one.heldAfter())
        .containsExactly("C -60.00 true", "D 36.00 false", "A 30.00 false");
  }

  @Test
  void estimatesAreNotDue() {
    Differences differences =
        differences(Set.of(), 3, List.of("no=A status=OPEN class=VIP; service=维修"));
    assertThat(text(differences)).containsExactly("Total[] 1/0 0.00→0.00 held +0 −0");
  }

  @Test
  void amountsOfTwoCurrenciesAreNeverAdded() {
    String book = BookText.text("templates/home-appliance/books/home-service.yaml");
    Pairs pairs =
        Pairs.of(
            BookText.compile(BookText.book(book)),
            BookText.compile(BookText.book(book.replace("currency: CNY", "currency: USD"))));
    Simulation simulation = new Simulation(Set.of(), 0);
    simulation.add(pairs.difference("no=A region=410305; service=维修"));
    assertThat(simulation.result()).hasSize(2);
    assertThat(simulation.result().values())
        .extracting(one -> text(one.total()))
        .containsExactly("1/1 100.00→0.00 held +0 −0", "1/1 0.00→100.00 held +0 −0");
  }

  @Test
  void simulationsOfDifferentGroupsAreNotMerged() {
    Simulation one = new Simulation(EnumSet.of(Grouping.TIER), 1);
    assertThatThrownBy(() -> one.merge(new Simulation(Set.of(), 1)))
        .hasMessageContaining("different groups");
    assertThatThrownBy(() -> new Simulation(Set.of(), -1)).hasMessageContaining("below 0: -1");
  }

  @Test
  void aSumThatCannotBeIsRefused() {
    Money nothing = Money.zero(Currency.CNY);
    assertThatThrownBy(() -> new Sum(1, 2, nothing, nothing, 0, 0))
        .hasMessageContaining("of 1 orders 2 cannot change");
    assertThatThrownBy(() -> new Sum(2, 1, nothing, nothing, 1, 1))
        .hasMessageContaining("1 be held");
  }
}
