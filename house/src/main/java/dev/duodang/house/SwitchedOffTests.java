package dev.duodang.house;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every test of the console runs; Java's are held by {@link BannedAnnotations}. */
final class SwitchedOffTests implements Rule {

  private static final Pattern OFF =
      Pattern.compile(
          "\\b(it|test|describe|suite)\\.(skip|only|todo|fails)\\b|\\b(xit|xtest|xdescribe|fit|fdescribe)\\(");

  @Override
  public List<Finding> check(Checkout checkout) {
    return new LinePatterns(Map.of(OFF, "a test runs or is deleted"))
        .in(checkout, file -> file.isTypeScript() && file.module().equals("console"));
  }
}
