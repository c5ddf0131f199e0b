package dev.duodang.pricing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.wording.FindingWording;
import dev.duodang.pricing.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of finding, in the words in which a pricing admin reads it. */
class ProofTest {

  private static final String LABOUR =
      "categories: {labour: {name: 人工, per: item, required: true}}\n";

  private static List<String> found(String parts, Language language) {
    CompiledBook book = BookText.compiled(parts);
    FindingWording wording = FindingWording.of(book.book(), book.tree(), language);
    return Proof.of(book).all().stream()
        .map(
            finding ->
                finding.severity()
                    + " "
                    + finding.kind()
                    + " "
                    + wording.sentence(finding)
                    + (finding.example() == null ? "" : " | " + wording.example(finding.example())))
        .toList();
  }

  private static List<String> found(String parts) {
    return found(parts, Language.CHINESE);
  }

  @Test
  void nothingIsProvenOfAnExpression() {
    String book =
        LABOUR
            + """
            tiers:
              - {tier: 多, category: labour, priority: 0, when: {service: 维修, expression: quantity > 5}, charge: {flat: 1}}
              - {tier: 贵宾, category: labour, priority: 0, when: {service: 维修, customerClass: VIP}, charge: {flat: 2}}
            covers: [{service: 维修}]
            """;
    assertThat(found(book))
        .containsExactly(
            "ERROR CONFLICT 「多」和「贵宾」可能同时适用，而其中有表达式，只有优先级能分先后；请设不同的优先级，或让条件互斥"
                + " | 北京市/北京市/东城区 · 维修 · 客户分层 VIP · 完成 2026-01-01 14:00",
            "ERROR GAP_BY_EXPRESSION 人工对这些工单是否有价格，只取决于「多」的表达式，无法证明：客户分层不是 VIP；服务项目属于维修"
                + " | 北京市/北京市/东城区 · 维修 · 完成 2026-01-01 14:00",
            "WARNING REACH_BY_EXPRESSION 「多」是否会被选中取决于它的表达式，无法证明"
                + " | 北京市/北京市/东城区 · 维修 · 完成 2026-01-01 14:00");
  }

  @ParameterizedTest
  @CsvSource({"false, UNREACHABLE", "true, "})
  void aTierThatNeverWinsHasAUseWhereSomebodyMayChooseIt(boolean mayBeForced, String finding) {
    String book =
        LABOUR
            + """
            tiers:
              - {tier: all, category: labour, priority: 2, charge: {flat: 1}}
              - {tier: goodwill, category: labour, priority: 1, charge: {flat: 2}, mayBeForced: %s}
            """
                .formatted(mayBeForced);
    List<String> found = found(book);
    assertThat(found).hasSize(finding == null ? 0 : 1);
    assertThat(found).allMatch(line -> line.contains(finding));
  }

  @Test
  void twoTiersThatNothingSetsApartAreAConflict() {
    String book =
        LABOUR
            + """
            tiers:
              - {tier: vip, name: 贵宾, category: labour, priority: 0, when: {service: 维修, customerClass: [VIP, GOLD]}, charge: {flat: 1}}
              - {tier: gold, name: 金卡, category: labour, priority: 0, when: {service: 维修, customerClass: GOLD}, charge: {flat: 2}}
            """;
    assertThat(found(book))
        .containsExactly(
            "ERROR CONFLICT 「金卡」（gold）和「贵宾」（vip）可能同时适用，且分不出先后；请设不同的优先级，或让条件互斥"
                + " | 北京市/北京市/东城区 · 维修 · 客户分层 GOLD · 完成 2026-01-01 14:00");
    assertThat(found(book, Language.ENGLISH))
        .containsExactly(
            "ERROR CONFLICT \"金卡\" (gold) and \"贵宾\" (vip) may both apply, and nothing ranks one"
                + " before the other; set different priorities or conditions that exclude each"
                + " other | 北京市/北京市/东城区 · 维修 · customer class GOLD · completed 2026-01-01 14:00");
  }

  @Test
  void tiersThatDifferInPriorityDepthOrFirstDayAreNone() {
    assertThat(
            found(
                LABOUR
                    + """
                    tiers:
                      - {tier: a, category: labour, priority: 0, when: {service: 维修}, charge: {flat: 1}}
                      - {tier: b, category: labour, priority: 0, when: {service: 维修/空调}, charge: {flat: 2}}
                      - {tier: c, category: labour, priority: 0, when: {service: 维修/空调}, validFrom: 2026-06-01, charge: {flat: 3}}
                      - {tier: d, category: labour, priority: 1, when: {service: 维修/空调, customerClass: VIP}, charge: {flat: 4}}
                    """))
        .isEmpty();
  }

  @Test
  void twoItemsOfOneOrderMayBringTiersThatTie() {
    assertThat(
            found(
                """
                categories: {callOut: {name: 上门费, per: order}}
                tiers:
                  - {tier: a, category: callOut, priority: 0, when: {service: 安装}, charge: {flat: 1}}
                  - {tier: b, category: callOut, priority: 0, when: {service: 维修}, charge: {flat: 2}}
                """))
        .singleElement()
        .asString()
        .startsWith("ERROR CONFLICT 「a」和「b」可能同时适用")
        .contains("安装 · 维修");
  }

  @Test
  void whatTheBookCoversAndHasNoPriceForIsAGap() {
    String book =
        LABOUR
            + """
            tiers:
              - {tier: a, category: labour, priority: 0, when: {service: 维修, distance: {lt: 10 km}}, charge: {flat: 1}}
              - {tier: b, category: labour, priority: 1, when: {service: 维修, region: 上海市}, charge: {flat: 2}}
            covers: [{service: 维修, customerClass: [VIP, GOLD]}]
            """;
    assertThat(found(book))
        .containsExactly(
            "ERROR GAP 人工没有档位适用于这些工单：区域不属于上海市；客户分层是 GOLD、VIP；服务项目属于维修；距离（米） ≥ 10000，或没有此信息"
                + " | 北京市/北京市/东城区 · 维修 · 客户分层 GOLD · 完成 2026-01-01 14:00");
  }

  @Test
  void aGapKeepsItsNameWhateverElseChanges() {
    String covers = "covers: [{service: [维修, 安装]}]\n";
    String tiers =
        "tiers:\n"
            + "  - {tier: a, category: labour, priority: 0, when: {service: 维修}, charge: {flat:"
            + " 1}}\n";
    String more =
        "  - {tier: b, category: labour, priority: 0, when: {service: 咨询}, charge: {flat: 1}}\n";
    Findings before = Proof.of(BookText.compiled(LABOUR + tiers + covers));
    Findings after = Proof.of(BookText.compiled(LABOUR + tiers + more + covers));
    FindingId gap = before.all().getFirst().id();
    assertThat(after.all()).extracting(Finding::id).containsExactly(gap);
    assertThat(before.refusing(Set.of())).hasSize(1);
    assertThat(before.refusing(Set.of(gap))).isEmpty();
  }

  @Test
  void aTierBehindOthersNeverWins() {
    assertThat(
            found(
                LABOUR
                    + """
                    tiers:
                      - {tier: in, category: labour, priority: 1, when: {warranty: IN}, charge: {flat: 1}}
                      - {tier: other, category: labour, priority: 1, when: {warranty: {not: IN}}, charge: {flat: 1}}
                      - {tier: base, name: 基本, category: labour, priority: 0, when: {service: 维修}, charge: {flat: 2}}
                    """))
        .containsExactly(
            "WARNING UNREACHABLE 「基本」（base）永远不会被选中：它的工单都由「in」、「other」定价"
                + " | 北京市/北京市/东城区 · 维修 · 完成 2026-01-01 14:00");
  }

  @Test
  void conditionsThatNoOrderMeetsAreToldByThoseToBlame() {
    assertThat(
            found(
                "appliesWhen: {warranty: OUT}\n"
                    + LABOUR
                    + """
                    tiers:
                      - {tier: a, category: labour, priority: 0, when: {warranty: IN, service: 维修}, charge: {flat: 1}}
                      - {tier: b, category: labour, priority: 0, when: {service: 安装}, validUntil: 2025-12-01, charge: {flat: 1}}
                      - {tier: c, category: labour, priority: 0, when: {status: completed, completed: {until: 2026-01-01}}, charge: {flat: 1}}
                    """))
        .hasSize(3)
        .anyMatch(text -> text.startsWith("ERROR CONTRADICTION 没有工单能满足「a」的这个条件：保修是 IN"))
        .anyMatch(text -> text.startsWith("ERROR CONTRADICTION 「b」在手册的有效期和适用范围内没有工单"));
  }

  @Test
  void aModifierOfWhichNoTierKnowsNeverApplies() {
    assertThat(
            found(
                LABOUR
                    + """
                    tiers:
                      - {tier: a, category: labour, priority: 0, when: {service: 维修}, charge: {quote: {from: 1, to: 9}}}
                    modifiers:
                      - {modifier: urgent, name: 加急, on: labour, when: {urgency: URGENT}, percent: 20}
                      - {modifier: other, on: labour, when: {service: 安装}, percent: 20}
                    """))
        .hasSize(2)
        .allMatch(text -> text.startsWith("WARNING IDLE_MODIFIER"))
        .anyMatch(text -> text.contains("「加急」（urgent）从不起作用：满足其条件的工单上，人工没有它可以改变的金额"));
  }

  @Test
  void aModifierWhosePlaceOthersOfItsGroupAlwaysTakeIsFound() {
    String book =
        LABOUR
            + """
            modifierGroups: {g: {apply: priority}}
            tiers: [{tier: a, category: labour, priority: 0, charge: {flat: 20}}]
            modifiers:
              - {modifier: low, on: labour, when: {customerClass: [VIP, GOLD]}, percent: 1, exclusive: g, priority: 1}
              - {modifier: vip, on: labour, when: {customerClass: VIP}, percent: 2, exclusive: g, priority: 2}
              - {modifier: gold, on: labour, when: {customerClass: %s}, percent: 3, exclusive: g, priority: 3}
            """;
    assertThat(found(book.formatted("GOLD")))
        .singleElement()
        .asString()
        .startsWith("WARNING IDLE_MODIFIER 「low」从不起作用：满足其条件的工单上，同组里优先级更高的「vip」、「gold」总会适用");
    assertThat(found(book.formatted("SILVER"))).isEmpty();
  }

  @Test
  void aRebateOfWhichNoOrderKnowsCountsNothing() {
    assertThat(
            found(
                LABOUR
                    + """
                    tiers:
                      - {tier: a, category: labour, priority: 0, when: {service: 维修}, charge: {flat: 1}}
                    rebates:
                      - {rebate: good, on: labour, when: {partnerType: VOLUME}, period: month, volume: [{percent: 1}]}
                      - {rebate: other, name: 量返, on: labour, when: {service: 安装}, period: month, volume: [{percent: 1}]}
                    """))
        .singleElement()
        .asString()
        .startsWith("WARNING IDLE_REBATE")
        .contains("「量返」（other）不计任何工单：满足其条件的工单上，人工没有档位");
  }

  @Test
  void stepsOverAPeriodThatEndMustSayWhatComesAfterThoughOneOrderIsBelow() {
    assertThat(
            found(
                LABOUR
                    + """
                    counters: {n: {period: month}}
                    tiers:
                      - {tier: a, category: labour, priority: 0, charge: {graduated: [{upTo: 100, price: 1}], of: once, scope: period, counter: n}}
                    """))
        .singleElement()
        .asString()
        .startsWith("ERROR CLOSED_LAST_STEP");
  }

  @Test
  void aLastStepThatEndsMustSayWhatComesAfter() {
    String book =
        LABOUR
            + """
            measures: {metres: {name: 米数}}
            tiers:
              - {tier: a, name: 加管, category: labour, priority: 0, charge: {graduated: {steps: [{upTo: 5, price: 1}, {upTo: 20, price: 2}]%s}, of: metres}}
            """;
    assertThat(found(book.formatted("")))
        .singleElement()
        .asString()
        .startsWith("ERROR CLOSED_LAST_STEP 「加管」（a）的最后一阶到 20 为止，没有说明超出怎么算；请加 beyondLast")
        .contains("米数 21");
    assertThat(found(book.formatted(", beyondLast: refused"))).isEmpty();
  }

  @Test
  void pricesThatLeaveTheirRangeAreSaid() {
    assertThat(
            found(
                "holdAbove: 100\n"
                    + LABOUR
                    + "tiers: [{tier: a, category: labour, priority: 0, charge: {flat: 150}}]\n"))
        .containsExactly(
            "WARNING ALWAYS_ABOVE_LIMIT 「a」至少 150.00，总是高于自动结算上限 100.00 | 北京市/北京市/东城区 · 无服务项目 · 完成"
                + " 2026-01-01 14:00");
    assertThat(
            found(
                LABOUR
                    + """
                    tiers: [{tier: a, category: labour, priority: 0, charge: {flat: 20}}]
                    modifiers:
                      - {modifier: vip, name: 会员价, on: labour, when: {customerClass: VIP}, amount: -15}
                      - {modifier: spring, name: 春季, on: labour, amount: -10}
                    """))
        .singleElement()
        .asString()
        .startsWith("WARNING BELOW_ZERO 「a」减去「会员价」、「春季」后是负数：-5.00")
        .contains("客户分层 VIP");
  }

  @Test
  void theTemplatesHaveNoFinding() throws IOException {
    Path templates = BookText.root().resolve("templates");
    try (Stream<Path> files = Files.walk(templates)) {
      List<Path> books =
          files
              .filter(
                  file -> file.toString().endsWith(".yaml") && file.toString().contains("books"))
              .toList();
      assertThat(books).hasSizeGreaterThanOrEqualTo(5);
      for (Path book : books) {
        CompiledBook compiled =
            BookText.compile(BookText.file(BookText.root().relativize(book).toString()));
        assertThat(Proof.of(compiled).all()).as(book.toString()).isEmpty();
      }
    }
  }

  @Test
  void whatIsTooMuchWorkIsListedAsUndecided() {
    CompiledBook book = BookText.compile(BookText.book(puzzle(new Random(7), 400, 30)));
    Findings decided = Proof.of(book);
    Findings undecided = Proof.of(book, 500);

    assertThat(kinds(decided))
        .doesNotContain(Finding.Kind.UNDECIDED_GAP, Finding.Kind.UNDECIDED_REACH);
    assertThat(kinds(undecided)).contains(Finding.Kind.UNDECIDED_GAP, Finding.Kind.UNDECIDED_REACH);
    assertThat(undecided.gaps().isExact()).isFalse();
    assertThat(undecided.refusing(Set.of())).isNotEmpty();
    assertThat(Proof.of(book, 500)).isEqualTo(undecided);
  }

  private static List<Finding.Kind> kinds(Findings findings) {
    return findings.all().stream().map(Finding::kind).distinct().toList();
  }

  @Test
  void ofManyGapsTheLargestAreShownAndAllAreCounted() {
    StringBuilder text = new StringBuilder(LABOUR + "tiers:\n");
    StringBuilder services = new StringBuilder();
    StringBuilder classes = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      services.append(i == 0 ? "" : ", ").append("S").append(i);
      classes.append(i == 0 ? "" : ", ").append("C").append(i);
      text.append(
          "  - {tier: t%d, category: labour, priority: 0, when: {service: S%d, customerClass: {not: C%d}}, charge: {flat: 1}}\n"
              .formatted(i, i, i));
    }
    String covers = "covers:\n";
    for (int i = 0; i < 15; i++) {
      covers +=
          "  - {service: ["
              + services
              + "], customerClass: ["
              + classes
              + "], brand: B"
              + i
              + "}\n";
    }
    Findings findings = Proof.of(BookText.compiled(text + covers));
    assertThat(findings.gaps()).isEqualTo(new Findings.Count(225, true));
    assertThat(findings.all())
        .filteredOn(Finding.Gap.class::isInstance)
        .hasSize(Findings.SHOWN_MAX);
    assertThat(findings.all().getLast())
        .isEqualTo(
            new Finding.More(
                Ids.of("more", "GAP"),
                Finding.Kind.GAP,
                Severity.ERROR,
                new Findings.Count(125, true)));
    assertThat(findings.refusing(Set.of()).getLast().isAcceptable()).isFalse();
  }

  /** Whether anything is left uncovered is a satisfiability problem. */
  private static String puzzle(Random random, int tiers, int attributes) {
    StringBuilder text =
        new StringBuilder(
            "book: puzzle\n"
                + "relation: headquarters→partner\n"
                + "currency: CNY\n"
                + "zone: Asia/Shanghai\n"
                + "validFrom: 2026-01-01\n"
                + LABOUR
                + "attributes:\n");
    for (int i = 0; i < attributes; i++) {
      text.append("  a%d: {type: choice, choices: [Y, N]}\n".formatted(i));
    }
    text.append("mandatory: [");
    for (int i = 0; i < attributes; i++) {
      text.append(i == 0 ? "a" : ", a").append(i);
    }
    text.append("]\ncovers: [{}]\ntiers:\n");
    for (int i = 0; i < tiers; i++) {
      int first = random.nextInt(attributes - 3);
      text.append(
          "  - {tier: t%d, category: labour, priority: %d, when: {attributes: {".formatted(i, i));
      for (int j = 0; j < 3; j++) {
        text.append(j == 0 ? "" : ", ")
            .append("a%d: %s".formatted(first + j, random.nextBoolean() ? "Y" : "N"));
      }
      text.append("}}, charge: {flat: 1}}\n");
    }
    return text.toString();
  }
}
