package dev.duodang.pricing.order;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does the work for the tenant, with the attributes that the order's source states.
 *
 * @param type partner type, such as BOUTIQUE or VOLUME
 * @param mode cooperation mode, such as DIRECT, JOINT or FRANCHISE
 * @param taxpayer how it is taxed on what it is paid; null where the source does not say
 */
public record Counterparty(
    PartyId id,
    Kind kind,
    @Nullable Code type,
    @Nullable Code mode,
    @Nullable Code grade,
    @Nullable Taxpayer taxpayer) {

  /** What the counterparty is to the tenant. */
  public enum Kind {
    PARTNER,
    DEPARTMENT,
    ENGINEER
  }

  /** What is left without facts that a master record added. */
  Counterparty without(Set<RecordedFact> recorded) {
    return new Counterparty(
        id,
        recorded.contains(RecordedFact.COUNTERPARTY_KIND) ? Kind.PARTNER : kind,
        recorded.contains(RecordedFact.COUNTERPARTY_TYPE) ? null : type,
        recorded.contains(RecordedFact.COUNTERPARTY_MODE) ? null : mode,
        recorded.contains(RecordedFact.COUNTERPARTY_GRADE) ? null : grade,
        recorded.contains(RecordedFact.COUNTERPARTY_TAXPAYER) ? null : taxpayer);
  }

  public static Counterparty partner(PartyId id) {
    return new Counterparty(id, Kind.PARTNER, null, null, null, null);
  }
}
