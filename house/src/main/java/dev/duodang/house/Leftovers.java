package dev.duodang.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** No notes about work that is still to do, and no debugging left in. */
final class Leftovers implements Rule {

  // Put together from halves, so that this file keeps its own rule. In quotes it is ISO 4217's code
  // for no currency.
  private static final Pattern NOTES =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|(?<!\")XX" + "X(?!\")|HA" + "CK|WI" + "P)\\b");
  private static final Pattern UNFINISHED =
      Pattern.compile("(?i)\\bnot (yet )?implemented\\b|\\bUnsupportedOperationException\\(\\)");
  private static final Pattern DEBUGGING =
      Pattern.compile("\\bconsole\\.(log|debug)\\(|^\\s*debugger;|\\bdebugger;");
  private static final Pattern SWITCHED_OFF_CHECKS =
      Pattern.compile("@ts-(ignore|nocheck)\\b|eslint-disable\\b");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings =
        new ArrayList<>(
            new LinePatterns(
                    Map.of(
                        NOTES, "do it, or open an issue and delete the note",
                        UNFINISHED, "a feature is whole or absent"))
                .in(checkout, file -> !isForeign(file) && !file.path().startsWith("house/src/")));
    findings.addAll(
        new LinePatterns(
                Map.of(
                    DEBUGGING, "delete it",
                    SWITCHED_OFF_CHECKS, "make the types right"))
            .in(checkout, file -> file.isTypeScript() && file.path().startsWith("console/src/")));
    return findings;
  }

  /** Texts of others, which are kept as they came. */
  static boolean isForeign(SourceFile file) {
    return file.name().startsWith("LICENSE")
        || file.name().startsWith("NOTICE")
        || file.name().equals("package-lock.json")
        || file.name().equals("mvnw");
  }
}
