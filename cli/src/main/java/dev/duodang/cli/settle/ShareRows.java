package dev.duodang.cli.settle;

import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.settlement.Change;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.Shares;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The file of what engineers get: a row for each posted line and handler, whose sum is the line.
 */
final class ShareRows implements Closeable {

  private static final String[] COLUMNS = {
    "orderNo",
    "revision",
    "relation",
    "number",
    "kind",
    "category",
    "item",
    "handler",
    "share",
    "amount",
    "currency",
    "reverses"
  };

  private final RowText text;
  private final OutputFile output;

  private ShareRows(RowText text, OutputFile output) {
    this.text = text;
    this.output = output;
  }

  static ShareRows create(Path file, RowText text) throws IOException {
    ShareRows rows = new ShareRows(text, OutputFile.create(file));
    text.heading(COLUMNS, rows.output.rows());
    return rows;
  }

  /** The shares of the lines that a change posts to engineers. */
  void add(Change change) throws IOException {
    for (Posting line : change.postings()) {
      if (line.relation().payee() == PartyKind.ENGINEER) {
        Shares.of(line.relation(), change.orderOf(line), line.amount())
            .forEach((handler, share) -> write(change, line, handler, share));
      }
    }
    output.passOn();
  }

  private void write(Change change, Posting line, PartyId handler, Money share) {
    ByteWriter out = output.rows();
    text.begin(out);
    Stream.of(
            change.state().order().orderNo().text(),
            line.revision().number(),
            line.relation(),
            line.number(),
            line.kind().name(),
            line.category(),
            line.item() < 0 ? null : line.item(),
            handler.text(),
            share,
            line.amount(),
            line.amount().currency(),
            line.reverses())
        .forEach(value -> text.field(value, out));
    text.end(out);
  }

  void complete() throws IOException {
    output.complete();
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
