package dev.duodang.expressions;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.checker.CelChecker;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelVarDecl;
import dev.cel.common.Operator;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompilerFactory;
import dev.duodang.pricing.expression.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that the expressions of one book may name, with what checks them. */
final class Dictionary {

  static final String DURATION = "duration";
  static final String TIMESTAMP = "timestamp";
  static final String DAY = "day";
  static final String MATCHES = "matches";

  /** Texts in the place of a value, which are read when the expression is. */
  private static final List<CelFunctionDecl> OF_TEXTS =
      List.of(
          function(Rewriting.NUMBER, Types.NUMBER),
          function(DURATION, Types.SPAN),
          function(TIMESTAMP, Types.TIME),
          function(DAY, Types.TIME));

  private static final List<CelFunctionDecl> OF_SIDES =
      List.of(
          function(Operator.LOGICAL_AND, Types.BOOL, Types.BOOL, Types.BOOL),
          function(Operator.LOGICAL_OR, Types.BOOL, Types.BOOL, Types.BOOL),
          function(Operator.CONDITIONAL, Types.ANY, Types.BOOL, Types.ANY, Types.ANY),
          function(Operator.NOT_STRICTLY_FALSE, Types.BOOL, Types.BOOL));

  private final Vocabulary vocabulary;
  private final Facts facts;
  private final Operations operations;
  private final CelChecker checker;

  private Dictionary(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.facts = Facts.of(vocabulary);
    this.operations = Operations.of(vocabulary.zone());
    this.checker = checker();
  }

  static Dictionary of(Vocabulary vocabulary) {
    return new Dictionary(vocabulary);
  }

  private static CelFunctionDecl function(String name, CelType gives) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(name, gives, Types.TEXT));
  }

  private static CelFunctionDecl function(Operator operator, CelType gives, CelType... takes) {
    return CelFunctionDecl.newFunctionDeclaration(
        operator.getFunction(),
        CelOverloadDecl.newGlobalOverload(operator.getFunction(), gives, takes));
  }

  private CelChecker checker() {
    Map<String, StructType> types = new LinkedHashMap<>();
    facts.types().forEach((name, type) -> types.put(name, Types.of(type)));
    Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    operations
        .all()
        .forEach(
            one ->
                overloads
                    .computeIfAbsent(one.name(), _ -> new ArrayList<>())
                    .add(one.declaration()));
    List<CelFunctionDecl> functions = new ArrayList<>(OF_TEXTS);
    functions.addAll(OF_SIDES);
    functions.add(
        CelFunctionDecl.newFunctionDeclaration(
            MATCHES,
            CelOverloadDecl.newMemberOverload(MATCHES, Types.BOOL, Types.TEXT, Types.TEXT)));
    overloads.forEach(
        (name, some) -> functions.add(CelFunctionDecl.newFunctionDeclaration(name, some)));
    return CelCompilerFactory.standardCelCheckerBuilder()
        .setOptions(Grammar.OPTIONS)
        .setStandardEnvironmentEnabled(false)
        .setTypeProvider(new Provided(ImmutableMap.copyOf(types)))
        .addVarDeclarations(variable(Facts.ORDER, types), variable(Facts.ITEM, types))
        .addFunctionDeclarations(functions)
        .setResultType(Types.BOOL)
        .build();
  }

  private static CelVarDecl variable(String name, Map<String, StructType> types) {
    return CelVarDecl.newVarDeclaration(name, types.get(name));
  }

  private record Provided(ImmutableMap<String, StructType> byName) implements CelTypeProvider {

    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.copyOf(byName.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
      return Optional.ofNullable(byName.get(name));
    }
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  CelChecker toCheck() {
    return checker;
  }

  @Nullable FactType type(CelType type) {
    return facts.type(type.name());
  }

  Facts facts() {
    return facts;
  }

  @Nullable Operation operation(String id) {
    return operations.operation(id);
  }
}
