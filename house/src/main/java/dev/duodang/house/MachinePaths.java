package dev.duodang.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Nothing in the repository holds only on one machine: no folders of it, no package servers. */
final class MachinePaths implements Rule {

  private static final Pattern FOLDERS =
      Pattern.compile("(?<![\\w.$}])/(wo" + "rk|ro" + "ot|tm" + "p|ho" + "me|Us" + "ers)/[\\w.-]*");
  private static final Pattern SERVERS =
      Pattern.compile(
          "registry\\.(npm"
              + "js|yarn"
              + "pkg|npm"
              + "mirror)|repo1?\\.maven|maven\\.apache\\.org/maven2"
              + "|deb\\.deb"
              + "ian|files\\.python"
              + "hosted");
  private static final Pattern RESOLVED = Pattern.compile("\"resolved\": \"http[^\"]*");

  @Override
  public List<Finding> check(Checkout checkout) {
    List<Finding> findings =
        new ArrayList<>(
            new LinePatterns(
                    Map.of(
                        FOLDERS, "write a path that is right on every machine",
                        SERVERS, "name the package; each machine knows its own server"))
                .in(checkout, file -> true));
    findings.addAll(
        new LinePatterns(
                Map.of(RESOLVED, "make the lock file again with omit-lockfile-registry-resolved"))
            .in(checkout, file -> file.name().equals("package-lock.json")));
    return findings;
  }
}
