package dev.duodang.pricing.rating;

/** Ends the pricing of what no account holds; it becomes a hold before it leaves the rater. */
final class BeyondAccountException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BeyondAccountException() {
    super("the amount is more than an account holds", null, false, false);
  }
}
