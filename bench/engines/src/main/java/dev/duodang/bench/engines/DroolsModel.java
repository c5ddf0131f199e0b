package dev.duodang.bench.engines;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.globalOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.reactOn;
import static org.drools.model.PatternDSL.rule;

import java.util.List;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule.Attribute;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Drools with one rule for each of ours as an executable model, which is what it compiles rules to:
 * equality of texts is indexed in its network, the best rule has the highest salience, and only one
 * rule fires.
 */
final class DroolsModel implements Engine {

  private static final String PACKAGE = "dev.duodang.bench.engines";

  private final KieSession session;
  private final Winner winner = new Winner();

  /** Where the rule that fires puts its number. */
  static final class Winner {
    private int number = -1;
  }

  private DroolsModel(KieSession session) {
    this.session = session;
    session.setGlobal("winner", winner);
  }

  static Engine of(List<Rule> rules) {
    Global<Winner> winner = globalOf(Winner.class, PACKAGE, "winner");
    ModelImpl model = new ModelImpl().addGlobal(winner);
    int salience = rules.size();
    for (Rule rule : rules) {
      model.addRule(modelled(rule, salience--, winner));
    }
    KieBase base = KieBaseBuilder.createKieBaseFromModel(model);
    return new DroolsModel(base.newKieSession());
  }

  private static org.drools.model.Rule modelled(Rule rule, int salience, Global<Winner> winner) {
    Variable<Order> order = declarationOf(Order.class, "order");
    PatternDef<Order> pattern = pattern(order);
    for (int i = 0; i < Rule.FACTS.size(); i++) {
      String asked = rule.texts().get(i);
      Rule.Fact fact = Rule.FACTS.get(i);
      if (!asked.isEmpty()) {
        pattern.expr(
            fact.name() + asked,
            one -> asked.equals(fact.of().apply(one)),
            alphaIndexedBy(
                String.class, ConstraintType.EQUAL, i, one -> fact.of().apply(one), asked),
            reactOn(fact.name()));
      }
    }
    if (rule.asksForDistance()) {
      pattern.expr(
          "distance" + rule.from(),
          one -> rule.from() <= one.distance() && one.distance() < rule.below(),
          reactOn("distance"));
    }
    int number = rule.number();
    return rule(PACKAGE, "r" + number)
        .attribute(Attribute.SALIENCE, salience)
        .build(pattern, on(winner).execute(found -> found.number = number));
  }

  @Override
  public int winner(Order order) {
    FactHandle handle = session.insert(order);
    session.fireAllRules(1);
    session.delete(handle);
    return winner.number;
  }
}
