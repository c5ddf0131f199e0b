package dev.duodang.measure;

import dev.duodang.identity.Scope;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.pricing.rebate.ReportedPeriod;
import dev.duodang.records.StatedFields;
import dev.duodang.records.Taken;
import dev.duodang.records.Taken.Difference;
import dev.duodang.records.Taking;
import dev.duodang.settlement.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes rows of reported values, each beside what counts so far. */
final class MeasureTaking extends Taking<Command.Reported> {

  private static final int LONGEST_REASON = 500;

  private final Known measures;
  private final Scope scope;
  private final Map<OutsideKey, OutsideValue> counting;

  MeasureTaking(Known measures, Scope scope, Map<OutsideKey, OutsideValue> counting) {
    super(MeasureRecords.COLUMNS);
    this.measures = measures;
    this.scope = scope;
    this.counting = new HashMap<>(counting);
  }

  @Override
  protected @Nullable Taken<Command.Reported> take(StatedFields row) {
    MeasureName measure = row.required("measure", null, MeasureName::of);
    PartyId party = row.required("party", null, PartyId::of);
    ReportedPeriod period = row.required("period", null, ReportedPeriod::parse);
    Exact value = row.required("value", null, Exact::parse);
    Long revision = row.value("revision", null, MeasureTaking::revision);
    String reason = row.text("reason");
    if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
      row.refuse("reason", reason, "is too long or has a character that is not text");
    }
    if (measure == null || party == null || period == null || value == null || !row.isGood()) {
      return null;
    }
    check(row, measure, period);
    return row.isGood()
        ? taken(
            row,
            new Command.Reported(new OutsideKey(measure, party, period), revision, value, reason))
        : null;
  }

  private static Long revision(String text) {
    long revision = Long.parseLong(text);
    if (revision < 1) {
      throw new IllegalArgumentException(text + " is not " + OutsideValue.REVISIONS);
    }
    return revision;
  }

  private void check(StatedFields row, MeasureName measure, ReportedPeriod period) {
    if (!(scope instanceof Scope.WholeTenant)) {
      row.refuse(
          "measure",
          measure.text(),
          "is reported by those who see the whole company",
          "somebody with the whole company");
    } else if (!measures.has(measure)) {
      row.refuse("measure", measure.text(), "is in no rebate of the books", measures.names());
    } else if (!measures.isOver(measure, period.period())) {
      row.refuse(
          "period",
          period.toString(),
          "is not as long as that of the rebates that go by " + measure,
          measures.periods(measure));
    }
  }

  private @Nullable Taken<Command.Reported> taken(StatedFields row, Command.Reported reported) {
    OutsideValue known = counting.get(reported.key());
    OutsideValue value;
    try {
      value = OutsideValue.of(reported.key(), reported.revision(), reported.value(), known);
    } catch (IllegalArgumentException outOfRange) {
      row.refuse("value", row.text("value"), "cannot be read");
      return null;
    }
    String id = reported.key().measure().text();
    return switch (value.against(known)) {
      case NEW ->
          new Taken<>(
              id,
              known == null ? Taken.Outcome.CREATED : Taken.Outcome.CHANGED,
              known == null ? List.of() : differences(known, value),
              reported);
      case REPEAT, STALE -> new Taken<>(id, Taken.Outcome.EXISTS, List.of(), null);
      case CONFLICT -> {
        row.refuse(
            "revision",
            Long.toString(value.revision()),
            "is there with the value " + shown(known),
            "a higher revision");
        yield null;
      }
    };
  }

  private static List<Difference> differences(OutsideValue before, OutsideValue after) {
    List<Difference> differences = new ArrayList<>();
    if (!before.value().equals(after.value())) {
      differences.add(new Difference("value", shown(before), shown(after)));
    }
    differences.add(
        new Difference(
            "revision", Long.toString(before.revision()), Long.toString(after.revision())));
    return differences;
  }

  private static String shown(@Nullable OutsideValue value) {
    return value == null ? "" : value.value().toShortString();
  }

  @Override
  protected void keep(Command.Reported addition) {
    counting.compute(
        addition.key(),
        (key, known) -> OutsideValue.of(key, addition.revision(), addition.value(), known));
  }
}
