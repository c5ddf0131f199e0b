package dev.duodang.house;

/** Files that a tool writes and nobody edits; their lengths are not ours. */
final class Generated {

  private Generated() {}

  static boolean is(SourceFile file) {
    return (file.path().startsWith("console/src/") && file.path().contains("/generated/"))
        || file.name().endsWith(".d.ts");
  }
}
