package dev.duodang.pricing.charge;

import dev.duodang.pricing.money.Exact;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Like a taxi: a start price for the first metres, then a price for each kilometre above. 30.00 for
 * the first 3 km and 2.50 per km make 53.50 of 12,400 m. The quantity is a distance in metres.
 *
 * @param start due for any distance, 0 for none
 * @param startMetres what the start price covers, at least 0
 * @param perKilometre the price of the kilometres above, a {@link PerUnit} or {@link Graduated}
 * @param startedKilometre whether a started kilometre above counts as a whole one
 * @param freeBelowMetres below this distance nothing is due, from it on the whole way counts; null
 *     where the start price applies
 */
public record Distance(
    Exact start,
    Exact startMetres,
    Rate perKilometre,
    boolean startedKilometre,
    @Nullable Exact freeBelowMetres)
    implements Rate {

  private static final Exact KILOMETRES_PER_METRE = Exact.of(1, 3);

  public Distance {
    if (freeBelowMetres != null && startMetres.signum() > 0) {
      throw new IllegalArgumentException(
          "a distance is either free below a threshold or has a start distance, not both");
    }
  }

  @Override
  public Exact amount(Exact metres) {
    if (isFree(metres)) {
      return Exact.ZERO;
    }
    Exact above = kilometresAbove(metres);
    return above.signum() == 0 ? start : start.plus(perKilometre.amount(above));
  }

  @Override
  public String formula(Exact metres) {
    if (isFree(metres)) {
      return "0";
    }
    Exact above = kilometresAbove(metres);
    if (above.signum() == 0) {
      return start.toString();
    }
    String way = perKilometre.formula(above);
    return start.signum() == 0 ? way : start + " + " + way;
  }

  @Override
  public boolean covers(Exact metres) {
    return isFree(metres) || perKilometre.covers(kilometresAbove(metres));
  }

  private boolean isFree(Exact metres) {
    return freeBelowMetres != null && metres.compareTo(freeBelowMetres) < 0;
  }

  private Exact kilometresAbove(Exact metres) {
    Exact above = metres.minus(startMetres).orZero().times(KILOMETRES_PER_METRE);
    return startedKilometre ? above.round(0, RoundingMode.CEILING) : above;
  }
}
