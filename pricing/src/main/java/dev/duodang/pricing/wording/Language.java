package dev.duodang.pricing.wording;

/** A language that sentences are written in. */
public enum Language {
  CHINESE,
  ENGLISH;

  /** English for {@code en} and its kinds, Chinese for all other tags. */
  public static Language of(String tag) {
    return tag.startsWith("en") ? ENGLISH : CHINESE;
  }

  public String choose(String chinese, String english) {
    return this == CHINESE ? chinese : english;
  }
}
