package dev.duodang.http;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import dev.duodang.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever ends a request into a problem; a client never sees a stack trace. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final String RETRY_SECONDS = "2";

  /** Classes of SQLSTATE: the connection, resources, an operator's stop, the system. */
  private static final Set<String> DOWN = Set.of("08", "53", "57", "58");

  @ExceptionHandler(AccessDeniedException.class)
  void denied(AccessDeniedException denied) {
    throw denied;
  }

  /** The client has gone; there is nobody to tell. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() {}

  @ExceptionHandler(Exception.class)
  ResponseEntity<Problem> problem(Exception failure, HttpServletRequest request) {
    Problem problem = of(failure, request);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(problem.status())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.status() == ProblemCode.UNAVAILABLE.status()
        || problem.status() == ProblemCode.QUEUE_FULL.status()) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    if (failure instanceof HttpRequestMethodNotSupportedException method
        && method.getSupportedMethods() != null) {
      response.header(HttpHeaders.ALLOW, String.join(", ", method.getSupportedMethods()));
    }
    return response.body(problem);
  }

  private Problem of(Exception failure, HttpServletRequest request) {
    return switch (failure) {
      case ProblemException known -> known.problem();
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case HttpRequestMethodNotSupportedException method ->
          Problem.of(ProblemCode.METHOD_NOT_ALLOWED, method.getMethod())
              .allowed(allowed(method.getSupportedMethods()));
      case HttpMediaTypeNotSupportedException media ->
          Problem.of(ProblemCode.MEDIA_TYPE_UNSUPPORTED, text(media.getContentType()))
              .allowed(
                  media.getSupportedMediaTypes().stream()
                      .map(MediaType::toString)
                      .collect(Collectors.joining(", ")));
      case HttpMediaTypeNotAcceptableException media ->
          Problem.of(ProblemCode.NOT_ACCEPTABLE)
              .allowed(
                  media.getSupportedMediaTypes().stream()
                      .map(MediaType::toString)
                      .collect(Collectors.joining(", ")));
      case NoResourceFoundException missing ->
          Problem.of(ProblemCode.NOT_FOUND, request.getRequestURI());
      case NoHandlerFoundException missing ->
          Problem.of(ProblemCode.NOT_FOUND, request.getRequestURI());
      case MissingServletRequestParameterException missing ->
          Problem.of(ProblemCode.MISSING_FIELD, missing.getParameterName())
              .field(missing.getParameterName());
      case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
      case CannotCreateTransactionException down -> unavailable(down);
      case DataAccessResourceFailureException down -> unavailable(down);
      case ErrorResponse response when response.getStatusCode().is4xxClientError() ->
          Problem.of(ProblemCode.MALFORMED_REQUEST, String.valueOf(response.getBody().getDetail()));
      default -> isDatabaseDown(failure) ? unavailable(failure) : internal(failure, request);
    };
  }

  /**
   * Whether the database was cut off, is restarting or has no room, in whatever exception of the
   * framework that came along.
   */
  static boolean isDatabaseDown(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        // The pool tells of a connection that is gone without any state.
        String state = sql.getSQLState();
        return state == null || (state.length() >= 2 && DOWN.contains(state.substring(0, 2)));
      }
    }
    return false;
  }

  private static Problem unreadable(HttpMessageNotReadableException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLargeException tooLarge) {
        return tooLarge.problem();
      }
      if (cause instanceof ProblemException known) {
        return known.problem();
      }
    }
    return JsonProblems.of(unreadable.getCause());
  }

  private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
    Class<?> type = mismatch.getRequiredType();
    String allowed =
        type != null && type.isEnum()
            ? Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", "))
            : type == null ? "another type" : "a " + type.getSimpleName();
    return Problem.of(ProblemCode.INVALID_FIELD, mismatch.getName(), text(mismatch.getValue()))
        .field(mismatch.getName())
        .value(mismatch.getValue())
        .allowed(allowed);
  }

  private static Problem unavailable(Exception down) {
    LOG.warn("The database does not answer: {}", down.getMessage());
    return Problem.of(ProblemCode.UNAVAILABLE, "the database does not answer.");
  }

  private static Problem internal(Exception failure, HttpServletRequest request) {
    String reference = UUID.randomUUID().toString();
    LOG.error(
        "{} {} failed ({})", request.getMethod(), request.getRequestURI(), reference, failure);
    return Problem.of(ProblemCode.INTERNAL, reference);
  }

  private static String allowed(String @Nullable [] methods) {
    return methods == null ? "" : String.join(", ", methods);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : "\"" + value + "\"".replace("\"\"", "\"");
  }
}
