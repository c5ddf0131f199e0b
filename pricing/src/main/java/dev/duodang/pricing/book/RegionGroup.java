package dev.duodang.pricing.book;

import dev.duodang.pricing.order.Code;
import java.util.List;

/** A named group of regions, such as 核心城市; conditions name it like a region. */
public record RegionGroup(Code name, List<Code> members) {

  public RegionGroup {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("region group " + name + " has no members");
    }
  }
}
