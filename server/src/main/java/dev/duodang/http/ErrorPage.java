package dev.duodang.http;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container shows when a request ended outside every controller. */
@Controller
class ErrorPage implements ErrorController {

  private final ProblemResponses problems;

  ErrorPage(ProblemResponses problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    problems.write(response, of(status instanceof Integer number ? number : 404, path));
  }

  private static Problem of(int status, Object path) {
    return switch (status) {
      case 404 -> Problem.of(ProblemCode.NOT_FOUND, path == null ? "/error" : path);
      case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE, "");
      case 503 -> Problem.of(ProblemCode.UNAVAILABLE, "it is starting or stopping.");
      default ->
          status < 500
              ? Problem.of(ProblemCode.MALFORMED_REQUEST, "status " + status + ".")
              : Problem.of(ProblemCode.INTERNAL, "an error outside every address");
    };
  }
}
