package dev.duodang.intake;

/**
 * Why a row cannot be taken.
 *
 * @param field the field or column, by the name that the source used
 * @param value what stands there, shortened; empty when nothing does
 * @param reason what is wrong with it
 * @param allowed what may stand there; empty where the reason says all
 */
public record RowProblem(String field, String value, String reason, String allowed) {

  private static final int SHOWN = 60;

  public RowProblem {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }

  /** {@code quantity "-1": must be between 0 and 1000000000000; allowed: a number from 0}. */
  @Override
  public String toString() {
    String shown = value.isEmpty() ? "" : " \"" + value + "\"";
    return field + shown + ": " + reason + (allowed.isEmpty() ? "" : "; allowed: " + allowed);
  }
}
