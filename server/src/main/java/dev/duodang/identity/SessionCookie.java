package dev.duodang.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries a session's token; scripts cannot read it, other sites cannot send it.
 */
final class SessionCookie {

  private static final String NAME = "DUODANG_SESSION";

  private SessionCookie() {}

  static Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .map(Cookie::getValue)
            .findFirst();
  }

  static ResponseCookie of(String token, boolean secure) {
    return cookie(token, secure, Identities.SESSION);
  }

  static ResponseCookie gone(boolean secure) {
    return cookie("", secure, Duration.ZERO);
  }

  private static ResponseCookie cookie(String value, boolean secure, Duration age) {
    return ResponseCookie.from(NAME, value)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path("/")
        .maxAge(age)
        .build();
  }
}
