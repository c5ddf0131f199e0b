package dev.duodang.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stops a body that is larger than its address takes: at once if its length is announced, else at
 * the byte too many.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimitFilter extends OncePerRequestFilter {

  private static final long MEBIBYTE = 1L << 20;
  private static final long ORDERS = 32 * MEBIBYTE;
  private static final long IMPORTS = 8192 * MEBIBYTE;
  private static final long FILES = 16 * MEBIBYTE;
  private static final long OTHERS = 4 * MEBIBYTE;

  private final ProblemResponses problems;

  BodyLimitFilter(ProblemResponses problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = limit(request.getRequestURI());
    if (request.getContentLengthLong() > limit) {
      problems.write(response, new BodyTooLargeException(limit).problem());
      return;
    }
    chain.doFilter(new Limited(request, limit), response);
  }

  private static long limit(String path) {
    return switch (path) {
      case "/api/v1/orders" -> ORDERS;
      case "/api/v1/imports" -> IMPORTS;
      default -> {
        if (path.startsWith("/api/v1/records/")) {
          yield ORDERS;
        }
        yield path.endsWith("/files") ? FILES : OTHERS;
      }
    };
  }

  private static final class Limited extends HttpServletRequestWrapper {

    private final long limit;

    Limited(HttpServletRequest request, long limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counting(super.getInputStream(), limit);
    }
  }

  private static final class Counting extends ServletInputStream {

    private final ServletInputStream inner;
    private final long limit;
    private long count;

    Counting(ServletInputStream inner, long limit) {
      this.inner = inner;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = inner.read();
      return counted(next, next < 0 ? 0 : 1);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = inner.read(target, offset, length);
      return counted(read, Math.max(read, 0));
    }

    private int counted(int result, int bytes) throws IOException {
      count += bytes;
      if (count > limit) {
        throw new BodyTooLargeException(limit);
      }
      return result;
    }

    @Override
    public boolean isFinished() {
      return inner.isFinished();
    }

    @Override
    public boolean isReady() {
      return inner.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      inner.setReadListener(listener);
    }
  }
}
