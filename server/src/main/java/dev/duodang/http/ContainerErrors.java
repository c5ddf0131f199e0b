package dev.duodang.http;

import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The container's own errors (a request line it cannot read) are problems too. */
@Configuration(proxyBeanMethods = false)
class ContainerErrors {

  /** Enough of a body that is too large is read for its sender to see the answer. */
  private static final int SWALLOWED_BYTES = 512 << 20;

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
    return factory -> {
      factory.addContextCustomizers(reportingProblems());
      factory.addConnectorCustomizers(
          connector -> connector.setProperty("maxSwallowSize", String.valueOf(SWALLOWED_BYTES)));
    };
  }

  private static TomcatContextCustomizer reportingProblems() {
    return context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(ProblemValve.class.getName());
      }
    };
  }

  /** Instantiated by the container by name. */
  public static final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      Problem problem = Problem.of(ProblemCode.MALFORMED_REQUEST, "status " + status + ".");
      try {
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(body(problem, status).getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
      } catch (IOException | IllegalStateException e) {
        container.getLogger().debug("The client has gone", e);
      }
    }

    private static String body(Problem problem, int status) {
      return "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\"}"
          .formatted(problem.type(), problem.title(), status, problem.detail(), problem.code());
    }
  }
}
