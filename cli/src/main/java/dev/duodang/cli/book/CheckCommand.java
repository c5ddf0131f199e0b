package dev.duodang.cli.book;

import dev.duodang.cli.ExitCode;
import dev.duodang.cli.LanguageWord;
import dev.duodang.pricing.proof.FindingId;
import dev.duodang.pricing.wording.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duodang check BOOK...}: what is wrong with price books, each with an example order. */
@Command(
    name = "check",
    description = {
      "Proves price books: reads them, and looks for tiers that tie, orders that a book covers and",
      "has no price for, tiers and modifiers that never apply, steps that end, amounts out of",
      "range. Each finding comes with an example order that shows it."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:No errors; there may be warnings.",
      "1:Errors: mistakes in the text, conflicts, gaps that are not accepted, and others.",
      "2:The command was not understood, or a file cannot be read."
    })
public final class CheckCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "BOOK",
      description = "A price book as YAML or JSON, or a folder of them.")
  private List<Path> books = new ArrayList<>();

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      converter = LanguageWord.class,
      description = "Of the sentences: zh or en.")
  private Language language = Language.CHINESE;

  @Option(names = "--json", description = "Print the findings as one JSON document.")
  private boolean json;

  @Option(
      names = "--accept",
      paramLabel = "ID",
      description = "A gap that is known and no error, by the id that is printed with it.")
  private List<String> accept = new ArrayList<>();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Set<FindingId> accepted =
        accept.stream().map(FindingId::of).collect(Collectors.toCollection(LinkedHashSet::new));
    List<CheckedBook> checked = new ArrayList<>();
    for (Path file : BookFiles.files(books)) {
      checked.add(CheckedBook.of(file));
    }
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (json) {
      out.println(new CheckJson(language, accepted).text(checked));
    } else {
      checked.forEach(book -> new CheckText(language, accepted, out).print(book));
    }
    boolean clean = checked.stream().allMatch(book -> book.errors(accepted) == 0);
    return clean ? ExitCode.OK : ExitCode.FOUND_SOMETHING;
  }
}
