package dev.duodang.bench.engines;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The DMN engine of Camunda 7. */
record CamundaDmn(DmnEngine engine, DmnDecision decision) implements Engine {

  static Engine of(List<Rule> rules) {
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    byte[] table = DecisionTable.of(rules).getBytes(StandardCharsets.UTF_8);
    return new CamundaDmn(
        engine, engine.parseDecision(DecisionTable.DECISION, new ByteArrayInputStream(table)));
  }

  @Override
  public int winner(Order order) {
    Number won =
        engine.evaluateDecisionTable(decision, DecisionTable.facts(order)).getSingleEntry();
    return won.intValue();
  }
}
