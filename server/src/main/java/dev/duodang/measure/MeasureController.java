package dev.duodang.measure;

import static dev.duodang.problem.Fields.parsed;

import dev.duodang.identity.Actor;
import dev.duodang.identity.Permission;
import dev.duodang.identity.Requires;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rebate.OutsideValue;
import dev.duodang.settlement.OutsideMeasures;
import dev.duodang.settlement.ReportedValue;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was reported of outside measures, with everything that it replaced. */
@RestController
class MeasureController {

  private final OutsideMeasures measures;

  MeasureController(OutsideMeasures measures) {
    this.measures = measures;
  }

  /**
   * One revision of a value.
   *
   * @param period a day, month, quarter or year: 2026-11-20, 2026-11, 2026-Q4 or 2026
   * @param revision of several of a period the highest counts
   * @param counts whether it does
   */
  record ReportedView(
      String period,
      long revision,
      String value,
      boolean counts,
      String reason,
      String by,
      String reportedAt) {}

  @Operation(
      operationId = "listReportedValues",
      summary = "What was reported of a counterparty's measure, all revisions")
  @GetMapping("/api/v1/outside-measures")
  @Requires(Permission.EARNINGS_READ)
  List<ReportedView> values(Actor actor, @RequestParam String measure, @RequestParam String party) {
    PartyId of = parsed("party", party, PartyId::of);
    List<PartyId> visible = actor.scope().parties();
    if (visible != null && !visible.contains(of)) {
      return List.of();
    }
    List<ReportedValue> history =
        measures.history(actor.tenant(), parsed("measure", measure, MeasureName::of), of);
    return history.stream().map(one -> view(one, history)).toList();
  }

  private static ReportedView view(ReportedValue reported, List<ReportedValue> history) {
    OutsideValue value = reported.value();
    boolean isReplaced =
        history.stream()
            .map(ReportedValue::value)
            .anyMatch(
                other -> other.key().equals(value.key()) && other.revision() > value.revision());
    return new ReportedView(
        value.key().period().toString(),
        value.revision(),
        value.value().toShortString(),
        !isReplaced,
        reported.reason(),
        reported.by(),
        reported.at().toString());
  }
}
