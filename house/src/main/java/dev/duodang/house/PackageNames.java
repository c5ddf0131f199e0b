package dev.duodang.house;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of code says what business it is. */
final class PackageNames implements Rule {

  private static final Set<String> BANNED =
      Set.of(
          "util",
          "utils",
          "utilities",
          "common",
          "commons",
          "manager",
          "managers",
          "impl",
          "dto",
          "dtos",
          "helper",
          "helpers",
          "misc",
          "shared");

  @Override
  public List<Finding> check(Checkout checkout) {
    return checkout
        .files(file -> file.isJava() || file.isTypeScript())
        .flatMap(
            file ->
                banned(file).stream()
                    .map(
                        name ->
                            file.finding(
                                1,
                                "a folder \""
                                    + name
                                    + "\" says nothing; name it after the business")))
        .toList();
  }

  private static Optional<String> banned(SourceFile file) {
    return Stream.of(file.folder().split("/")).filter(BANNED::contains).findFirst();
  }
}
