package dev.duodang.http;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.io.IOException;

/** More bytes came than the address takes. */
public final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long limit;

  public BodyTooLargeException(long limit) {
    super("a body of more than " + limit + " bytes");
    this.limit = limit;
  }

  public Problem problem() {
    return Problem.of(ProblemCode.BODY_TOO_LARGE, limit).allowed(limit + " bytes");
  }
}
