package dev.duodang.cli.book;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.LanguageWord;
import dev.duodang.cli.OrderFiles;
import dev.duodang.intake.JsonRows;
import dev.duodang.intake.Row;
import dev.duodang.intake.RowSource;
import dev.duodang.intake.UnreadableSourceException;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.AddressResolver;
import dev.duodang.pricing.region.GbT2260;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.pricing.settlement.Shelf;
import dev.duodang.pricing.settlement.Surroundings;
import dev.duodang.pricing.wording.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duodang explain --book BOOK ORDER}: what an order comes to and why. */
@Command(
    name = "explain",
    description = "Says what one work order comes to by price books, and why.",
    mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

  @Option(
      names = "--book",
      required = true,
      paramLabel = "BOOK",
      description = "A price book, or a folder of them; may be given several times.")
  private List<Path> books = new ArrayList<>();

  @Parameters(
      paramLabel = "ORDER",
      description = "A .json file with one order, or a file of orders together with --order.")
  private Path file = Path.of("");

  @Option(names = "--order", paramLabel = "NUMBER", description = "The order in a file of several.")
  private @Nullable String number;

  @Option(names = "--as-of", paramLabel = "TIME", description = "The time of open orders.")
  private @Nullable Instant asOf;

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      converter = LanguageWord.class,
      description = "Of the sentences: zh or en.")
  private Language language = Language.CHINESE;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Shelf shelf = BookFiles.shelf(books);
    WorkOrder order = order(shelf);
    RegionTree tree = shelf.tree(GbT2260.tree());
    OrderChanges changes = new OrderChanges(shelf, tree, AddressResolver.of(tree));
    Instant time = asOf == null ? InstantSource.system().instant() : asOf;
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    changes
        .explain(order, Surroundings.none(time))
        .forEach(one -> new ExplanationText(one, order, language).print(out));
    return ExitCode.OK;
  }

  private WorkOrder order(Shelf shelf) throws IOException {
    if (file.toString().endsWith(".json")) {
      List<Row> rows = JsonRows.in(shelf.zone()).all(Files.readAllBytes(file));
      return chosen(rows);
    }
    if (number == null) {
      throw new UnreadableSourceException(file + " may hold several orders; name one by --order");
    }
    OrderNo wanted = OrderNo.of(number);
    try (RowSource source = OrderFiles.open(file, shelf.zone(), StandardCharsets.UTF_8)) {
      for (RowSource.Numbered row = source.next(); row != null; row = source.next()) {
        if (row.row() instanceof Row.Order(WorkOrder order) && order.orderNo().equals(wanted)) {
          return order;
        }
      }
    }
    throw new UnreadableSourceException(file + " has no order \"" + wanted + "\"");
  }

  private WorkOrder chosen(List<Row> rows) throws UnreadableSourceException {
    for (Row row : rows) {
      switch (row) {
        case Row.Order(WorkOrder order)
            when number == null || order.orderNo().text().equals(number) -> {
          return order;
        }
        case Row.Refused refused ->
            throw new UnreadableSourceException(
                file
                    + " cannot be read: "
                    + refused.problems().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining("; ")));
        case Row.Order _, Row.Decided _ -> {}
      }
    }
    throw new UnreadableSourceException(file + " has no such order");
  }
}
