package dev.duodang.pricing.wording;

import dev.duodang.pricing.rating.ContractGap;
import dev.duodang.pricing.rating.Hold.Detail;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import java.util.List;
import java.util.stream.Collectors;

/** What a master record or a contract says otherwise than an order needs. */
final class RecordWording {

  private static final int MOST_NAMED = 5;

  private final RegionTree tree;
  private final Language language;

  RecordWording(RegionTree tree, Language language) {
    this.tree = tree;
    this.language = language;
  }

  static String of(Detail.Contradicts contradicts, Language language) {
    String since =
        contradicts.since() == null
            ? ""
            : language.choose(
                "（自 " + contradicts.since() + " 起）", " (from " + contradicts.since() + " on)");
    return contradicts.fact().text()
        + language.choose(" 工单为「", " is \"")
        + contradicts.stated()
        + language.choose("」，主数据为「", "\" in the order, \"")
        + contradicts.recorded()
        + language.choose("」", "\" in the record")
        + since;
  }

  String sentence(Detail.NoContract none) {
    if (none.nearest() == null) {
      return language.choose(
          none.party() + " 在此结算关系下没有任何合同", none.party() + " has none in this relation at all");
    }
    String gaps =
        none.gaps().stream()
            .map(gap -> gap(gap, none))
            .collect(Collectors.joining(language.choose("，", ", ")));
    return none.party()
        + language.choose(" 最接近的合同 ", "'s nearest is ")
        + none.nearest()
        + language.choose("：", ": ")
        + gaps;
  }

  private String gap(ContractGap gap, Detail.NoContract none) {
    return switch (gap) {
      case ContractGap.Begins begins ->
          language.choose(
              begins.from() + " 才生效，计价日为 " + none.day(),
              "it begins on " + begins.from() + ", the order is of " + none.day());
      case ContractGap.Ended ended ->
          language.choose(
              "已于 " + ended.to() + " 到期，计价日为 " + none.day(),
              "it ended on " + ended.to() + ", the order is of " + none.day());
      case ContractGap.Elsewhere elsewhere ->
          language.choose("区域为 ", "the region is ")
              + (elsewhere.region() == null
                  ? language.choose("未知", "unknown")
                  : path(elsewhere.region()))
              + language.choose("，合同只含 ", ", the contract is for ")
              + named(elsewhere.allowed().stream().map(this::path).toList());
      case ContractGap.OtherService other ->
          language.choose("服务为 ", "the service is ")
              + (other.service() == null ? language.choose("未知", "unknown") : other.service())
              + language.choose("，合同只含 ", ", the contract is for ")
              + named(other.allowed().stream().map(Object::toString).toList());
    };
  }

  private String path(RegionCode code) {
    return tree.index(code) < 0 ? code.text() : tree.path(code);
  }

  private String named(List<String> names) {
    return names.stream().limit(MOST_NAMED).collect(Collectors.joining(language.choose("、", ", ")))
        + (names.size() > MOST_NAMED ? " …" : "");
  }
}
