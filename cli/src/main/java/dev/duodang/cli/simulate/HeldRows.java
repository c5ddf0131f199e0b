package dev.duodang.cli.simulate;

import dev.duodang.cli.settle.ByteReader;
import dev.duodang.cli.settle.ByteWriter;
import dev.duodang.cli.settle.OrderCodec;
import dev.duodang.cli.settle.Replay;
import dev.duodang.intake.Decision;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowSource;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.region.Resolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The rows of a file in memory, in a compact form. Written by one thread, then read by many. */
final class HeldRows {

  private static final int CHUNK_BYTES = 1 << 20;
  private static final int SHARED_VALUES = 1 << 16;
  private static final int COMPACT = 0;
  private static final int WHOLE = 1;
  private static final int DECIDED = 2;

  private final CompactOrders compact;
  private final Values<Resolution> places = new Values<>(Integer.MAX_VALUE);
  private final List<Decision> decisions = new ArrayList<>();
  private final List<byte[]> chunks = new ArrayList<>();
  private final ByteWriter scratch = new ByteWriter();
  private final Clusters clusters = new Clusters();
  private long[] starts = new long[1 << 15];
  private int rows;
  private byte[] chunk = {};
  private int used;

  HeldRows() {
    this(SHARED_VALUES);
  }

  /** Rows whose orders may share that many values of a kind. */
  HeldRows(int sharedValues) {
    this.compact = new CompactOrders(sharedValues);
  }

  /** Where an order lies by the regions that each set of books knows. */
  record Places(Resolution before, Resolution after) {}

  /** An order that was held, with where it lies. */
  record HeldOrder(WorkOrder order, Places places) {}

  void add(long number, WorkOrder order, Places where) {
    scratch.clear();
    head(COMPACT, number, where);
    if (!compact.write(order, scratch)) {
      scratch.clear();
      head(WHOLE, number, where);
      OrderCodec.write(order, scratch);
    }
    keep();
    long key = Replay.key(order.orderNo());
    clusters.add(key);
    VisitId visit = order.visitId();
    if (visit != null) {
      clusters.join(key, Replay.key(visit));
    }
    RelatedOrder related = order.related();
    if (related != null) {
      clusters.join(key, Replay.key(related.orderNo()));
    }
  }

  /** An order depends on those that count in the same window. */
  void join(OrderNo order, WindowKey counter) {
    clusters.join(Replay.key(order), Replay.key(counter));
  }

  private void head(int form, long number, Places where) {
    scratch.put(form);
    scratch.number(number);
    scratch.number(places.number(where.before));
    scratch.number(places.number(where.after));
  }

  void add(long number, Decision decision) {
    scratch.clear();
    scratch.put(DECIDED);
    scratch.number(number);
    scratch.number(decisions.size());
    decisions.add(decision);
    keep();
    clusters.add(Replay.key(decision.orderNo()));
  }

  private void keep() {
    int length = scratch.length();
    if (used + length > chunk.length) {
      chunk = new byte[Math.max(CHUNK_BYTES, length)];
      chunks.add(chunk);
      used = 0;
    }
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, Math.addExact(rows, rows >> 1));
    }
    starts[rows++] = (chunks.size() - 1L) << 32 | used;
    scratch.copy(0, chunk, used, length);
    used += length;
  }

  /** The rows by what depends on what; nothing is added any more. */
  Clusters.Sorted sorted() {
    return clusters.sorted();
  }

  boolean isOrder(int row) {
    return chunks.get((int) (starts[row] >>> 32))[(int) starts[row]] != DECIDED;
  }

  /** The order that a row holds and where it lies; its address may be left out. */
  HeldOrder order(int row) {
    return order(row, false);
  }

  private HeldOrder order(int row, boolean addressed) {
    ByteReader in = reader(row);
    int form = in.take();
    in.number();
    Places where = new Places(place(in), place(in));
    return new HeldOrder(
        form == COMPACT ? compact.read(in, addressed) : OrderCodec.read(in), where);
  }

  private Resolution place(ByteReader in) {
    return Objects.requireNonNull(places.value(in.whole()));
  }

  /** A row as it was read from the file. */
  RowSource.Numbered row(int row) {
    if (isOrder(row)) {
      ByteReader in = reader(row);
      in.take();
      return new RowSource.Numbered(in.number(), new Row.Order(order(row, true).order()));
    }
    ByteReader in = reader(row);
    in.take();
    return new RowSource.Numbered(in.number(), new Row.Decided(decisions.get(in.whole())));
  }

  private ByteReader reader(int row) {
    return new ByteReader(chunks.get((int) (starts[row] >>> 32)), (int) starts[row]);
  }
}
