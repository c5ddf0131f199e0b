package dev.duodang.house;

import java.util.List;
import java.util.stream.Stream;

/** Every package of main code says what it is, and is null-marked. */
final class PackageInfos implements Rule {

  @Override
  public List<Finding> check(Checkout checkout) {
    return checkout
        .files(SourceFile::isMainJava)
        .map(SourceFile::folder)
        .distinct()
        .flatMap(folder -> check(checkout, folder + "/package-info.java"))
        .toList();
  }

  private static Stream<Finding> check(Checkout checkout, String path) {
    SourceFile info = checkout.file(path).orElse(null);
    if (info == null) {
      return Stream.of(
          new Finding(
              path, 1, "the package has no package-info.java; say in a paragraph what it is"));
    }
    Stream.Builder<Finding> findings = Stream.builder();
    if (!info.text().contains("@NullMarked")) {
      findings.add(info.finding(1, "the package is not @NullMarked"));
    }
    if (!info.text().stripLeading().startsWith("/**")) {
      findings.add(info.finding(1, "the package has no Javadoc; say in a paragraph what it is"));
    }
    return findings.build();
  }
}
