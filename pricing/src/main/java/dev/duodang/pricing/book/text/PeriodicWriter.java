package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CounterDeclaration;
import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RebateStep;
import dev.duodang.pricing.money.Exact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes counters and rebates as {@link PeriodicReader} reads them. */
final class PeriodicWriter {

  private PeriodicWriter() {}

  static Written counter(CounterDeclaration counter) {
    return new Written.Mapping()
        .put("name", TierWriter.name(counter.name(), counter.id().text()))
        .put("period", new Written.Plain(Words.written(counter.period())));
  }

  static Written rebate(Rebate rebate) {
    List<Written> on =
        rebate.on().stream().<Written>map(category -> new Written.Word(category.text())).toList();
    return Written.Mapping.ofLines()
        .put("rebate", new Written.Word(rebate.id().text()))
        .put("name", TierWriter.name(rebate.name(), rebate.id().text()))
        .put("on", Written.oneOrMore(on))
        .put("when", ConditionWriter.orNull(rebate.when()))
        .put("period", new Written.Plain(Words.written(rebate.period())))
        .put("measure", measure(rebate.measure()))
        .put("of", word(rebate.base(), Rebate.Base.TOTAL))
        .put(
            Words.written(rebate.stepping()),
            new Written.Items(
                rebate.steps().stream().<Written>map(PeriodicWriter::step).toList(), false));
  }

  private static @Nullable Written measure(Rebate.Measured measure) {
    return switch (measure) {
      case Rebate.Counted counted -> word(counted, Rebate.Counted.ORDERS);
      case Rebate.Outside outside ->
          new Written.Mapping()
              .put("outside", new Written.Word(outside.name().text()))
              .put("name", TierWriter.name(outside.label(), outside.name().text()))
              .put("unit", outside.unit().isEmpty() ? null : new Written.Word(outside.unit()));
    };
  }

  private static Written step(RebateStep step) {
    boolean isPercent = step.price().signum() == 0 && step.flat().signum() == 0;
    return new Written.Mapping()
        .put("upTo", Numbers.orNull(step.upTo(), null))
        .put("percent", isPercent ? Numbers.of(step.percent()) : orNull(step.percent()))
        .put("price", orNull(step.price()))
        .put("flat", orNull(step.flat()));
  }

  private static Written.@Nullable Plain orNull(Exact value) {
    return Numbers.orNull(value, Exact.ZERO);
  }

  private static Written.@Nullable Plain word(Enum<?> constant, Enum<?> usual) {
    return constant == usual ? null : new Written.Plain(Words.written(constant));
  }
}
