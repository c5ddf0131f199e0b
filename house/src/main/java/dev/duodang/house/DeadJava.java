package dev.duodang.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A type of main code is named in another file, annotated, or started from outside. */
final class DeadJava implements Rule {

  private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w*\\b");

  @Override
  public List<Finding> check(Checkout checkout) {
    Map<String, Set<String>> filesByWord = filesByWord(checkout);
    List<Finding> findings = new ArrayList<>();
    for (JavaUnit unit : checkout.javaUnits()) {
      if (unit.file().isMainJava()) {
        for (Tree type : unit.tree().getTypeDecls()) {
          if (type instanceof ClassTree named && isDead(unit, named, filesByWord)) {
            findings.add(
                unit.finding(
                    named, "\"" + named.getSimpleName() + "\" is used nowhere; delete it"));
          }
        }
      }
    }
    return findings;
  }

  private static boolean isDead(
      JavaUnit unit, ClassTree type, Map<String, Set<String>> filesByWord) {
    Set<String> users =
        new HashSet<>(filesByWord.getOrDefault(type.getSimpleName().toString(), Set.of()));
    users.remove(unit.file().path());
    return users.isEmpty() && type.getModifiers().getAnnotations().isEmpty() && !isStarted(type);
  }

  private static boolean isStarted(ClassTree type) {
    return type.getMembers().stream()
        .anyMatch(
            member ->
                member instanceof MethodTree method && method.getName().contentEquals("main"));
  }

  private static Map<String, Set<String>> filesByWord(Checkout checkout) {
    Map<String, Set<String>> filesByWord = new HashMap<>();
    checkout
        .files(
            file -> file.isJava() || file.path().contains("/src/main/resources/") || file.isShell())
        .forEach(
            file ->
                WORD.matcher(file.text())
                    .results()
                    .map(MatchResult::group)
                    .forEach(
                        word ->
                            filesByWord
                                .computeIfAbsent(word, w -> new HashSet<>())
                                .add(file.path())));
    return filesByWord;
  }
}
