package dev.duodang.house;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A module of the console is imported by another, or named by a page, the build or npm. */
final class DeadTypeScript implements Rule {

  private static final Pattern REFERENCE = Pattern.compile("['\"`]([^'\"`\\s]*/)?([\\w.-]+)['\"`]");

  @Override
  public List<Finding> check(Checkout checkout) {
    Set<String> named = new HashSet<>();
    checkout
        .files(file -> file.module().equals("console") && !file.name().equals("package-lock.json"))
        .forEach(file -> collect(file, named));
    return checkout
        .files(file -> file.path().startsWith("console/src/") && file.isTypeScript())
        .filter(file -> !file.name().matches(".*\\.(test|d)\\.tsx?"))
        .filter(file -> !isNamed(file, named))
        .map(file -> file.finding(1, "\"" + file.name() + "\" is imported nowhere; delete it"))
        .toList();
  }

  private static void collect(SourceFile file, Set<String> named) {
    Matcher reference = REFERENCE.matcher(file.text());
    while (reference.find()) {
      named.add(reference.group(2));
    }
  }

  private static boolean isNamed(SourceFile file, Set<String> named) {
    String folder = file.folder();
    boolean byFolder =
        file.stem().equals("index")
            && named.contains(folder.substring(folder.lastIndexOf('/') + 1));
    return byFolder || named.contains(file.name()) || named.contains(file.stem());
  }
}
