package dev.duodang.house;

import java.util.List;

/**
 * A file of the checkout.
 *
 * @param path relative to the checkout, with slashes: {@code pricing/pom.xml}
 * @param text empty for a binary file
 */
record SourceFile(String path, String text) {

  SourceFile {
    if (path.isEmpty() || path.startsWith("/")) {
      throw new IllegalArgumentException("path \"" + path + "\" is not inside the checkout");
    }
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name without its last ending: {@code Money} for {@code Money.java}. */
  String stem() {
    String name = name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The folder it is in, without a slash at the end; empty at the root. */
  String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The first folder of its path; empty for a file at the root. */
  String module() {
    int slash = path.indexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  List<String> lines() {
    return text.lines().toList();
  }

  boolean isJava() {
    return path.endsWith(".java");
  }

  boolean isMainJava() {
    return isJava() && path.contains("/src/main/java/");
  }

  boolean isTypeScript() {
    return path.endsWith(".ts") || path.endsWith(".tsx") || path.endsWith(".mjs");
  }

  boolean isShell() {
    return path.endsWith(".sh") || path.equals("duodang") || path.equals(".ci/run");
  }

  boolean isMarkdown() {
    return path.endsWith(".md");
  }

  Finding finding(int line, String message) {
    return new Finding(path, line, message);
  }
}
