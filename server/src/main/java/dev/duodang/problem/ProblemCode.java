package dev.duodang.problem;

import java.util.Locale;

/**
 * The registry of errors: code, HTTP status, title, and the template of the detail. Documented one
 * by one in docs/reference/problems.md.
 */
public enum ProblemCode {
  NOT_SIGNED_IN(401, "Not signed in", "This needs a session or an API key."),
  SIGN_IN_FAILED(401, "Sign-in failed", "The user name or the password is wrong."),
  API_KEY_UNKNOWN(401, "API key unknown", "The API key is not known or was revoked."),
  TOO_MANY_SIGN_INS(429, "Too many sign-ins", "Too many failed sign-ins. Try again in %s seconds."),
  FORBIDDEN(403, "Not allowed", "Your role \"%s\" may not do this: it needs the permission %s."),
  CSRF_TOKEN_MISSING(
      403,
      "CSRF token missing",
      "The header X-XSRF-TOKEN must repeat the value of the cookie XSRF-TOKEN."),
  NOT_FOUND(404, "Not found", "There is nothing at \"%s\"."),
  METHOD_NOT_ALLOWED(405, "Method not allowed", "\"%s\" is not a method of this address."),
  NOT_ACCEPTABLE(406, "Not acceptable", "None of the types in Accept can be produced here."),
  BODY_TOO_LARGE(413, "Body too large", "The body is larger than the %s bytes allowed here."),
  MEDIA_TYPE_UNSUPPORTED(
      415, "Media type unsupported", "The content type \"%s\" is not read here."),
  MALFORMED_JSON(400, "Malformed JSON", "The body is not JSON: %s"),
  MALFORMED_REQUEST(400, "Malformed request", "The request cannot be read: %s"),
  UNKNOWN_FIELD(400, "Unknown field", "The field \"%s\" is not known here."),
  MISSING_FIELD(400, "Missing field", "The field \"%s\" is required."),
  INVALID_FIELD(400, "Invalid field", "The field \"%s\" has a value that is not allowed: %s"),
  ORDER_UNKNOWN(404, "Order unknown", "There is no order \"%s\" here."),
  ORDER_CONFLICT(
      409, "Order conflict", "Revision %s of order \"%s\" is here already with other facts: %s."),
  ORDER_INVALID(400, "Order invalid", "The order cannot be taken: %s"),
  ORDER_TOO_LARGE(413, "Order too large", "An order of more than %s bytes."),
  ORDER_REFUSED(422, "Order refused", "The database refuses order \"%s\"."),
  ORDER_NOT_SETTLED(422, "Order not settled", "Order \"%s\" cannot be settled: %s"),
  ORDER_ARCHIVED(
      409,
      "Order archived",
      "Order \"%s\" began in a month that lies in a file. Who operates the server can bring it back."),
  MONTH_ARCHIVED(409, "Month archived", "What was posted before %s lies in files of its own: %s."),
  VOUCHER_REFUSED(422, "Voucher refused", "Voucher \"%s\" cannot be posted: %s"),
  VOUCHER_UNKNOWN(404, "Voucher unknown", "There is no voucher \"%s\" here."),
  VOUCHER_CONFLICT(
      409, "Voucher conflict", "Voucher \"%s\" is here already with other content: %s."),
  VOUCHER_REVERSED(
      409, "Voucher reversed", "Voucher \"%s\" has been taken back by \"%s\" already."),
  REGION_UNKNOWN(400, "Region unknown", "There is no region \"%s\"."),
  DECISION_NOT_ASKED(409, "Decision not asked", "Order \"%s\" does not wait for this: %s."),
  TIER_NOT_ALLOWED(
      422, "Tier not allowed", "Tier \"%s\" may not be chosen for order \"%s\"; allowed: %s."),
  OVER_YOUR_LIMIT(
      403, "Over your limit", "The amount \"%s\" is above your limit of %s; ask the next one up."),
  OUTSIDE_YOUR_SCOPE(
      403, "Outside your scope", "Order \"%s\" would lie outside what you see: its %s is \"%s\"."),
  ACTION_NOT_POSSIBLE(
      409, "Action not possible", "Order \"%s\" does not allow %s now; possible: %s."),
  BOOK_UNKNOWN(404, "Book unknown", "There is no book \"%s\" in version %s."),
  BOOK_INVALID(422, "Book invalid", "The book cannot be used: %s"),
  BOOK_REFUSED(409, "Book refused", "The checks of the book keep it from being published: %s"),
  BOOK_BASE_MISSING(
      428,
      "Book base missing",
      "If-Match must name the version that the new one follows; book \"%s\" is at version %s."),
  BOOK_CHANGED(
      412, "Book changed", "Book \"%s\" has the version %s by now; look at it before publishing."),
  RERATING_UNKNOWN(404, "Re-rating unknown", "There is no re-rating \"%s\" here."),
  RERATING_BUSY(409, "Re-rating busy", "Re-rating \"%s\" is %s: %s."),
  RECORD_UNKNOWN(404, "Record unknown", "There is no %s \"%s\" here."),
  RECORD_INVALID(422, "Record invalid", "The record cannot be taken: %s"),
  FILE_INVALID(422, "File invalid", "The file cannot be read: %s"),
  IDEMPOTENCY_KEY_REUSED(
      422, "Idempotency key reused", "The key \"%s\" was used for another request."),
  IMPORT_UNKNOWN(404, "Import unknown", "There is no import \"%s\" here."),
  QUEUE_FULL(429, "Queue full", "%s commands are waiting already. Try again in a second."),
  INTERNAL(500, "Internal error", "The server failed. The log knows this as %s."),
  UNAVAILABLE(503, "Unavailable", "The server cannot do this now: %s");

  private final int status;
  private final String title;
  private final String template;

  ProblemCode(int status, String title, String template) {
    this.status = status;
    this.title = title;
    this.template = template;
  }

  /** The code in documents and addresses, such as {@code order-conflict}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The detail with its figures. */
  String detail(Object... figures) {
    return template.formatted(figures);
  }
}
