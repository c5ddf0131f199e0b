package dev.duodang.pricing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.text.BookReader;
import dev.duodang.pricing.book.text.BookReading;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.proof.Finding;
import dev.duodang.pricing.proof.Proof;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.sample.BookText;
import dev.duodang.pricing.sample.Desk;
import dev.duodang.pricing.sample.OrderText;
import dev.duodang.pricing.wording.Language;
import dev.duodang.pricing.wording.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an expression does to an order: it holds, fails, or holds the order up. */
class ExpressionsTest {

  private static final String BOOK =
      """
      categories: {labour: {name: 人工, per: item}, callOut: {name: 上门, per: order}}
      tiers:
        - {tier: 批量, category: labour, priority: 3, when: {service: 维修, expression: quantity > 5}, charge: {flat: 1}}
        - {tier: 活动, category: labour, priority: 2, when: {service: 维修, brand: A, expression: promotion is X}, charge: {flat: 2}}
        - {tier: 普通, category: labour, priority: 1, when: {service: 维修}, charge: {flat: 3}}
        - {tier: 大单, category: callOut, priority: 2, when: {expression: quantity > 9}, charge: {flat: 4}}
      """;

  @ParameterizedTest
  @CsvSource({
    "service=维修 qty=6, 批量 1.00",
    "service=维修 qty=5, 普通 3.00",
    "service=维修 qty=5 brand=A promotion=X, 活动 2.00",
    "service=维修 qty=5 brand=A promotion=Y, 普通 3.00",
    "service=维修 qty=5 brand=A, EXPRESSION labour 0",
    "service=维修 qty=6 brand=A, 批量 1.00",
    "'promotion=Y;service=维修 qty=1;service=维修 qty=10', 普通 3.00 + 批量 1.00 + 大单 4.00",
  })
  void anExpressionIsAskedAfterAllElseAndHoldsWhatItCannotDecide(String order, String result) {
    assertThat(Desk.with(BOOK).rate(order)).isEqualTo(result);
  }

  @Test
  void theHoldNamesTheExpressionAndTheFactThatIsMissing() {
    Hold hold = Desk.with(BOOK).rated("service=维修 brand=A").holds().getFirst();
    assertThat(hold.reason()).isEqualTo(Hold.Reason.EXPRESSION);
    assertThat(hold.detail())
        .isInstanceOfSatisfying(
            Hold.Detail.NotDecided.class,
            detail -> {
              assertThat(detail.expression()).hasToString("promotion is X");
              assertThat(detail.undecided().why()).isEqualTo(ExpressionOutcome.Why.ABSENT);
              assertThat(detail.undecided().fact()).isEqualTo("promotion");
            });
    assertThat(sentence("service=维修 brand=A", Language.CHINESE))
        .isEqualTo("人工：表达式无法判断，工单没有 promotion（promotion is X）");
    assertThat(sentence("service=维修 brand=A", Language.ENGLISH))
        .isEqualTo(
            "人工: an expression cannot be decided, the order does not state promotion (promotion is X)");
  }

  private static Explanation explanation(CompiledBook book, String order) {
    Facts facts = Desk.of(book).facts(OrderText.parse(order));
    return Explainer.explain(book, facts, Bases.NONE, Tallies.NONE);
  }

  private static String sentence(String order, Language language) {
    CompiledBook book = BookText.compiled(BOOK);
    return Wording.of(book.book(), book.tree(), language).sentence(explanation(book, order));
  }

  private static List<String> losers(String order, Language language) {
    CompiledBook book = BookText.compiled(BOOK);
    Wording wording = Wording.of(book.book(), book.tree(), language);
    return explanation(book, order).choices().getFirst().losers().stream()
        .map(loser -> loser.tier().name() + " " + wording.reason(loser.reason(), "W"))
        .toList();
  }

  @Test
  void aLoserNamesItsExpressionByItsText() {
    assertThat(losers("service=维修 brand=A promotion=Y", Language.CHINESE))
        .containsExactlyInAnyOrder(
            "批量 要求表达式 quantity > 5 成立，实际不成立", "活动 要求表达式 promotion is X 成立，实际不成立");
    assertThat(losers("service=维修 brand=A promotion=Y", Language.ENGLISH))
        .contains("批量 it asks that the expression quantity > 5 holds, which it does not");
    assertThat(losers("service=维修 brand=A", Language.CHINESE))
        .contains("活动 无法判断表达式 promotion is X 成立：工单没有 promotion", "普通 条件都满足，但要先判断前面档位的表达式");
  }

  @ParameterizedTest
  @CsvSource({
    "completed=2026-11-20T14:00, EXPRESSION labour",
    "completed=2026-11-20T14:00 promotion=X, 月 2.00",
    "completed=2026-12-01T00:00, 普通 3.00",
    "status=CANCELLED, 取消 1.00",
  })
  void anExpressionIsNotAskedOutsideOfItsTiersDaysOrOfACancelledOrder(String order, String result) {
    String book =
        """
        categories: {labour: {per: order}}
        tiers:
          - {tier: 月, category: labour, priority: 3, when: {expression: promotion is X}, validUntil: 2026-12-01, charge: {flat: 2}}
          - {tier: 取消, category: labour, priority: 2, when: {status: CANCELLED}, charge: {flat: 1}}
          - {tier: 普通, category: labour, priority: 1, charge: {flat: 3}}
        """;
    assertThat(Desk.with(book).rate(order)).isEqualTo(result);
  }

  @Test
  void aLoserNamesTheFirstConditionThatFailsInTheOrderOfTheBooksDimensions() {
    CompiledBook book =
        BookText.compiled(
            """
            categories: {labour: {per: item}}
            tiers:
              - {tier: 急, category: labour, priority: 2, when: {quantity: {gt: 3}, urgency: URGENT, brand: B, customerClass: VIP}, charge: {flat: 2}}
              - {tier: 普通, category: labour, priority: 1, charge: {flat: 3}}
            """);
    Wording wording = Wording.of(book.book(), book.tree(), Language.CHINESE);
    assertThat(
            explanation(book, "service=维修 qty=1").choices().getFirst().losers().stream()
                .map(loser -> wording.reason(loser.reason(), "W")))
        .containsExactly("要求客户分层是 VIP，工单没有此信息");
  }

  @ParameterizedTest
  @CsvSource({
    "service=维修, EXPRESSION labour 0",
    "service=维修 promotion=X, 普通 3.00 + 加 1.00",
    "service=维修 promotion=Y, 普通 3.00",
  })
  void aModifierAsksExpressionsToo(String order, String result) {
    String book =
        """
        categories: {labour: {per: item}}
        tiers: [{tier: 普通, category: labour, priority: 1, charge: {flat: 3}}]
        modifiers: [{modifier: 加, on: labour, amount: 1, when: {expression: promotion is X}}]
        """;
    assertThat(Desk.with(book).rate(order)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "service=维修, EXPRESSION labour 0",
    "service=维修 promotion=X, nothing",
    "service=维修 promotion=Y, 普通 3.00",
  })
  void aTierGivesWayToAnExpression(String order, String result) {
    String book =
        """
        categories: {labour: {per: item}}
        tiers: [{tier: 普通, category: labour, priority: 1, unless: {expression: promotion is X}, charge: {flat: 3}}]
        """;
    assertThat(Desk.with(book).rate(order).replace("NOT_APPLICABLE", "nothing")).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "service=维修, EXPRESSION",
    "service=维修 promotion=X, 普通 3.00",
    "service=维修 promotion=Y, NOT_APPLICABLE",
  })
  void aBookMayApplyByAnExpression(String order, String result) {
    String book =
        """
        appliesWhen: {expression: promotion is X}
        categories: {labour: {per: item}}
        tiers: [{tier: 普通, category: labour, priority: 1, charge: {flat: 3}}]
        """;
    assertThat(Desk.with(book).rate(order)).isEqualTo(result);
  }

  @Test
  void anExpressionThatIsNotUnderstoodIsRefusedAtItsPlace() {
    String text =
        BookText.HEAD
            + """
            categories: {labour: {per: item}}
            tiers:
              - tier: t
                category: labour
                priority: 1
                when: {expression: what is this}
                charge: {flat: 3}
            covers: [{expression: quantity > 1}]
            """;
    BookReader reader =
        BookReader.of(GbT2260.tree(), dev.duodang.pricing.sample.ToyExpressions.TOY);
    assertThat(((BookReading.Refused) reader.read(text)).problems())
        .extracting(Object::toString)
        .containsExactly(
            "line 11, column 24, tiers[0].when.expression: at 1:3 of the expression, \"what is this\" is"
                + " no sentence; allowed: quantity > 3, promotion is X",
            "line 13, column 10, covers[0].expression: nothing can be proven of an expression;"
                + " allowed: other conditions");
  }

  @Test
  void withoutALanguageAnExpressionSaysWhatItNeeds() {
    PriceBook book = BookText.book(BookText.HEAD + BOOK);
    assertThat(BookReader.of(GbT2260.tree()).read(BookText.HEAD + BOOK))
        .isInstanceOfSatisfying(
            BookReading.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .hasSize(3)
                    .allMatch(
                        problem ->
                            problem
                                .message()
                                .contains("expressions need the module duodang-expressions")));
    CompiledBook compiled = CompiledBook.of(book, GbT2260.tree());
    assertThat(Desk.of(compiled).rate("service=维修"))
        .isEqualTo("EXPRESSION labour 0, EXPRESSION callOut");
    assertThat(
            Proof.of(compiled).all().stream().filter(Finding.RefusedExpression.class::isInstance))
        .hasSize(3);
  }
}
