package dev.duodang.bench.engines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules as one decision table of DMN 1.3 with the hit policy FIRST. */
final class DecisionTable {

  static final String NAMESPACE = "https://duodang.example/rules";
  static final String MODEL = "rules";
  static final String DECISION = "tier";

  private DecisionTable() {}

  static String of(List<Rule> rules) {
    String requirements =
        inputs()
            .map(
                "    <informationRequirement><requiredInput href=\"#in-%s\"/></informationRequirement>\n"
                    ::formatted)
            .collect(Collectors.joining());
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rules" name="%s" namespace="%s">
        %s  <decision id="%s" name="%s">
            <variable id="out" name="%s" typeRef="number"/>
        %s    <decisionTable id="table" hitPolicy="FIRST">
        %s      <output id="number" name="number" typeRef="number"/>
        %s    </decisionTable>
          </decision>
        </definitions>
        """
        .formatted(
            MODEL,
            NAMESPACE,
            inputs().map(DecisionTable::inputData).collect(Collectors.joining()),
            DECISION,
            DECISION,
            DECISION,
            requirements,
            inputs().map(DecisionTable::input).collect(Collectors.joining()),
            rules.stream().map(DecisionTable::rule).collect(Collectors.joining()));
  }

  /** The facts of an order by the names of the inputs. */
  static Map<String, Object> facts(Order order) {
    Map<String, Object> facts = new HashMap<>();
    Rule.FACTS.forEach(fact -> facts.put(fact.name(), fact.of().apply(order)));
    facts.put("distance", order.distance());
    return facts;
  }

  private static Stream<String> inputs() {
    return Stream.concat(Rule.FACTS.stream().map(Rule.Fact::name), Stream.of("distance"));
  }

  private static String type(String input) {
    return input.equals("distance") ? "number" : "string";
  }

  private static String inputData(String name) {
    return "  <inputData id=\"in-%s\" name=\"%s\"><variable id=\"var-%s\" name=\"%s\" typeRef=\"%s\"/></inputData>\n"
        .formatted(name, name, name, name, type(name));
  }

  private static String input(String name) {
    return """
              <input id="asks-%s"><inputExpression id="is-%s" typeRef="%s"><text>%s</text></inputExpression></input>
        """
        .formatted(name, name, type(name), name);
  }

  private static String rule(Rule rule) {
    StringBuilder cells = new StringBuilder();
    int place = 0;
    for (String text : rule.texts()) {
      cells.append(cell(rule, place++, text.isEmpty() ? "-" : '"' + text + '"'));
    }
    String distance =
        rule.asksForDistance() ? "[%d..%d)".formatted(rule.from(), rule.below()) : "-";
    cells.append(cell(rule, place, distance));
    return "      <rule id=\"r%d\">%s<outputEntry id=\"o%d\"><text>%d</text></outputEntry></rule>\n"
        .formatted(rule.number(), cells, rule.number(), rule.number());
  }

  private static String cell(Rule rule, int place, String test) {
    return "<inputEntry id=\"c%d-%d\"><text>%s</text></inputEntry>"
        .formatted(rule.number(), place, test);
  }
}
