package dev.duodang.demo;

import dev.duodang.pricing.order.OrderNo;
import java.time.Instant;

/**
 * Something of an order's life that is to be told.
 *
 * @param revision the order's revision, or {@link #DECISION} for what a person decides
 */
record DemoDue(Instant at, DemoLife life, int revision) implements Comparable<DemoDue> {

  static final int DECISION = 0;

  static DemoDue revision(DemoLife life, int number) {
    return new DemoDue(life.moments().get(number - 1).at(), life, number);
  }

  static DemoDue decision(DemoLife life, DemoLife.Decision decision) {
    return new DemoDue(decision.at(), life, DECISION);
  }

  OrderNo orderNo() {
    return life.orderNo();
  }

  @Override
  public int compareTo(DemoDue other) {
    int byTime = at.compareTo(other.at);
    int byOrder = byTime != 0 ? byTime : orderNo().text().compareTo(other.orderNo().text());
    return byOrder != 0 ? byOrder : Integer.compare(revision, other.revision);
  }
}
