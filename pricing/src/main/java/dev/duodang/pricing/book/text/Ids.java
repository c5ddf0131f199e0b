package dev.duodang.pricing.book.text;

import dev.duodang.pricing.book.CounterId;
import dev.duodang.pricing.book.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** The ids of tiers and modifiers, which counters know both by: each is there once. */
final class Ids {

  private final Set<String> taken;
  private final Set<CounterId> countedByCharges = new HashSet<>();
  private final Set<CounterId> countedByLimits = new HashSet<>();

  /**
   * @param taken ids that no tier or modifier may have
   */
  Ids(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /** Knows the limits of a book that is there already. */
  void reserve(Collection<Modifier> modifiers) {
    modifiers.stream()
        .flatMap(modifier -> Stream.ofNullable(modifier.effect().counter()))
        .forEach(countedByLimits::add);
  }

  /** A charge counts in a counter. */
  void countCharges(Fields fields, CounterId counter) {
    countedByCharges.add(counter);
    if (countedByLimits.contains(counter)) {
      refuseShared(fields);
    }
  }

  /** A limit counts in a counter. */
  void countLimit(Fields fields, CounterId counter) {
    if (countedByCharges.contains(counter) || !countedByLimits.add(counter)) {
      refuseShared(fields);
    }
  }

  /** Amounts and quantities do not add up, and neither do the amounts of two limits. */
  private static void refuseShared(Fields fields) {
    Node node = fields.take("counter");
    if (node != null) {
      fields
          .problems()
          .add(
              node,
              fields.at("counter"),
              "a limit counts in a counter with something else",
              "a counter of its own for each limit");
    }
  }

  void take(Fields fields, String key, String id) {
    Node node = fields.take(key);
    if (!taken.add(id) && node != null) {
      fields
          .problems()
          .add(
              node,
              fields.at(key),
              Problems.quoted(id) + " is the id of another tier or modifier",
              "an id of its own for each");
    }
  }
}
