package dev.duodang.cli.settle;

import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Windows in a {@link KeyedLog}. Counters may be as many as customers: those not used lately lie in
 * the log alone. Rebates are told at the end of a run, and so stay in memory.
 */
final class WindowLog {

  private static final int USED_LATELY = 4096;
  private static final String REBATES = "\u0001rebates";

  private final KeyedLog log;
  private final ByteWriter scratch = new ByteWriter();
  private final Map<WindowKey, Window> rebates;
  private final LinkedHashMap<WindowKey, Window> counters =
      new LinkedHashMap<>(USED_LATELY * 2, 0.75f, true);

  WindowLog(KeyedLog log) throws IOException {
    this.log = log;
    byte[] kept = log.get(REBATES, KeyedLog.hash(REBATES));
    this.rebates = kept == null ? new HashMap<>() : WindowCodec.windows(new ByteReader(kept));
  }

  /** The hash under which a counter's window is kept. */
  static long hash(WindowKey key) {
    return KeyedLog.hash(text(key));
  }

  /** No order's number begins with a control character. */
  private static String text(WindowKey key) {
    return "\u0001window "
        + Stream.of(
                key.relation(),
                key.sides().payer(),
                key.sides().payee(),
                key.kind(),
                key.name(),
                key.period(),
                key.from(),
                key.currency())
            .map(part -> part == null ? "" : part.toString())
            .collect(Collectors.joining("\u0001"));
  }

  Window get(WindowKey key) throws IOException {
    if (key.kind() == WindowKey.Kind.REBATE) {
      return rebates.getOrDefault(key, Window.EMPTY);
    }
    Window known = counters.get(key);
    if (known != null) {
      return known;
    }
    byte[] kept = log.get(text(key), hash(key));
    return kept == null ? Window.EMPTY : WindowCodec.window(new ByteReader(kept));
  }

  void change(Map<WindowKey, Window> changes) throws IOException {
    for (Map.Entry<WindowKey, Window> change : changes.entrySet()) {
      WindowKey key = change.getKey();
      Window changed = get(key).plus(change.getValue());
      if (key.kind() == WindowKey.Kind.REBATE) {
        rebates.put(key, changed);
      } else {
        counters.put(key, changed);
        writeEldest();
      }
    }
  }

  private void writeEldest() throws IOException {
    if (counters.size() > USED_LATELY) {
      Iterator<Map.Entry<WindowKey, Window>> eldest = counters.entrySet().iterator();
      Map.Entry<WindowKey, Window> written = eldest.next();
      write(written.getKey(), written.getValue());
      eldest.remove();
    }
  }

  private void write(WindowKey key, Window window) throws IOException {
    scratch.clear();
    WindowCodec.write(window, scratch);
    log.put(text(key), hash(key), scratch, 0, scratch.length());
  }

  Map<WindowKey, Window> rebates() {
    return rebates;
  }

  /** Writes everything that lies in memory alone. */
  void write() throws IOException {
    for (Map.Entry<WindowKey, Window> counter : counters.entrySet()) {
      write(counter.getKey(), counter.getValue());
    }
    if (!rebates.isEmpty()) {
      scratch.clear();
      WindowCodec.write(rebates, scratch);
      log.put(REBATES, KeyedLog.hash(REBATES), scratch, 0, scratch.length());
    }
  }
}
