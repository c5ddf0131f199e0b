package dev.duodang.pricing.wording;

import dev.duodang.pricing.book.CalendarWord;
import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.RegionGroup;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Decisions;
import dev.duodang.pricing.rating.Explanation;
import dev.duodang.pricing.rating.Explanation.Reason;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Line;
import dev.duodang.pricing.rating.LineTax;
import dev.duodang.pricing.rating.Promised;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.region.RegionTree;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sentences about one book's results in one language. */
public final class Wording {

  private final PriceBook book;
  private final RegionTree tree;
  private final Language language;
  private final Names names;

  private Wording(PriceBook book, RegionTree tree, Language language) {
    this.book = book;
    this.tree = tree;
    this.language = language;
    this.names = new Names(book, language);
  }

  /**
   * Sentences about one book.
   *
   * @param tree the tree that the book is compiled over
   */
  public static Wording of(PriceBook book, RegionTree tree, Language language) {
    return new Wording(book, tree, language);
  }

  /** What conditions ask, one text each: {@code 区域属于「核心城市」}. */
  public List<String> conditions(Conditions conditions) {
    return conditions.all().stream().map(this::condition).toList();
  }

  /** What one condition asks. */
  public String condition(Condition condition) {
    return switch (condition) {
      case Condition.OneOf set -> set(set);
      case Condition.InRange range -> names.of(range.number()) + " " + range.range();
      case Condition.During during ->
          names.of(during.event()) + period(during.from(), during.until());
      case Condition.AtHours hours ->
          names.of(hours.event()) + " " + hours.from() + "–" + hours.until();
      case Condition.OnWeekdays weekdays ->
          names.of(weekdays.event())
              + " "
              + weekdays.days().stream().sorted().map(names::of).collect(joined());
      case Condition.Happened happened ->
          happened.expected()
              ? language.choose("已" + names.of(happened.event()), names.of(happened.event()))
              : language.choose(
                  "未" + names.of(happened.event()), "not " + names.of(happened.event()));
      case Condition.InCalendar in ->
          names.of(in.event())
              + language.choose("时是「", ", by the calendar ")
              + names.of(in.calendar())
              + language.choose("」的", ": ")
              + CalendarWord.of(in.times()).stream().map(names::of).collect(joined());
      case Condition.PromiseCameOut promise -> names.of(promise.part()) + names.of(promise.state());
      case Condition.InStatus status ->
          language.choose("状态是 ", "the status is ")
              + status.statuses().stream().sorted().map(names::of).collect(joined());
      case Condition.Follows follows -> follows(follows);
      case Condition.BetweenDays days ->
          names.attribute(days.attribute()) + period(days.from(), days.until());
      case Condition.Expression expression ->
          language.choose("表达式 ", "the expression ")
              + expression.text()
              + language.choose(" 成立", " holds");
    };
  }

  /**
   * What was promised and what came of it, a sentence for each part: {@code 响应承诺 2 小时，实际 2 小时 13
   * 分：未守约，超时 13 分}; none where nothing was promised.
   */
  public List<String> promise(Rated rated) {
    Promised promised = rated.promise();
    return promised == null ? List.of() : new PromiseWording(book, language).sentences(promised);
  }

  private String set(Condition.OneOf set) {
    String name = names.of(set.dimension());
    boolean tree =
        set.dimension() == Dimension.Standard.REGION
            || set.dimension() == Dimension.Standard.SERVICE;
    String in =
        set.included().isEmpty()
            ? ""
            : name
                + (tree ? language.choose("属于", " is in ") : language.choose("是 ", " is "))
                + values(set.included());
    String out =
        set.excluded().isEmpty()
            ? ""
            : (tree ? language.choose("不属于", "not in ") : language.choose("不是 ", "not "))
                + values(set.excluded());
    if (out.isEmpty()) {
      return in;
    }
    return in.isEmpty()
        ? name + language.choose("", " is ") + out
        : in + language.choose("，", ", ") + out;
  }

  private String values(Collection<Code> values) {
    return values.stream().map(Code::text).sorted().map(this::value).collect(joined());
  }

  /** A group stands in corner brackets, so that it is not taken for a place. */
  private String value(String text) {
    boolean group =
        book.groups().stream().map(RegionGroup::name).anyMatch(name -> name.text().equals(text));
    return group ? "「" + text + "」" : text;
  }

  private java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(language.choose("、", ", "));
  }

  private String period(@Nullable LocalDateTime from, @Nullable LocalDateTime until) {
    return period(from == null ? null : moment(from), until == null ? null : moment(until));
  }

  /** A run of days. */
  String period(@Nullable LocalDate from, @Nullable LocalDate until) {
    return period(from == null ? null : from.toString(), until == null ? null : until.toString());
  }

  private String period(@Nullable String from, @Nullable String until) {
    String start = from == null ? "" : language.choose(" " + from + " 起", " from " + from);
    String end = until == null ? "" : language.choose(" " + until + " 前", " before " + until);
    return start + end;
  }

  /** A day, with the time of day where it is not the start. */
  private static String moment(LocalDateTime moment) {
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toLocalDate() + " " + moment.toLocalTime();
  }

  private String follows(Condition.Follows follows) {
    String kind = names.of(follows.kind());
    String days =
        follows.withinDays() == null
            ? ""
            : language.choose(
                " " + follows.withinDays() + " 天内的", " within " + follows.withinDays() + " days");
    String handler =
        follows.sameHandler() ? language.choose("（同一工程师）", " by the same engineer") : "";
    return language.choose("是" + days + kind + handler, "it is a " + kind + days + handler);
  }

  /** Why a tier did not win: {@code 客户分层是 MEMBER，要求客户分层是 VIP}. */
  public String reason(Reason reason, @Nullable String winner) {
    return switch (reason) {
      case Reason.Fails fails -> fails(fails);
      case Reason.Displaced _ ->
          language.choose("按条件应为此档位，由人指定了其他档位", "it wins by what it asks, but another was chosen");
      case Reason.Cancelled _ ->
          language.choose(
              "工单已取消，此档位不适用于取消", "the order is cancelled, which the tier does not admit");
      case Reason.NotValid _ ->
          language.choose("计价时不在有效期内", "it was not valid at the pricing time");
      case Reason.Priority priority ->
          language.choose(
              "优先级 " + priority.own() + " 低于" + shown(winner) + "的 " + priority.winners(),
              "its priority " + priority.own() + " is below " + priority.winners() + of(winner));
      case Reason.LessSpecific less ->
          language.choose(
              names.of(less.dimension()) + "条件不如" + shown(winner) + "具体",
              "it says less about " + names.of(less.dimension()) + " than " + shown(winner));
      case Reason.Earlier _ -> language.choose("生效日期更早", "it is valid from an earlier day");
      case Reason.Tie _ -> language.choose("与其他档位无法区分", "nothing sets it apart");
      case Reason.Undecided(boolean byExpression) ->
          byExpression
              ? language.choose(
                  "条件都满足，但要先判断前面档位的表达式",
                  "it holds, but the expression of a tier before it comes first")
              : language.choose("条件都满足，但区域确定前无法选定", "it holds, but the region must be known first");
      case Reason.Open open ->
          language.choose("区域不完整，无法判断", "the region is not known well enough to tell whether ")
              + condition(open.condition());
      case Reason.NotDecided not ->
          language.choose("无法判断", "it cannot be told whether ")
              + condition(not.condition())
              + language.choose("：", ": ")
              + HoldWording.why(not.undecided(), language);
    };
  }

  private String fails(Reason.Fails fails) {
    String asked = condition(fails.condition());
    String actual = fails.actual();
    if (fails.condition() instanceof Condition.Expression) {
      return language.choose(
          "要求" + asked + "，实际不成立", "it asks that " + asked + ", which it does not");
    }
    if (actual == null) {
      return language.choose(
          "要求" + asked + "，工单没有此信息", "it asks that " + asked + ", which the order does not state");
    }
    return language.choose(
        "要求" + asked + "，实际为 " + actual, "it asks that " + asked + ", but it is " + actual);
  }

  private String shown(@Nullable String winner) {
    return winner == null
        ? language.choose("其他档位", "the others")
        : language.choose("「" + winner + "」", winner);
  }

  private String of(@Nullable String winner) {
    return winner == null ? "" : " of " + winner;
  }

  /** Why another member of a modifier's group applied: {@code 本可得 10.00，「VIP」给得更多：20.00}. */
  public String outdone(Explanation.Outdone outdone) {
    String winner = shown(outdone.winner().name());
    String item =
        outdone.item() < 0
            ? ""
            : language.choose(
                "第 " + (outdone.item() + 1) + " 项：", "item " + (outdone.item() + 1) + ": ");
    return item
        + switch (outdone) {
          case Explanation.Outdone.ByPriority _ ->
              language.choose(
                  "同组只适用一项，" + winner + "优先级更高",
                  "one of the group applies, and " + winner + " has the higher priority");
          case Explanation.Outdone.ByAmount(_, _, Money own, Money winners)
              when own.equals(winners) ->
              language.choose(
                  "同组只适用一项，" + winner + "同为 " + own + "，排在前面",
                  "one of the group applies, and "
                      + winner
                      + " gives "
                      + own
                      + " too, and is first");
          case Explanation.Outdone.ByAmount(_, _, Money own, Money winners) ->
              language.choose(
                  "同组只适用一项，" + winner + "为 " + winners + "，高于此项的 " + own,
                  "one of the group applies, and "
                      + winner
                      + " gives "
                      + winners
                      + ", more than "
                      + own);
        };
  }

  /** Why a settlement waits, and for what. */
  public String hold(Hold hold) {
    String subject = hold.category() == null ? "" : categoryName(hold) + language.choose("：", ": ");
    return subject + new HoldWording(book, tree, language).sentence(hold);
  }

  private String categoryName(Hold hold) {
    FeeCategory category = hold.category() == null ? null : book.category(hold.category());
    return category == null ? "" : category.name();
  }

  /** One line with its computation: {@code 上门费 53.50 = 30.00 + 9.4 × 2.50}. */
  public String line(Line line) {
    String amount = line.amount().toString();
    String formula = line.computation().text();
    String text = line.label() + " " + amount + (formula.equals(amount) ? "" : " = " + formula);
    return line.tax() == null ? text : text + language.choose("，", ", ") + tax(line.tax());
  }

  /** The tax of a line: {@code 不含税 100.00，税 6.00（6%，一般纳税人）}. */
  public String tax(LineTax tax) {
    return language.choose("不含税 ", "net ")
        + tax.net()
        + language.choose("，税 ", ", tax ")
        + tax.tax()
        + language.choose("（", " (")
        + tax.percent().toShortString()
        + language.choose("%，", "%, ")
        + names.of(tax.taxpayer())
        + language.choose("）", ")");
  }

  /** What of a result is tax: {@code ；其中税 6.00}; nothing where the book has no taxes. */
  private String taxes(Rated rated) {
    Money tax = rated.tax();
    Taxes taxes = book.taxes();
    if (tax == null || taxes == null) {
      return "";
    }
    return switch (taxes.prices()) {
      case INCLUSIVE -> language.choose("；其中税 ", "; of it tax ") + tax;
      case EXCLUSIVE ->
          language.choose("；另加税 ", "; plus tax ")
              + tax
              + language.choose("，价税合计 ", ", in all ")
              + rated.total().plus(tax);
    };
  }

  /** The whole result in one sentence: {@code 233.50 = 人工 180.00 + 上门费 53.50}. */
  public String sentence(Explanation explanation) {
    Rated rated = explanation.rated();
    if (!rated.holds().isEmpty()) {
      return rated.holds().stream()
          .map(hold -> hold(hold) + nearest(hold, explanation))
          .collect(Collectors.joining(language.choose("；", "; ")));
    }
    Map<String, Money> sums = new LinkedHashMap<>();
    for (Line line : rated.lines()) {
      FeeCategory category = book.category(line.category());
      String name = category == null ? line.category().text() : category.name();
      sums.merge(name, line.amount(), Money::plus);
    }
    String parts =
        sums.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(" + "));
    return rated.total()
        + (parts.isEmpty() ? "" : " = " + parts)
        + taxes(rated)
        + winners(explanation)
        + forced(explanation);
  }

  /** Who gets what of a line: {@code 分给 E1 33.34、E2 33.33}; empty where one gets all of it. */
  public String shares(Map<PartyId, Money> shares) {
    return shares.size() < 2
        ? ""
        : language.choose("分给 ", "shared: ")
            + shares.entrySet().stream()
                .map(share -> share.getKey().text() + " " + share.getValue())
                .collect(joined());
  }

  /** For a hold without a tier, the tier that came nearest and what it asks. */
  private String nearest(Hold hold, Explanation explanation) {
    if (hold.reason() != Hold.Reason.NO_TIER) {
      return "";
    }
    return explanation.choices().stream()
        .filter(choice -> choice.category().id().equals(hold.category()))
        .filter(choice -> choice.item() == hold.item() && !choice.losers().isEmpty())
        .map(choice -> choice.losers().getFirst())
        .map(
            loser ->
                language.choose("；最接近的是「", "; the nearest is ")
                    + loser.tier().name()
                    + language.choose("」：", ": ")
                    + reason(loser.reason(), null))
        .findFirst()
        .orElse("");
  }

  /** Each tier that has a line and asks for something, once. */
  private String winners(Explanation explanation) {
    return explanation.choices().stream()
        .filter(choice -> choice.forced() == null)
        .flatMap(choice -> Stream.ofNullable(choice.winner()))
        .filter(tier -> !tier.when().all().isEmpty() && hasLine(explanation, tier.id()))
        .distinct()
        .map(
            tier ->
                language.choose("；", "; ")
                    + tier.name()
                    + language.choose("：", ": ")
                    + String.join(language.choose("，", ", "), conditions(tier.when())))
        .collect(Collectors.joining());
  }

  /** Each tier that somebody chose, with who, why and what it stands for. */
  private String forced(Explanation explanation) {
    return explanation.choices().stream()
        .filter(choice -> choice.forced() != null && choice.winner() != null)
        .map(choice -> language.choose("；", "; ") + forced(choice))
        .collect(Collectors.joining());
  }

  /**
   * That somebody chose the tier: {@code 指定「高级档」，按条件应为「标准档」，manager：客户投诉}; empty where nobody did.
   */
  public String forced(Explanation.Choice choice) {
    Decisions.Forced forced = choice.forced();
    Tier winner = choice.winner();
    if (forced == null || winner == null) {
      return "";
    }
    Tier best = choice.best();
    String instead =
        best == null
            ? language.choose("按条件没有适用的档位", "where no tier applies")
            : best.equals(winner)
                ? language.choose("按条件也应为此档位", "which wins by what it asks, too")
                : language.choose(
                    "按条件应为「" + best.name() + "」", "where " + best.name() + " would win");
    return language.choose(
        "指定「" + winner.name() + "」，" + instead + "，" + by("", forced, "：") + forced.reason(),
        winner.name()
            + " chosen"
            + by(" by ", forced, "")
            + ", "
            + instead
            + ": "
            + forced.reason());
  }

  /** Who chose, between words; nothing where nobody is named. */
  private static String by(String before, Decisions.Forced forced, String after) {
    return forced.by().isBlank() ? "" : before + forced.by() + after;
  }

  private static boolean hasLine(Explanation explanation, dev.duodang.pricing.book.TierId tier) {
    return explanation.rated().lines().stream().anyMatch(line -> tier.equals(line.tier()));
  }

  /** The pricing time in the book's zone: {@code 2026-11-20 14:00}. */
  public String pricingTime(Rated rated) {
    if (rated.pricingTime() == null) {
      return "";
    }
    LocalDateTime time = LocalDateTime.ofInstant(rated.pricingTime(), book.zone());
    return time.toLocalDate() + " " + time.toLocalTime().withNano(0);
  }
}
