package dev.duodang.pricing.wording;

import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.rating.Hold.Detail;
import dev.duodang.pricing.region.RegionTree;
import java.util.List;
import java.util.stream.Collectors;

/** What a settlement waits for, in a sentence. */
final class HoldWording {

  private final PriceBook book;
  private final RegionTree tree;
  private final Language language;

  HoldWording(PriceBook book, RegionTree tree, Language language) {
    this.book = book;
    this.tree = tree;
    this.language = language;
  }

  String sentence(Hold hold) {
    if (hold.detail() instanceof Detail.BeyondAccount beyond) {
      return beyond(beyond);
    }
    String reason = reason(hold.reason());
    String detail = detail(hold.detail());
    return detail.isEmpty() ? reason : reason + language.choose("，", ", ") + detail;
  }

  private String beyond(Detail.BeyondAccount beyond) {
    String whose =
        beyond.tier() == null
            ? language.choose("合计", "the sum")
            : language.choose("「", "the amount of ")
                + name(beyond.tier())
                + language.choose("」的金额", "");
    String most = beyond.most() + " " + beyond.most().currency();
    return whose
        + language.choose("超出账户的上限，最多 ", " is more than an account holds, at most ")
        + most
        + language.choose("，请核对数量", "; check the quantities");
  }

  private String notAllowed(Detail.NotAllowed not) {
    String allowed =
        not.allowed().stream()
            .map(this::name)
            .collect(Collectors.joining(language.choose("、", ", ")));
    return language.choose("「" + name(not.tier()) + "」；", name(not.tier()) + "; ")
        + (allowed.isEmpty()
            ? language.choose("此类别没有可指定的档位", "no tier of the category may be chosen")
            : language.choose("可指定：", "allowed: ") + allowed);
  }

  private String reason(Hold.Reason reason) {
    return switch (reason) {
      case QUOTE -> language.choose("待报价", "waits for a quote");
      case NO_TIER -> language.choose("没有适用的档位", "no tier applies");
      case REGION_UNKNOWN -> language.choose("区域无法确定", "the region cannot be told");
      case PAYEE_UNKNOWN -> language.choose("收款方未知", "the payee is not known");
      case NO_CONTRACT -> language.choose("没有有效合同", "there is no contract");
      case NO_BOOK -> language.choose("计价时没有有效的价格手册", "no price book is valid at the pricing time");
      case NO_LIST_PRICE -> language.choose("价目表中没有价格", "the price list has no price");
      case FACT_MISSING -> language.choose("缺少必要信息", "a fact is missing");
      case OUT_OF_RANGE ->
          language.choose("超出档位的计价范围", "it is beyond what the tier has prices for");
      case OVER_LIMIT ->
          language.choose("金额超过自动结算上限", "the amount is above what settles without a person");
      case EXPRESSION -> language.choose("表达式无法判断", "an expression cannot be decided");
      case CONTRADICTION -> language.choose("工单与主数据不一致", "the order contradicts a master record");
      case TIER_NOT_ALLOWED -> language.choose("指定的档位不允许", "the tier chosen is not allowed");
    };
  }

  private String detail(Detail detail) {
    return switch (detail) {
      case Detail.None _ -> "";
      case Detail.Quote quote ->
          language.choose("「", "for ")
              + name(quote.tier())
              + language.choose("」金额应在 ", ", between ")
              + quote.range().minimum()
              + language.choose(" 到 ", " and ")
              + quote.range().maximum()
              + language.choose(" 之间", "");
      case Detail.Regions regions -> candidates(regions);
      case Detail.NoPrice price -> language.choose("配件 ", "part ") + price.part();
      case Detail.Missing missing -> missing.fact();
      case Detail.NotAllowed not -> notAllowed(not);
      case Detail.Beyond beyond -> name(beyond.tier());
      case Detail.BeyondAccount account -> beyond(account);
      case Detail.Above above ->
          above.amount() + language.choose(" 高于上限 ", " is above the limit ") + above.limit();
      case Detail.OtherCurrency other ->
          language.choose(other.day() + " 没有 ", "there is no rate from ")
              + other.from()
              + language.choose(" 到 ", " to ")
              + other.to()
              + language.choose(
                  " 的汇率（" + other.base() + "）", " on " + other.day() + " for " + other.base());
      case Detail.NoTaxRate none ->
          language.choose("税目「", "no rate of tax for ")
              + none.category()
              + language.choose("」对", ", ")
              + new Names(book, language).of(none.taxpayer())
              + language.choose("在 " + none.day() + " 没有税率", ", on " + none.day());
      case Detail.NotDecided not ->
          why(not.undecided(), language)
              + language.choose("（", " (")
              + not.expression()
              + language.choose("）", ")");
      case Detail.Contradicts contradicts -> RecordWording.of(contradicts, language);
      case Detail.NoContract none -> new RecordWording(tree, language).sentence(none);
      case Detail.Waiting waiting ->
          language.choose(
              "等待 " + waiting.base() + " 先结算", "until " + waiting.base() + " is settled");
    };
  }

  /** Why an expression is neither true nor false. */
  static String why(ExpressionOutcome.Undecided undecided, Language language) {
    return switch (undecided.why()) {
      case ABSENT ->
          language.choose(
              "工单没有 " + undecided.fact(), "the order does not state " + undecided.fact());
      case DIVISION_BY_ZERO -> language.choose("除数为零", "it divides by zero");
      case OUT_OF_BOUNDS -> language.choose("数字或时间超出界限", "a number or time in it is out of bounds");
      case TOO_MUCH_WORK -> language.choose("计算步数超过上限", "it takes too many steps");
      case NOT_CHECKED -> language.choose("表达式没有通过检查", "its text does not pass the check");
    };
  }

  private String candidates(Detail.Regions regions) {
    if (regions.candidates().isEmpty()) {
      return language.choose("请选择区域", "choose the region");
    }
    List<String> paths = regions.candidates().stream().limit(5).map(tree::path).toList();
    return language.choose("可能是 ", "it may be ")
        + paths.stream().collect(Collectors.joining(language.choose("、", " or ")))
        + (regions.candidates().size() > 5 ? " …" : "");
  }

  private String name(TierId id) {
    Tier tier = book.tier(id);
    return tier == null ? id.text() : tier.name();
  }
}
