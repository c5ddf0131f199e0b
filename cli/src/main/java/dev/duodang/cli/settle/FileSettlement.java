package dev.duodang.cli.settle;

import dev.duodang.intake.RowSource;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.FactCheck;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.pricing.wording.Language;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Supplier;

/** Settles all rows of a file, in batches that are prepared side by side. */
final class FileSettlement {

  private final Shelf shelf;
  private final RegionTree tree;
  private final AddressResolver resolver;
  private final FactCheck check;
  private final Instant asOf;
  private final Language language;
  private final Supplier<RowText> rows;

  FileSettlement(
      Shelf shelf, RegionTree tree, Instant asOf, Language language, Supplier<RowText> rows) {
    this.shelf = shelf;
    this.tree = tree;
    this.resolver = AddressResolver.of(tree);
    this.check = FactCheck.of(shelf, tree);
    this.asOf = asOf;
    this.language = language;
    this.rows = rows;
  }

  RegionTree tree() {
    return tree;
  }

  /** What is done with each row that was taken. */
  interface Sink {
    void took(long row, Taking.Outcome outcome) throws IOException;
  }

  /**
   * Settles all rows of a source; posted lines go to {@code output}.
   *
   * @throws IOException when the source cannot be read on, or something not written
   */
  void run(RowSource source, OrderLog log, OutputFile output, Sink sink)
      throws IOException, InterruptedException {
    LineFormat format = format();
    format.heading(output.rows());
    Taking taking = new Taking(changes(), log, format::write, asOf);
    RowBatches<Prepared> batches =
        new RowBatches<>(
            () -> {
              Preparation preparation = preparation();
              return preparation::prepare;
            });
    batches.run(
        source,
        batch -> {
          for (Prepared prepared : batch) {
            sink.took(prepared.row().number(), taking.take(prepared, output.rows()));
          }
          output.passOn();
        });
  }

  private Preparation preparation() {
    return new Preparation(changes(), check, format(), Surroundings.none(asOf));
  }

  private OrderChanges changes() {
    return new OrderChanges(shelf, tree, resolver);
  }

  private LineFormat format() {
    RowText form = rows.get();
    LineFormat format = new LineFormat(shelf, language, form);
    format.heading(new ByteWriter());
    return format;
  }
}
