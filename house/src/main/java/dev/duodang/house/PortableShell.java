package dev.duodang.house;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The scripts run on macOS, which has bash 3.2 and the tools of BSD, as well as on Debian. */
final class PortableShell implements Rule {

  private static final Pattern NEWER_BASH =
      Pattern.compile(
          "\\b(declare|local) -A\\b|\\b(mapfile|readarray|coproc)\\b|\\$\\{\\w+(,,|\\^\\^)|\\|&|&>>|\\bwait -n\\b");
  private static final Pattern ONLY_GNU =
      Pattern.compile(
          "\\breadlink -[fe]\\b|\\bsed (-i|-r)\\b|\\bgrep -\\w*P|-printf\\b|\\bdate -d\\b|\\bstat -c\\b"
              + "|\\bxargs -r\\b|\\bsort -V\\b|\\bhead -n -|\\bnproc\\b|\\btac\\b|\\brealpath\\b");

  @Override
  public List<Finding> check(Checkout checkout) {
    return new LinePatterns(
            Map.of(
                NEWER_BASH, "bash 3.2 does not have it",
                ONLY_GNU, "macOS does not have it"))
        .in(checkout, SourceFile::isShell);
  }
}
