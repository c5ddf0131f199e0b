package dev.duodang.configuration;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Finds settings that nobody reads. The framework's own check leaves out the environment and system
 * properties, where a slip of the pen is most likely.
 */
public final class UnknownSettings {

  private static final String PREFIX = "duodang.";

  private UnknownSettings() {}

  /** The unknown {@code duodang.*} names in every source of settings, sorted. */
  public static Set<String> in(ConfigurableEnvironment environment) {
    Set<String> known = new TreeSet<>();
    known().map(UnknownSettings::plain).forEach(known::add);
    Set<String> unknown = new TreeSet<>();
    environment.getPropertySources().stream()
        .filter(EnumerablePropertySource.class::isInstance)
        .map(source -> (EnumerablePropertySource<?>) source)
        .flatMap(source -> Arrays.stream(source.getPropertyNames()))
        .filter(name -> plain(name).startsWith(plain(PREFIX)) && name.length() > PREFIX.length())
        .filter(name -> isSetting(name) && !known.contains(plain(name)))
        .forEach(unknown::add);
    return unknown;
  }

  /** Every name that {@link DuodangSettings} reads, such as {@code duodang.database.url}. */
  public static Stream<String> known() {
    return names(PREFIX, DuodangSettings.class);
  }

  private static Stream<String> names(String prefix, Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).flatMap(component -> names(prefix, component));
  }

  private static Stream<String> names(String prefix, RecordComponent component) {
    String name = prefix + dashed(component.getName());
    return component.getType().isRecord()
        ? names(name + ".", component.getType())
        : Stream.of(name);
  }

  private static boolean isSetting(String name) {
    return name.startsWith(PREFIX) || name.startsWith("DUODANG_");
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** The name as the framework compares it: letters and digits only. */
  private static String plain(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }
}
