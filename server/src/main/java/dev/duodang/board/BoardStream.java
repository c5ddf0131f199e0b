package dev.duodang.board;

import dev.duodang.database.TenantId;
import dev.duodang.identity.Actor;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Pushes what changed to every open board: each order as an event, the sums at most four times a
 * second. Woken by the database's notification, so it sees what any server committed.
 */
@Component
class BoardStream implements SmartLifecycle, ChangeListener {

  private static final Logger LOG = LoggerFactory.getLogger(BoardStream.class);
  private static final long SMALLEST_GAP_MILLIS = 250;
  private static final long HEARTBEAT_SECONDS = 15;

  private final BoardReading reading;
  private final Clock clock;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private volatile boolean running;

  BoardStream(BoardReading reading, Clock clock) {
    this.reading = reading;
    this.clock = clock;
  }

  SseEmitter open(Actor actor, @Nullable String region) {
    // What is wrong with the region is told before the stream begins.
    BoardView first = reading.board(actor, region, null);
    Watcher watcher = new Watcher(actor, region, first);
    watchers.add(watcher);
    watcher.emitter.onCompletion(watcher::end);
    watcher.emitter.onTimeout(watcher::end);
    watcher.emitter.onError(_ -> watcher.end());
    Thread.ofVirtual().name("board stream").start(watcher::run);
    return watcher.emitter;
  }

  @Override
  public void changed(TenantId tenant) {
    for (Watcher watcher : watchers) {
      if (watcher.actor.tenant().equals(tenant)) {
        watcher.wake.release();
      }
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /** Boards are closed first, or the web server would wait for them. */
  @Override
  public void stop() {
    running = false;
    watchers.forEach(Watcher::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  /** One open board. */
  private final class Watcher {

    private final SseEmitter emitter = new SseEmitter(0L);
    private final Semaphore wake = new Semaphore(0);
    private final Actor actor;
    private final @Nullable String region;
    private BoardView.Patch last;
    private Instant since;
    private volatile boolean ended;

    Watcher(Actor actor, @Nullable String region, BoardView first) {
      this.actor = actor;
      this.region = region;
      this.last = new BoardView.Patch(first.today(), first.regions(), first.hours());
      this.since = clock.instant();
    }

    void run() {
      try {
        send(SseEmitter.event().comment("here"));
        while (!ended && running) {
          if (wake.tryAcquire(HEARTBEAT_SECONDS, TimeUnit.SECONDS)) {
            wake.drainPermits();
            push();
            TimeUnit.MILLISECONDS.sleep(SMALLEST_GAP_MILLIS);
          } else {
            send(SseEmitter.event().comment("still here"));
          }
        }
        emitter.complete();
      } catch (IOException | IllegalStateException e) {
        LOG.debug("A board was closed", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        end();
      }
    }

    private void push() throws IOException {
      if (ended) {
        return;
      }
      try {
        List<BoardView.BoardEvent> events = reading.events(actor, region, since);
        for (BoardView.BoardEvent event : events) {
          send(SseEmitter.event().name("order").data(event));
          since = Instant.parse(event.at());
        }
        BoardView.Patch now = reading.live(actor, region);
        send(SseEmitter.event().name("sums").data(patch(now)));
        last = now;
      } catch (DataAccessException | TransactionException e) {
        LOG.warn("The board cannot be read now: {}", e.getMessage());
      }
    }

    private BoardView.Patch patch(BoardView.Patch now) {
      return new BoardView.Patch(
          now.today(),
          now.regions().stream().filter(one -> !last.regions().contains(one)).toList(),
          now.hours().stream().filter(one -> !last.hours().contains(one)).toList());
    }

    private void send(SseEmitter.SseEventBuilder event) throws IOException {
      emitter.send(event);
    }

    void end() {
      ended = true;
      wake.release();
      watchers.remove(this);
    }
  }
}
