package dev.duodang.bench.engines;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The DMN engine of Drools. */
record DroolsDmn(DMNRuntime runtime, DMNModel model) implements Engine {

  static Engine of(List<Rule> rules) {
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(
                List.of(
                    ResourceFactory.newReaderResource(
                        new StringReader(DecisionTable.of(rules)), "UTF-8")))
            .getOrElseThrow(IllegalStateException::new);
    DMNModel model = runtime.getModel(DecisionTable.NAMESPACE, DecisionTable.MODEL);
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
    return new DroolsDmn(runtime, model);
  }

  @Override
  public int winner(Order order) {
    DMNContext context = runtime.newContext();
    for (Map.Entry<String, Object> fact : DecisionTable.facts(order).entrySet()) {
      context.set(fact.getKey(), fact.getValue());
    }
    DMNResult result = runtime.evaluateAll(model, context);
    if (result.getDecisionResultByName(DecisionTable.DECISION).getResult() instanceof Number won) {
      return won.intValue();
    }
    throw new IllegalStateException(result.getMessages().toString());
  }
}
