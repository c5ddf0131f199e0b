package dev.duodang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Changes the core at thousands of places, one at a time, and counts what its tests notice. */
final class Mutation implements Benchmark {

  private static final String PACKAGE = "dev.duodang.pricing.";

  /** One change of the code, and whether a test failed on it. */
  private record Mutant(String type, String method, int line, String change, boolean noticed) {

    String pack() {
      return type.substring(0, type.indexOf('.'));
    }
  }

  /** Mutants made and noticed. */
  private record Score(int made, int noticed) {

    Score plus(Mutant mutant) {
      return new Score(made + 1, noticed + (mutant.noticed ? 1 : 0));
    }

    String percent() {
      return "%.1f %%".formatted(made == 0 ? 0 : 100.0 * noticed / made);
    }
  }

  @Override
  public String name() {
    return "mutation";
  }

  @Override
  public String purpose() {
    return "change charges, matching and money at every place, and see whether a test notices";
  }

  @Override
  public Report run(Workplace workplace, List<String> words)
      throws IOException, InterruptedException {
    Options.parse(words, Set.of());
    Path log = workplace.scratch(name()).resolve("pit.log");
    List<String> command =
        Workplace.mavenInPricing("test-compile", "org.pitest:pitest-maven:mutationCoverage");
    MeasuredProcess process = MeasuredProcess.run(workplace.root(), log, command, List.of(0));
    Path found = workplace.root().resolve("pricing/target/pit-reports/mutations.xml");
    List<Mutant> mutants = read(found);
    return new Report(
        "Mutation testing of charges, matching and money", body(mutants, process.seconds()));
  }

  private static List<Mutant> read(Path file) throws IOException {
    List<Mutant> mutants = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("mutation")) {
          mutants.add(mutant(xml));
        }
      }
      return mutants;
    } catch (XMLStreamException broken) {
      throw new IOException(file + " cannot be read: " + broken.getMessage(), broken);
    }
  }

  private static Mutant mutant(XMLStreamReader xml) throws XMLStreamException {
    boolean noticed = Boolean.parseBoolean(xml.getAttributeValue(null, "detected"));
    Map<String, String> texts = new TreeMap<>();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (Set.of("mutatedClass", "mutatedMethod", "lineNumber", "description").contains(name)) {
          texts.put(name, xml.getElementText());
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("mutation")) {
        return new Mutant(
            text(texts, "mutatedClass").substring(PACKAGE.length()),
            text(texts, "mutatedMethod"),
            Integer.parseInt(text(texts, "lineNumber")),
            text(texts, "description"),
            noticed);
      }
    }
  }

  private static String text(Map<String, String> texts, String name) throws XMLStreamException {
    String text = texts.get(name);
    if (text == null) {
      throw new XMLStreamException("a mutation has no " + name);
    }
    return text;
  }

  private static String body(List<Mutant> mutants, double seconds) {
    Map<String, Score> packages = new TreeMap<>();
    Score all = new Score(0, 0);
    StringBuilder left = new StringBuilder();
    for (Mutant mutant : mutants) {
      packages.merge(mutant.pack(), new Score(0, 0).plus(mutant), (one, _) -> one.plus(mutant));
      all = all.plus(mutant);
      if (!mutant.noticed) {
        left.append(
            "| %s | %s | %d | %s |%n"
                .formatted(
                    mutant.type,
                    mutant.method,
                    mutant.line,
                    mutant.change.replace("dev/duodang/pricing/", "").replace('|', '∣')));
      }
    }
    StringBuilder rows = new StringBuilder();
    packages.forEach((pack, score) -> rows.append(row(pack, score)));
    rows.append(row("**all**", all));
    return """
        PIT's default mutators on `charge`, `money` and `rating` against the example tests of the core, without the
        random properties, so that the score does not hang on luck. %.0f minutes. Target: 90 %%.

        | package | mutants | noticed | score |
        |---|---|---|---|
        %s
        ## Not noticed

        | class | method | line | change |
        |---|---|---|---|
        %s"""
        .formatted(seconds / 60, rows, left);
  }

  private static String row(String pack, Score score) {
    return "| %s | %d | %d | %s |%n".formatted(pack, score.made, score.noticed, score.percent());
  }
}
