package dev.duodang.order;

import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.wording.Language;

/** Short names of the reasons that an order waits for, for lists. */
final class HoldNames {

  private HoldNames() {}

  static String of(String reason, Language language) {
    boolean chinese = language == Language.CHINESE;
    return switch (Hold.Reason.valueOf(reason)) {
      case QUOTE -> chinese ? "待报价" : "quote needed";
      case NO_TIER -> chinese ? "无档位" : "no tier";
      case REGION_UNKNOWN -> chinese ? "区域不明" : "region unknown";
      case PAYEE_UNKNOWN -> chinese ? "结算对象不明" : "payee unknown";
      case NO_CONTRACT -> chinese ? "无合同" : "no contract";
      case NO_BOOK -> chinese ? "无价格手册" : "no price book";
      case NO_LIST_PRICE -> chinese ? "无目录价" : "no list price";
      case FACT_MISSING -> chinese ? "缺少信息" : "fact missing";
      case OUT_OF_RANGE -> chinese ? "超出范围" : "out of range";
      case OVER_LIMIT -> chinese ? "超出限额" : "over limit";
      case CONTRADICTION -> chinese ? "与主数据不一致" : "contradicts a record";
      case EXPRESSION -> chinese ? "表达式无法判断" : "expression undecided";
      case TIER_NOT_ALLOWED -> chinese ? "指定档位不允许" : "tier not allowed";
    };
  }
}
