package dev.duodang.pricing.wording;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.proof.Area;
import dev.duodang.pricing.proof.Example;
import dev.duodang.pricing.proof.Finding;
import dev.duodang.pricing.proof.Findings;
import dev.duodang.pricing.region.RegionTree;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a proof finds in a book, in sentences that say what is wrong, where, and what helps. */
public final class FindingWording {

  private final PriceBook book;
  private final Language language;
  private final Wording wording;
  private final Names names;
  private final AreaWording areas;
  private final ExampleWording examples;

  private FindingWording(PriceBook book, RegionTree tree, Language language) {
    this.book = book;
    this.language = language;
    this.wording = Wording.of(book, tree, language);
    this.names = new Names(book, language);
    this.areas = new AreaWording(book, wording, language);
    this.examples = new ExampleWording(book, tree, language);
  }

  /**
   * Sentences about what was found in one book.
   *
   * @param tree the tree that the book is compiled over
   */
  public static FindingWording of(PriceBook book, RegionTree tree, Language language) {
    return new FindingWording(book, tree, language);
  }

  /** The kind of a finding in a word or two, to stand before its sentence. */
  public String kind(Finding.Kind kind) {
    return switch (kind) {
      case CONFLICT -> language.choose("冲突", "conflict");
      case GAP -> language.choose("空档", "gap");
      case UNDECIDED_GAP -> language.choose("空档未查完", "gap undecided");
      case UNREACHABLE -> language.choose("永远用不到", "never used");
      case UNDECIDED_REACH -> language.choose("是否用得到未查完", "use undecided");
      case CONTRADICTION -> language.choose("条件矛盾", "contradiction");
      case IDLE_MODIFIER -> language.choose("加减价不起作用", "modifier never applies");
      case IDLE_REBATE -> language.choose("返利不计任何工单", "rebate counts nothing");
      case CLOSED_LAST_STEP -> language.choose("最后一阶未说明", "last step ends");
      case OUTSIDE_AGREED -> language.choose("超出商定范围", "outside its range");
      case ALWAYS_ABOVE_LIMIT -> language.choose("总是超过上限", "always above the limit");
      case BELOW_ZERO -> language.choose("金额为负", "below zero");
      case MORE -> language.choose("未列出", "not listed");
      case EXPRESSION -> language.choose("表达式有误", "expression");
      case GAP_BY_EXPRESSION -> language.choose("空档取决于表达式", "gap by expression");
      case UNDECIDED_PROMISE -> language.choose("承诺可能无法判断", "promise unknown");
      case CALENDAR_ENDS -> language.choose("日历缺少年份", "calendar ends");
      case REACH_BY_EXPRESSION -> language.choose("是否用得到取决于表达式", "use by expression");
    };
  }

  /** What is wrong, where, and what helps; the example order is told by {@link #example}. */
  public String sentence(Finding finding) {
    return switch (finding) {
      case Finding.Conflict conflict -> conflict(conflict);
      case Finding.Gap gap ->
          language.choose(
              gap.category().name() + "没有档位适用于这些工单：" + areas.text(gap.area()),
              gap.category().name() + " has no tier for orders with: " + areas.text(gap.area()));
      case Finding.UndecidedGap gap -> undecided(gap.category(), gap.area());
      case Finding.Unreachable unreachable -> unreachable(unreachable);
      case Finding.UndecidedReach reach ->
          language.choose(
              name(reach.tier()) + "是否会被选中，计算量太大，没有查完；余下的是：" + areas.text(reach.area()),
              "it is too much work to tell whether "
                  + name(reach.tier())
                  + " ever wins; what is left: "
                  + areas.text(reach.area()));
      case Finding.Contradiction contradiction -> contradiction(contradiction);
      case Finding.IdleModifier idle -> idle(idle);
      case Finding.IdleRebate idle -> idle(idle);
      case Finding.ClosedLastStep closed -> closed(closed);
      case Finding.OutsideAgreed outside ->
          language.choose(
              name(outside.tier())
                  + "的价格 "
                  + outside.amount()
                  + " 不在可商定的范围 "
                  + outside.agreed()
                  + " 内",
              "the price of "
                  + name(outside.tier())
                  + ", "
                  + outside.amount()
                  + ", is not within "
                  + outside.agreed()
                  + ", on which a person may agree");
      case Finding.AlwaysAboveLimit above ->
          language.choose(
              name(above.tier()) + "至少 " + above.amount() + "，总是高于自动结算上限 " + above.limit(),
              name(above.tier())
                  + " gives at least "
                  + above.amount()
                  + ", always above the "
                  + above.limit()
                  + " that settle without a person");
      case Finding.BelowZero below -> belowZero(below);
      case Finding.More more -> more(more);
      case Finding.RefusedExpression refused -> refused(refused);
      case Finding.GapByExpression gap ->
          language.choose(
              gap.category().name()
                  + "对这些工单是否有价格，只取决于"
                  + name(gap.tier())
                  + "的表达式，无法证明："
                  + areas.text(gap.area()),
              "whether "
                  + gap.category().name()
                  + " has a price hangs on the expression of "
                  + name(gap.tier())
                  + " alone, of which nothing can be proven, for orders with: "
                  + areas.text(gap.area()));
      case Finding.UndecidedPromise undecided -> undecided(undecided);
      case Finding.CalendarEnds ends -> ends(ends);
      case Finding.ReachByExpression reach ->
          language.choose(
              name(reach.tier()) + "是否会被选中取决于它的表达式，无法证明",
              "whether "
                  + name(reach.tier())
                  + " ever wins hangs on its expression, and cannot be proven");
    };
  }

  /** An order that shows a finding, by the facts that matter. */
  public String example(Example example) {
    return examples.sentence(example);
  }

  private String conflict(Finding.Conflict conflict) {
    String first = name(conflict.first());
    String second = name(conflict.second());
    if (conflict.tiers().stream().anyMatch(tier -> tier.when().expression() != null)) {
      return language.choose(
          first + "和" + second + "可能同时适用，而其中有表达式，只有优先级能分先后；请设不同的优先级，或让条件互斥",
          first
              + " and "
              + second
              + " may both apply, and one of them asks an expression, so that only priority ranks"
              + " them; set different priorities or conditions that exclude each other");
    }
    return language.choose(
        first + "和" + second + "可能同时适用，且分不出先后；请设不同的优先级，或让条件互斥",
        first
            + " and "
            + second
            + " may both apply, and nothing ranks one before the other; set different priorities"
            + " or conditions that exclude each other");
  }

  private String undecided(FeeCategory category, Area area) {
    return language.choose(
        category.name() + "是否对这些工单都有价格，计算量太大，没有查完：" + areas.text(area),
        "it is too much work to tell whether "
            + category.name()
            + " has a price for all orders with: "
            + areas.text(area));
  }

  private String unreachable(Finding.Unreachable unreachable) {
    String name = name(unreachable.tier());
    if (unreachable.covering().isEmpty()) {
      return language.choose(
          name + "永远不会被选中：它的工单都由优先的档位定价",
          name + " never wins: tiers that rank before it take all of its orders");
    }
    return language.choose(
        name + "永远不会被选中：它的工单都由" + names(unreachable.covering()) + "定价",
        name + " never wins: " + names(unreachable.covering()) + " take all of its orders");
  }

  private String contradiction(Finding.Contradiction contradiction) {
    String name = name(contradiction.tier());
    List<Condition> conditions = contradiction.contradicting();
    return switch (conditions.size()) {
      case 0 ->
          language.choose(
              name + "在手册的有效期和适用范围内没有工单",
              name + " has no order within the days and the orders of the book");
      case 1 ->
          language.choose(
              "没有工单能满足" + name + "的这个条件：" + texts(conditions),
              "no order can meet what " + name + " asks: " + texts(conditions));
      default ->
          language.choose(
              "没有工单能同时满足" + name + "的条件：" + texts(conditions),
              "no order can meet together what " + name + " asks: " + texts(conditions));
    };
  }

  private String idle(Finding.IdleModifier idle) {
    String name = quoted(idle.modifier().name(), idle.modifier().id().text());
    if (!idle.contradicting().isEmpty()) {
      return language.choose(
          "没有工单能满足" + name + "的条件：" + texts(idle.contradicting()),
          "no order can meet what " + name + " asks: " + texts(idle.contradicting()));
    }
    if (!idle.displacing().isEmpty()) {
      String others = modifiers(idle.displacing());
      return language.choose(
          name + "从不起作用：满足其条件的工单上，同组里优先级更高的" + others + "总会适用",
          name + " never applies: on all that it asks for, " + others + " of its group come first");
    }
    String on = categories(idle.modifier().on());
    return language.choose(
        name + "从不起作用：满足其条件的工单上，" + on + "没有它可以改变的金额",
        name
            + " never applies: orders that meet what it asks have no amount of "
            + on
            + " to change");
  }

  private String idle(Finding.IdleRebate idle) {
    String name = quoted(idle.rebate().name(), idle.rebate().id().text());
    if (!idle.contradicting().isEmpty()) {
      return language.choose(
          "没有工单能满足" + name + "的条件：" + texts(idle.contradicting()),
          "no order can meet what " + name + " asks: " + texts(idle.contradicting()));
    }
    String on = categories(idle.rebate().on());
    return language.choose(
        name + "不计任何工单：满足其条件的工单上，" + on + "没有档位",
        name + " counts nothing: orders that meet what it asks have no tier of " + on);
  }

  private String undecided(Finding.UndecidedPromise undecided) {
    String name = quoted(undecided.name(), undecided.asking());
    String events =
        undecided.missing().stream()
            .map(names::of)
            .collect(Collectors.joining(language.choose("、", ", ")));
    String written =
        undecided.missing().stream()
            .map(event -> event.name().toLowerCase(Locale.ROOT) + ": true")
            .collect(Collectors.joining(", "));
    return language.choose(
        name + "问承诺是否守约；工单没有" + events + "时间时无法判断，按不满足处理；如果本意如此，请在条件里写明 " + written,
        name
            + " asks how a promise came out, which is not known of orders without a time of "
            + events
            + ", so that it passes them by; if that is meant, say "
            + written
            + " in its conditions");
  }

  private String ends(Finding.CalendarEnds ends) {
    String name = quoted(ends.calendar().name(), ends.calendar().id().text());
    return language.choose(
        "日历" + name + "没有列出 " + ends.year() + " 年的节假日和调休，而手册在那一年有效；那一年的日子都按平常的一周算",
        "calendar "
            + name
            + " lists no day of "
            + ends.year()
            + ", in which the book is valid; all of its days are taken for ordinary ones");
  }

  private String categories(List<CategoryId> on) {
    return book.categories().stream()
        .filter(category -> on.contains(category.id()))
        .map(FeeCategory::name)
        .collect(and());
  }

  private String closed(Finding.ClosedLastStep closed) {
    String name = name(closed.tier());
    String end = closed.end().toShortString();
    return language.choose(
        name + "的最后一阶到 " + end + " 为止，没有说明超出怎么算；请加 beyondLast：last-price、refused 或 free",
        "the last step of "
            + name
            + " ends at "
            + end
            + ", and what lies beyond has no price; add beyondLast: last-price, refused or free");
  }

  private String belowZero(Finding.BelowZero below) {
    String modifiers = modifiers(below.modifiers());
    return language.choose(
        name(below.tier()) + "减去" + modifiers + "后是负数：" + below.amount(),
        modifiers + " bring " + name(below.tier()) + " below zero: " + below.amount());
  }

  private String modifiers(List<Modifier> modifiers) {
    return modifiers.stream()
        .map(Modifier::name)
        .map(name -> language.choose("「" + name + "」", "\"" + name + "\""))
        .collect(and());
  }

  private String refused(Finding.RefusedExpression refused) {
    String of = refused.tiers().isEmpty() ? "" : names(refused.tiers());
    String problems =
        refused.problems().stream()
            .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
            .collect(Collectors.joining("; "));
    return language.choose(
        of + "表达式 " + refused.expression() + " 没有通过检查：" + problems,
        (of.isEmpty() ? "" : of + ": ")
            + "the expression "
            + refused.expression()
            + " does not pass the check: "
            + problems);
  }

  private String more(Finding.More more) {
    Findings.Count hidden = more.hidden();
    String kind = kind(more.of());
    if (hidden.number() == 0) {
      return language.choose(
          kind + "：计算量太大，没有查完，可能还有",
          kind + ": it was too much work to look for all; there may be more");
    }
    return language.choose(
        kind + "：还有" + (hidden.isExact() ? " " : "至少 ") + hidden.number() + " 处",
        kind + ": " + (hidden.isExact() ? "" : "at least ") + hidden.number() + " more");
  }

  private String name(Tier tier) {
    return quoted(tier.name(), tier.id().text());
  }

  private String names(List<Tier> tiers) {
    return tiers.stream().map(this::name).collect(and());
  }

  private String texts(List<Condition> conditions) {
    return conditions.stream()
        .map(wording::condition)
        .collect(Collectors.joining(language.choose("；", "; ")));
  }

  private java.util.stream.Collector<CharSequence, ?, String> and() {
    return Collectors.joining(language.choose("、", ", "));
  }

  /** With the id that stands in the book, where it is not the name. */
  private String quoted(String name, String id) {
    String by = name.equals(id) ? "" : language.choose("（" + id + "）", " (" + id + ")");
    return language.choose("「" + name + "」", "\"" + name + "\"") + by;
  }
}
