package dev.duodang.cli.simulate;

import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.simulation.Differences;
import dev.duodang.pricing.simulation.Group;
import dev.duodang.pricing.simulation.Grouping;
import dev.duodang.pricing.simulation.LargeDifference;
import dev.duodang.pricing.simulation.Simulation;
import dev.duodang.pricing.simulation.Sum;
import dev.duodang.pricing.wording.Language;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Differences as tables on the console. */
final class SimulationText {

  private static final int SHOWN = 20;
  private static final int[] WIDTHS = {10, 9, 16, 16, 15, 8, 8};

  private final GroupNames names;
  private final Language language;
  private final PrintWriter out;

  SimulationText(Sides sides, Language language, PrintWriter out) {
    this.names = new GroupNames(sides, language);
    this.language = language;
    this.out = out;
  }

  void print(Comparing.Compared compared, long rejected) {
    out.printf(
        language.choose(
            "%,d 个工单按两套价格手册计价；%,d 行重复，%,d 行过期，%,d 行被拒绝%n",
            "%,d orders rated with both sets of books; %,d rows repeated, %,d stale, %,d rejected%n"),
        compared.orders(),
        compared.repeated(),
        compared.stale(),
        rejected);
    compared.simulation().result().forEach(this::print);
  }

  /** How long it took to read the file, and to rate what it holds. */
  void times(Duration reading, Duration rating) {
    out.printf(
        Locale.ROOT,
        language.choose("读取 %.2f 秒，计价 %.2f 秒%n", "read in %.2f s, rated in %.2f s%n"),
        reading.toMillis() / 1e3,
        rating.toMillis() / 1e3);
  }

  private void print(Simulation.Where where, Differences differences) {
    out.println();
    out.println(where.relation() + "  " + where.currency());
    row(
        List.of(
            language.choose("工单", "orders"),
            language.choose("变化", "changed"),
            language.choose("之前", "before"),
            language.choose("之后", "after"),
            language.choose("差额", "difference"),
            language.choose("新挂起", "held"),
            language.choose("解除", "freed")),
        "");
    row(differences.total(), names.name(where.relation(), new Group.Total()));
    for (Grouping by : Grouping.values()) {
      print(names.title(by), SumRows.of(differences, where.relation(), by, names));
    }
    largest(differences.largest());
  }

  private void print(String title, List<SumRows.Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    out.println(title);
    rows.stream().limit(SHOWN).forEach(row -> row(row.sum(), row.name()));
    if (rows.size() > SHOWN) {
      int more = rows.size() - SHOWN;
      out.println(language.choose("  另有 " + more + " 组", "  and " + more + " more"));
    }
  }

  private void largest(List<LargeDifference> orders) {
    if (orders.isEmpty()) {
      return;
    }
    out.println(language.choose("变化最大的工单", "orders that change most"));
    for (LargeDifference one : orders) {
      row(
          List.of(
              "",
              "",
              amount(one.before()),
              amount(one.after()),
              signed(one.difference()),
              one.heldAfter() && !one.heldBefore() ? "1" : "",
              one.heldBefore() && !one.heldAfter() ? "1" : ""),
          one.order().text());
    }
  }

  private void row(Sum sum, String name) {
    row(
        List.of(
            count(sum.orders()),
            count(sum.changed()),
            amount(sum.before()),
            amount(sum.after()),
            signed(sum.difference()),
            count(sum.newlyHeld()),
            count(sum.noLongerHeld())),
        name);
  }

  private void row(List<String> cells, String name) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < WIDTHS.length; i++) {
      String cell = cells.get(i);
      line.repeat(' ', Math.max(1, WIDTHS[i] - columns(cell))).append(cell);
    }
    out.println(line.append("  ").append(name).toString().stripTrailing());
  }

  /** How many columns of a terminal a text takes; a Chinese character takes two. */
  private static int columns(String text) {
    return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String amount(Money money) {
    return String.format(
        Locale.ROOT, "%,." + money.currency().scale() + "f", money.toExact().toBigDecimal());
  }

  private static String signed(Money money) {
    return money.minor() > 0 ? "+" + amount(money) : amount(money);
  }
}
