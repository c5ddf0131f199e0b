package dev.duodang.pricing.wording;

/** A language that sentences are written in. */
public enum Language {
  CHINESE,
  ENGLISH;

  String choose(String chinese, String english) {
    return this == CHINESE ? chinese : english;
  }
}
