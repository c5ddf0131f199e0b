package dev.duodang.board;

import dev.duodang.database.TenantId;
import dev.duodang.database.WriterConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens to the notifications that the settlement writer sends with each commit. */
@Component
class ChangeNotifications implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeNotifications.class);
  private static final int PATIENCE_MILLIS = 500;

  private final WriterConnections connections;
  private final List<ChangeListener> listeners;
  private volatile boolean running;
  private @Nullable Thread thread;

  ChangeNotifications(WriterConnections connections, List<ChangeListener> listeners) {
    this.connections = connections;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("change notifications").start(this::listen);
  }

  @Override
  public void stop() {
    running = false;
    Thread listening = thread;
    if (listening != null) {
      try {
        listening.join(PATIENCE_MILLIS * 4L);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void listen() {
    while (running) {
      try (Connection connection = connections.open("duodang notifications")) {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
          statement.execute("LISTEN duodang_changes");
        }
        pass(connection.unwrap(PGConnection.class));
      } catch (SQLException e) {
        LOG.debug("The notifications broke off; listening again", e);
        pause();
      }
    }
  }

  private void pass(PGConnection connection) throws SQLException {
    while (running) {
      PGNotification[] notifications = connection.getNotifications(PATIENCE_MILLIS);
      if (notifications != null) {
        Set<TenantId> changed = new LinkedHashSet<>();
        for (PGNotification notification : notifications) {
          changed.add(new TenantId(Long.parseLong(notification.getParameter())));
        }
        changed.forEach(tenant -> listeners.forEach(listener -> listener.changed(tenant)));
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
