package dev.duodang.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.expression.OrderFacts;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.WorkOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions say of an order. */
class CelExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0.1 + 0.2 == 0.3                                        | true",
        "1 / 3 * 3 == 1                                          | true",
        "item.quantity == 2.5                                    | true",
        "item.quantity in [1, 2.50]                              | true",
        "item.quantity * item.measures.weight > 81.2             | true",
        "item.quantity * item.measures.weight > 81.25            | false",
        "- 2.5 < -2.4 && -(1) < 0 && 3 - 1 == 2                  | true",
        "123456789012345678.1 < 123456789012345678.11            | true",
        "999999999999999999 * 10 > 999999999999999999            | true",
        "order.distance > 12345 && order.duration == 90 * 60     | true"
      })
  void numbersAreExactDecimals(String text, String result) {
    assertThat(Sample.said(text)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "item.service.startsWith(\"安装\") && item.brand == \"美的\"  | true",
        "item.service.endsWith(\"空调\") && item.service.contains(\"/\") | true",
        "item.product.matches(\"^KFR-[0-9]{2}\")                   | true",
        "item.product.matches(\"^[0-9]\")                          | false",
        "item.warranty == \"IN\" && order.status == \"completed\"    | true",
        "order.stage == \"after-sales\"                            | true",
        "order.customerClass in [\"VIP\", \"KEY\"]                   | true",
        "order.partnerType == \"BOUTIQUE\" && order.counterparty == \"P1\" && order.customer == \"C1\" | true",
        "order.urgency != \"NORMAL\"                               | true",
        "item.attributes[\"楼层\"] >= 7 && has(item.attributes[\"楼层\"]) | true",
        "order.related.kind == \"follow-up\"                       | true",
        "order.completed - order.related.completed < duration(\"300h\") | true"
      })
  void factsAreNamedAsInBooks(String text, String result) {
    assertThat(Sample.said(text)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "order.completed.hour() == 22 && order.completed.minute() == 30 | true",
        "order.completed.dayOfWeek() == 5 && order.completed.dayOfMonth() == 20 | true",
        "order.completed.year() == 2026 && order.completed.month() == 11 | true",
        "order.completed >= day(\"2026-11-20\")                    | true",
        "order.completed < day(\"2026-11-21\")                     | true",
        "order.completed == timestamp(\"2026-11-20T22:30:00+08:00\") | true",
        "order.completed - order.accepted == duration(\"12h30m\")  | true",
        "order.accepted + duration(\"12h\") < order.completed      | true",
        "item.attributes.bought == day(\"2024-02-29\")             | true"
      })
  void timesAreReadInTheBooksZone(String text, String result) {
    assertThat(Sample.said(text)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "order.items.size() == 2 && order.handlers.size() == 2   | true",
        "order.items.exists(i, i.service == \"维修\")              | true",
        "order.items.all(i, i.service == \"维修\")                 | false",
        "order.items.exists_one(i, i.service == \"维修\")          | true",
        "order.items.filter(i, i.quantity > 1).size() == 1       | true",
        "order.items.map(i, i.quantity).sum() == 3.5             | true",
        "order.parts.map(p, p.quantity).sum() == 10              | true",
        "order.items.all(i, order.parts.exists(p, p.quantity > i.quantity)) | true",
        "order.items.exists(i, order.items.exists(i, i.quantity == 1) && i.quantity == 2.5) | true",
        "order.handlers.exists(h, h.id == \"E2\" && h.share == 1)  | true",
        "[1, 2, 3].filter(n, n > 1).map(n, n * 2).sum() == 10    | true"
      })
  void loopsLookAtAllOfAList(String text, String result) {
    assertThat(Sample.said(text)).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '~',
      value = {
        "order.promotion == \"X\"                                  § ABSENT order.promotion",
        "!(order.promotion == \"X\")                               § ABSENT order.promotion",
        "has(order.promotion) && order.promotion == \"X\"          § false",
        "!has(order.promotion) || order.promotion == \"X\"         § true",
        "order.promotion == \"X\" || order.status == \"completed\"   § true",
        "order.promotion == \"X\" && order.status == \"open\"        § false",
        "has(order.promotion) ? order.promotion == \"X\" : false   § false",
        "order.items.exists(i, i.brand == \"美的\")                 § true",
        "order.items.exists(i, i.brand == \"格力\")                 § ABSENT i.brand",
        "order.items.exists(i, has(i.brand) && i.brand == \"格力\") § false",
        "order.parts.map(p, p.amount).sum() > 1                  § ABSENT p.amount",
        "order.attributes[\"楼层\"] == 1                           § ABSENT order.attributes[\"楼层\"]",
        "item.attributes.note == \"not-a-day\"                     § true",
        "order.arrived > order.created                           § ABSENT order.arrived",
        "1 / (order.handlers.size() - 2) > 1                     § DIVISION_BY_ZERO",
        "order.completed + duration(\"999999h\") + duration(\"999999h\") > order.created § true"
      })
  void whatIsAbsentIsNeverFalse(String text, String result) {
    assertThat(Sample.said(text)).isEqualTo(result);
  }

  @Test
  void anOrderWithoutItemsIsOneOfNothing() {
    OrderFacts bare = new OrderFacts(WorkOrder.builder(OrderNo.of("W2")).build(), null, null);
    assertThat(Sample.said("item.quantity == 1 && !has(item.service)", bare)).isEqualTo("true");
    assertThat(Sample.said("item.service == \"维修\"", bare)).isEqualTo("ABSENT item.service");
    assertThat(Sample.said("has(order.related.kind)", bare)).isEqualTo("false");
    assertThat(Sample.said("order.related.kind == \"rework\"", bare))
        .isEqualTo("ABSENT order.related");
  }

  @Test
  void anExpressionThatTakesTooLongIsUndecided() {
    OrderFacts large = Sample.facts(1000);
    assertThat(Sample.said("order.parts.all(p, p.quantity > 0)", large)).isEqualTo("true");
    assertThat(
            Sample.said("order.parts.all(p, order.parts.exists(q, q.number == p.number))", large))
        .isEqualTo("TOO_MUCH_WORK");
    assertThat(
            Sample.said(
                "order.parts.map(p, order.parts.map(q, order.parts.map(r, r.quantity))).size() > 1"
                    + " || order.status == \"completed\"",
                large))
        .isEqualTo("TOO_MUCH_WORK");
    assertThat(Sample.said("order.parts.all(p, p.number.matches(\"(.*)*(.*)*(.*)*X$\"))", large))
        .isEqualTo("false");
  }

  @Test
  void aNumberIsBounded() {
    assertThat(
            Sample.said("order.parts.map(p, 1 / (p.quantity + 0.5)).sum() > 1", Sample.facts(1000)))
        .isEqualTo("OUT_OF_BOUNDS");
    String large = "999999999999999999.999999999999999999";
    String product = String.join(" * ", java.util.Collections.nCopies(20, large));
    assertThat(Sample.said(product + " > 1")).isEqualTo("OUT_OF_BOUNDS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "item.product.matches('(a{1000}){1000}')",
        "item.product.matches('(((((a{50}){50}){50}){50}){50})')",
        "item.product.matches('a{99999999999}')",
        "item.product.matches('(((a{9,}){9,}){9,})')"
      })
  void aPatternThatUnfoldsTooFarIsRefused(String text) {
    assertThat(Sample.mistakes(text))
        .containsExactly(
            "1:21 the pattern is too large; allowed: a shorter one with smaller repetitions");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "item.qty > 3 | 1:5 \"qty\" is no fact there; allowed: service, brand, product, warranty, quantity, measures, attributes",
        "order.handlers.all(h, h.name == \"x\") | 1:24 \"name\" is no fact there; allowed: id, share",
        "item.quantity > \"3\" | 1:15 \">\" does not take (number, text); allowed: (number, number), (text, text), (time, time), (duration, duration)",
        "item.quantity | 1:5 it gives a number; allowed: what is true or false",
        "x == 1 | 1:1 \"x\" is not known; allowed: order, item, a variable of a loop",
        "order.status == \"done\" | 1:17 order.status is never \"done\"; allowed: open, completed, verified, cancelled",
        "item.attributes.site in [\"A\", \"C\"] | 1:31 item.attributes.site is never \"C\"; allowed: A, B",
        "duration(\"2 days\") > duration(\"1h\") | 1:9 \"2 days\" is not a duration; allowed: hours, minutes and seconds, such as 2h30m",
        "order.created > day(\"2026-02-30\") | 1:20 \"2026-02-30\" is not a day; allowed: a day such as 2026-01-31",
        "order.created > day(item.service) | 1:20 day needs its text as it stands; allowed: a text in quotes",
        "1e3 > 1 | 1:1 \"1e3\" is not a plain decimal; allowed: a plain decimal with at most 18 digits on each side of the point",
        "null == null | 1:1 there is no null; allowed: has(…) for a fact that may be absent",
        "{\"a\": 1}.a == 1 | 1:1 {…} makes something new; allowed: facts, texts, numbers and lists",
        "item.quantity in [1, \"a\"] | 1:18 a list of several kinds of values; allowed: values of one kind",
        "has(item) | 1:4 has() asks for a fact, such as has(order.promotion)",
        "order.region == \"北京市\" | 1:6 the region is asked with region: beside the expression",
        "\"a\" + \"b\" == \"ab\" | 1:5 \"+\" does not take (text, text); allowed: (number, number), (time, duration), (duration, duration)"
      })
  void aMistakeNamesItsPlaceAndWhatIsAllowed(String text, String mistake) {
    assertThat(Sample.mistakes(text).getFirst()).isEqualTo(mistake);
  }

  @Test
  void aMistakeCountsLinesAndCharacters() {
    assertThat(Sample.mistakes("item.service == \"😀\" &&\n  item.qty > 1").getFirst())
        .startsWith("2:7 \"qty\" is no fact there");
    assertThat(Sample.mistakes("\"😀\" == item.qty").getFirst()).startsWith("1:12 \"qty\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order.created.getHours() == 1",
        "type(1) == type(2)",
        "size(order.items) == 1",
        "int(\"1\") == 1",
        "order.items[0].quantity == 1",
        "dyn(1) == 1",
        "string(1) == \"1\"",
        "b\"a\" == b\"a\"",
        "1u == 1u",
        "google.protobuf.Timestamp{}",
        "order.created.getDate() == 1",
        "1 % 2 == 1"
      })
  void whatPricesDoNotNeedIsNotThere(String text) {
    assertThat(Sample.mistakes(text)).isNotEmpty();
  }

  @Test
  void aPatternThatIsNoneIsRefused() {
    assertThat(Sample.mistakes("item.product.matches('(')"))
        .containsExactly("1:21 \"(\" is not a pattern: missing closing )");
  }

  @Test
  void allMistakesOfATextAreTold() {
    assertThat(Sample.mistakes("item.qty > 1 && order.sum > 2"))
        .extracting(mistake -> mistake.substring(0, mistake.indexOf(' ')))
        .isEqualTo(List.of("1:5", "1:22"));
  }
}
