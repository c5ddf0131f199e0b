package dev.duodang.settlement;

import dev.duodang.pricing.rebate.OutsideValue;
import java.time.Instant;

/** What was reported of an outside measure, why, by whom and when. */
public record ReportedValue(OutsideValue value, String reason, String by, Instant at) {}
