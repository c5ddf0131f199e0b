package dev.duodang.pricing.book.text;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** The ids of tiers and modifiers, which counters know both by: each is there once. */
final class Ids {

  private final Set<String> taken;

  /**
   * @param taken ids that no tier or modifier may have
   */
  Ids(Collection<String> taken) {
    this.taken = new HashSet<>(taken);
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
