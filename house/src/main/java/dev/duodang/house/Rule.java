package dev.duodang.house;

import java.util.List;

/** One house rule. */
interface Rule {

  /** Every place in the checkout that breaks this rule; empty when it is kept. */
  List<Finding> check(Checkout checkout);

  /** All rules of the house. */
  static List<Rule> all() {
    return List.of(
        new JavaFunctionLengths(),
        new TypeScriptFunctionLengths(),
        new ShellFunctionLengths(),
        new FileLengths(),
        new PortableShell(),
        new BannedCalls(),
        new BannedImports(),
        new BannedAnnotations(),
        new NoFloatingPointInPricing(),
        new Leftovers(),
        new SwitchedOffTests(),
        new MachinePaths(),
        new PackageNames(),
        new PackageInfos(),
        new Readmes(),
        new DecisionRecords(),
        new RelativeLinks(),
        new PinnedVersions(),
        new ModuleLadder(),
        new DeadJava(),
        new DeadTypeScript());
  }
}
