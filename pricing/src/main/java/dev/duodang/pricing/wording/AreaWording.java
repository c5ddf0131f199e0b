package dev.duodang.pricing.wording;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Fact;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.proof.Area;
import dev.duodang.pricing.proof.Extent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A kind of orders in words. */
final class AreaWording {

  /** So many values are named; of the others it is said how many they are. */
  private static final int NAMED_MAX = 8;

  private final PriceBook book;
  private final Wording wording;
  private final Language language;
  private final Names names;

  AreaWording(PriceBook book, Wording wording, Language language) {
    this.book = book;
    this.wording = wording;
    this.language = language;
    this.names = new Names(book, language);
  }

  /** {@code 区域属于上海市；客户分层是 VIP}. */
  String text(Area area) {
    if (area.extents().isEmpty()) {
      return book.covers().stream().allMatch(covered -> covered.all().isEmpty())
          ? language.choose("所有工单", "anything")
          : language.choose("手册声明覆盖的所有工单", "anything that the book covers");
    }
    return area.extents().stream()
        .map(this::text)
        .collect(Collectors.joining(language.choose("；", "; ")));
  }

  private String text(Extent extent) {
    return switch (extent) {
      case Extent.AnyOf any ->
          any(any.conditions())
              + (any.orAbsent() ? language.choose("，或没有此信息", ", or not stated") : "");
      case Extent.NoneOf none -> none(none);
      case Extent.Absent absent ->
          language.choose("没有" + name(absent.fact()), name(absent.fact()) + " is not stated");
      case Extent.NotFollowing not ->
          not.excluded().isEmpty()
              ? language.choose("以别的方式接续其他工单，或不接续", "it follows none, or one in another way")
              : language.choose("不属于：", "not: ") + any(List.copyOf(not.excluded()));
      case Extent.PricedOn on ->
          language.choose("计价日", "priced")
              + on.runs().stream()
                  .map(run -> wording.period(run.from(), run.until()))
                  .collect(or());
    };
  }

  private String none(Extent.NoneOf none) {
    String stated =
        none.orAbsent()
            ? ""
            : language.choose("有" + name(none.fact()), name(none.fact()) + " is stated");
    if (none.excluded().isEmpty()) {
      return stated;
    }
    String others =
        none.excluded().stream()
            .map(this::negated)
            .collect(Collectors.joining(language.choose("，且", ", and ")));
    return stated.isEmpty() ? others : others + language.choose("，但", ", but ") + stated;
  }

  private String negated(Condition condition) {
    return condition instanceof Condition.OneOf set && set.excluded().isEmpty()
        ? text(new Condition.OneOf(set.dimension(), Set.of(), set.included()))
        : language.choose("不满足：", "not: ") + text(condition);
  }

  private String any(List<Condition> conditions) {
    return conditions.stream().map(this::text).collect(or());
  }

  private java.util.stream.Collector<CharSequence, ?, String> or() {
    return Collectors.joining(language.choose("，或", ", or "));
  }

  /** As the condition is told elsewhere, with fewer values where there are many. */
  private String text(Condition condition) {
    if (condition instanceof Condition.OneOf(Dimension of, Set<Code> in, Set<Code> out)
        && in.size() + out.size() > NAMED_MAX
        && (in.isEmpty() || out.isEmpty())) {
      int left = in.size() + out.size() - NAMED_MAX;
      return wording.condition(new Condition.OneOf(of, first(in), first(out)))
          + language.choose(" 等，另有 " + left + " 个", " and " + left + " more");
    }
    return wording.condition(condition);
  }

  private static Set<Code> first(Set<Code> codes) {
    return codes.stream()
        .sorted(Comparator.comparing(Code::text))
        .limit(NAMED_MAX)
        .collect(Collectors.toSet());
  }

  private String name(Fact fact) {
    return switch (fact) {
      case Dimension dimension -> names.of(dimension);
      case NumberFact number -> names.of(number);
    };
  }
}
