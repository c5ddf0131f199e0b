package dev.duodang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server's entry: starts the modules of the business on one port. */
@SpringBootApplication(proxyBeanMethods = false)
public class DuodangServer {

  private DuodangServer() {}

  public static void main(String[] arguments) {
    SpringApplication.run(DuodangServer.class, arguments);
  }
}
