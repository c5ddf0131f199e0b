package dev.duodang.bench;

/** A rule engine to compare with. */
enum OtherEngine {
  DROOLS_MODEL("drools-model", "Drools executable model", 150),
  DROOLS_DMN("drools-dmn", "Drools DMN", 5_000),
  CAMUNDA_DMN("camunda-dmn", "Camunda 7 DMN", 5_000),
  ZEN("zen", "GoRules Zen", 5_000);

  private final String word;
  private final String shown;
  private final int wanted;

  OtherEngine(String word, String shown, int wanted) {
    this.word = word;
    this.shown = shown;
    this.wanted = wanted;
  }

  /** What its program knows it by. */
  String word() {
    return word;
  }

  String shown() {
    return shown;
  }

  /** How many times as fast Duodang is to be among 1,000 tiers, at least. */
  int wanted() {
    return wanted;
  }
}
