package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.Bounds;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.CountScope;
import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.Effect;
import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes tiers and modifiers as {@link TierReader} reads them. */
final class TierWriter {

  private TierWriter() {}

  static Written.Mapping mapping(Tier tier) {
    return Written.Mapping.ofLines()
        .put("tier", new Written.Word(tier.id().text()))
        .put("name", name(tier.name(), tier.id().text()))
        .put("category", new Written.Word(tier.category().text()))
        .put("priority", tier.priority(), null)
        .put("when", ConditionWriter.orNull(tier.when()))
        .put("charge", ChargeWriter.mapping(tier.charge()))
        .put("promise", promise(tier.promise()))
        .put("unless", tier.unless() == null ? null : ConditionWriter.mapping(tier.unless()))
        .put("unlessCategory", categories(tier.unlessCategories()))
        .put("outOfRange", word(tier.outOfRange(), Tier.OutOfRange.CLAMP))
        .put(
            "taxCategory",
            tier.taxCategory() == null ? null : new Written.Word(tier.taxCategory().text()))
        .put("mayBeForced", tier.mayBeForced(), false)
        .put("validFrom", tier.validFrom(), null)
        .put("validUntil", tier.validUntil(), null);
  }

  private static @Nullable Written categories(List<CategoryId> categories) {
    return categories.isEmpty()
        ? null
        : Written.oneOrMore(
            categories.stream()
                .<Written>map(category -> new Written.Word(category.text()))
                .toList());
  }

  /** What people read, unless it is the id itself. */
  static Written.@Nullable Word name(String name, String id) {
    return name.equals(id) ? null : new Written.Word(name);
  }

  private static Written.@Nullable Mapping promise(@Nullable Promise promise) {
    if (promise == null) {
      return null;
    }
    var respond = promise.respondWithin();
    var finish = promise.finishWithin();
    var calendar = promise.calendar();
    var paused = promise.pausedSeconds();
    return new Written.Mapping()
        .put("respond", respond == null ? null : Numbers.duration(respond))
        .put("finish", finish == null ? null : Numbers.duration(finish))
        .put("calendar", calendar == null ? null : new Written.Word(calendar.text()))
        .put("startsAt", word(promise.starts(), PromiseReader.STARTS.getFirst()))
        .put("respondedAt", word(promise.responds(), PromiseReader.RESPONSES.getFirst()))
        .put("finishedAt", word(promise.finishes(), PromiseReader.ENDS.getFirst()))
        .put("pausedSeconds", paused == null ? null : new Written.Word(paused.text()));
  }

  static Written.Mapping mapping(Modifier modifier) {
    Modifier.Membership exclusive = modifier.exclusive();
    Written.Mapping mapping =
        Written.Mapping.ofLines()
            .put("modifier", new Written.Word(modifier.id().text()))
            .put("name", name(modifier.name(), modifier.id().text()))
            .put("on", categories(modifier.on()))
            .put("when", ConditionWriter.orNull(modifier.when()));
    put(mapping, modifier.effect());
    return mapping
        .put("bounds", bounds(modifier.bounds()))
        .put("exclusive", exclusive == null ? null : new Written.Word(exclusive.group().text()))
        .put("priority", exclusive == null ? null : exclusive.priority(), null)
        .put("includingQuoted", modifier.includingQuoted(), false);
  }

  private static Written.@Nullable Mapping bounds(@Nullable Bounds bounds) {
    return bounds == null
        ? null
        : new Written.Mapping()
            .put("least", Numbers.orNull(bounds.least(), null))
            .put("most", Numbers.orNull(bounds.most(), null))
            .put("per", word(bounds.per(), FeeCategory.Per.ORDER));
  }

  private static void put(Written.Mapping mapping, Effect effect) {
    switch (effect) {
      case Effect.Percent percent ->
          mapping
              .put("percent", Numbers.of(percent.percent()))
              .put("of", word(percent.base(), Effect.Percent.Base.CHARGE));
      case Effect.Amount amount ->
          mapping
              .put("amount", Numbers.of(amount.amount()))
              .put("per", word(amount.per(), FeeCategory.Per.ORDER));
      case Effect.Minimum minimum ->
          mapping
              .put("minimum", Numbers.of(minimum.amount()))
              .put("scope", word(minimum.reach(), CountScope.Reach.ORDER))
              .put("counter", counter(minimum.counter()));
      case Effect.Maximum maximum ->
          mapping
              .put("maximum", Numbers.of(maximum.amount()))
              .put("scope", word(maximum.reach(), CountScope.Reach.ORDER))
              .put("counter", counter(maximum.counter()));
    }
  }

  static Written.@Nullable Word counter(@Nullable CounterId counter) {
    return counter == null ? null : new Written.Word(counter.text());
  }

  private static Written.@Nullable Plain word(Enum<?> constant, Enum<?> usual) {
    return constant == usual ? null : new Written.Plain(Words.written(constant));
  }
}
