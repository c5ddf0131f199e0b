package dev.duodang.cli;

import dev.duodang.pricing.wording.Language;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A language on the command line: {@code zh} or {@code en}, or its whole name. */
public final class LanguageWord implements ITypeConverter<Language> {

  @Override
  public Language convert(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "zh", "chinese" -> Language.CHINESE;
      case "en", "english" -> Language.ENGLISH;
      default -> throw new TypeConversionException("\"" + word + "\" is not zh or en");
    };
  }
}
