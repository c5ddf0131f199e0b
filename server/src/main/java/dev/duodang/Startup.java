package dev.duodang;

import dev.duodang.configuration.DuodangSettings;
import dev.duodang.configuration.ExitCode;
import dev.duodang.configuration.StartRefused;
import dev.duodang.configuration.Welcome;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the server for a person at a terminal: says that it is ready, or in one line why not. */
final class Startup {

  private static final int PORTS_TRIED = 50;

  private final PrintStream out;
  private final PrintStream err;

  Startup(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs until the process is told to end; the result is the exit code of a refused start. */
  int run(String... arguments) {
    try {
      String[] settings = CommandLine.settings(arguments);
      SpringApplication application = DuodangServer.application();
      application.addListeners(new PortCheck());
      ConfigurableApplicationContext context = application.run(settings);
      announce(context);
      new CountDownLatch(1).await();
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    } catch (RuntimeException e) {
      StartRefused refused = refused(e);
      if (refused == null) {
        throw e;
      }
      err.println(refused.getMessage());
      return refused.exitCode().number();
    }
  }

  private void announce(ConfigurableApplicationContext context) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    out.println("Duodang is ready: http://127.0.0.1:" + port);
    ObjectProvider<Welcome> welcomes = context.getBeanProvider(Welcome.class);
    welcomes.orderedStream().flatMap(welcome -> welcome.lines().stream()).forEach(out::println);
    out.flush();
  }

  private static @Nullable StartRefused refused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefused refused) {
        return refused;
      }
      if (cause instanceof PortInUseException taken) {
        return taken(taken.getPort());
      }
    }
    return null;
  }

  private static StartRefused taken(int port) {
    return new StartRefused(
        ExitCode.PORT_TAKEN,
        "Port %d is taken by another program. Port %d is free: start with --port %d."
            .formatted(port, freeAfter(port), freeAfter(port)));
  }

  private static int freeAfter(int taken) {
    for (int port = taken + 1; port <= Math.min(taken + PORTS_TRIED, 65_535); port++) {
      if (isFree(InetAddress.getLoopbackAddress(), port)) {
        return port;
      }
    }
    return 0;
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Looks before anything is started, so that a taken port costs nobody a wait. */
  private static final class PortCheck
      implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
      DuodangSettings settings =
          Binder.get(event.getEnvironment()).bindOrCreate("duodang", DuodangSettings.class);
      try {
        InetAddress address = InetAddress.getByName(settings.address());
        if (settings.port() != 0 && !isFree(address, settings.port())) {
          throw taken(settings.port());
        }
      } catch (IOException e) {
        throw new StartRefused(
            ExitCode.SETTINGS,
            "duodang.address is \"" + settings.address() + "\", which is no address here.",
            e);
      }
    }
  }
}
