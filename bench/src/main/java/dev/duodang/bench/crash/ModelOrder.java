package dev.duodang.bench.crash;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One order as it must be after what was done to it, worked out by rules of its own: amounts in
 * fen.
 *
 * @param sequence how many commands changed it
 * @param decisions how many of them were decisions
 * @param quote what a person quoted, in fen; none yet
 * @param released whether a person let an amount above the limit pass
 * @param placed whether a person chose the region
 * @param forced whether a person chose the premium tier
 */
record ModelOrder(
    String number,
    int revision,
    int sequence,
    int decisions,
    Facts facts,
    boolean cancelled,
    @Nullable Long quote,
    boolean released,
    boolean placed,
    boolean forced) {

  static final long LIMIT = 100_000;
  static final long STEP_MINOR = 1_000;
  static final long LATER_STEP_MINOR = 800;
  static final int STEPS = 50;

  /** Where it is; an open one could be in either of two places of different price. */
  enum Place {
    CORE("上海市静安区"),
    PLAIN("河南省郑州市新郑市"),
    OPEN("朝阳区建国路88号");

    private final String address;

    Place(String address) {
      this.address = address;
    }
  }

  /** What is said about it. */
  record Facts(
      String service,
      Place place,
      int kilometres,
      boolean keyAccount,
      String partner,
      List<String> handlers) {

    Facts {
      handlers = List.copyOf(handlers);
    }
  }

  static ModelOrder first(String number, Facts facts) {
    return new ModelOrder(number, 1, 1, 0, facts, false, null, false, false, false);
  }

  ModelOrder revised(Facts next) {
    boolean stillPlaced = placed && next.place() == facts.place();
    return next(next, false, stillPlaced);
  }

  ModelOrder cancel() {
    return next(facts, true, placed);
  }

  private ModelOrder next(Facts next, boolean isCancelled, boolean isPlaced) {
    return new ModelOrder(
        number,
        revision + 1,
        sequence + 1,
        decisions,
        next,
        isCancelled,
        quote,
        released,
        isPlaced,
        forced);
  }

  ModelOrder quoted(long fen) {
    return decided(fen, released, placed, forced);
  }

  ModelOrder release() {
    return decided(quote, true, placed, forced);
  }

  ModelOrder place() {
    return decided(quote, released, true, forced);
  }

  ModelOrder force(boolean isForced) {
    return decided(quote, released, placed, isForced);
  }

  private ModelOrder decided(
      @Nullable Long quoted, boolean isReleased, boolean isPlaced, boolean isForced) {
    return new ModelOrder(
        number,
        revision,
        sequence + 1,
        decisions + 1,
        facts,
        cancelled,
        quoted,
        isReleased,
        isPlaced,
        isForced);
  }

  /** The decision that it waits for. */
  enum Waits {
    NOTHING,
    QUOTE,
    RELEASE,
    REGION
  }

  Waits waits() {
    if (cancelled || forced) {
      return Waits.NOTHING;
    }
    if (facts.keyAccount()) {
      return quote == null ? Waits.QUOTE : waitsForRelease(quote);
    }
    return facts.place() == Place.OPEN && !placed ? Waits.REGION : Waits.NOTHING;
  }

  private Waits waitsForRelease(long fen) {
    return fen > LIMIT && !released ? Waits.RELEASE : Waits.NOTHING;
  }

  String state() {
    return cancelled ? "VOIDED" : waits() == Waits.NOTHING ? "SETTLED" : "ON_HOLD";
  }

  boolean settled() {
    return state().equals("SETTLED");
  }

  /** The chosen region of an open place is the one in Beijing, which is core. */
  long labour() {
    if (!settled()) {
      return 0;
    }
    if (forced) {
      return 15_000;
    }
    if (facts.keyAccount()) {
      return quote == null ? 0 : quote;
    }
    return facts.place() == Place.PLAIN ? 10_000 : 15_000;
  }

  /** 30.00 for the first 3 km, then 2.50 a km. */
  long callOut() {
    return settled() ? 3_000 + 250L * Math.max(0, facts.kilometres() - 3) : 0;
  }

  /** 60 % of the labour and all of the call-out. */
  long engineers() {
    return labour() * 60 / 100 + callOut();
  }

  boolean counts() {
    return settled() && !facts.partner().equals("P4");
  }

  /** What a count of orders in a month is worth. */
  static long worth(long count) {
    return Math.min(count, STEPS) * STEP_MINOR + Math.max(0, count - STEPS) * LATER_STEP_MINOR;
  }

  /** As it is sent. */
  String json() {
    return """
    {"orderNo":"%s","revision":%d,"status":"%s","service":"%s","address":"%s","distanceMetres":%d,
     "customer":{"class":"%s"},"counterparty":{"id":"%s","type":"%s"},"handlers":[%s],
     "createdAt":"2026-11-20T09:00:00+08:00","completedAt":"2026-11-20T14:00:00+08:00"%s}"""
        .formatted(
            number,
            revision,
            cancelled ? "CANCELLED" : "COMPLETED",
            facts.service(),
            facts.place().address,
            facts.kilometres() * 1000,
            facts.keyAccount() ? "KEY_ACCOUNT" : "MEMBER",
            facts.partner(),
            facts.partner().equals("P4") ? "STANDARD" : "VOLUME",
            facts.handlers().stream()
                .map(handler -> "{\"id\":\"" + handler + "\"}")
                .collect(Collectors.joining(",")),
            cancelled ? ",\"cancelledAt\":\"2026-11-21T08:00:00+08:00\"" : "");
  }

  /** The books by which the amounts above are priced. */
  static final String PARTNER_BOOK =
      """
      book: crash-partner
      relation: headquarters→partner
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      holdAbove: 1000.00
      groups: {核心城市: [北京市, 上海市]}
      counters: {visits: {name: 次数, period: month}}
      categories:
        labour: {name: 人工, per: item, required: true}
        callOut: {name: 上门费, per: order}
        steps: {name: 阶梯, per: item}
      tiers:
        - {tier: standard, category: labour, priority: 10, when: {service: [安装, 维修]}, charge: {flat: 100.00}}
        - {tier: premium, category: labour, priority: 20, when: {service: [安装, 维修], region: 核心城市}, charge: {flat: 150.00}, mayBeForced: true}
        - {tier: dedicated, category: labour, priority: 40, when: {customerClass: KEY_ACCOUNT}, charge: {quote: {from: 100.00, to: 2000.00}}}
        - {tier: call-out, category: callOut, priority: 10, when: {service: [安装, 维修]}, charge: {distance: {start: 30.00, first: 3 km, perKm: 2.50}}}
        - {tier: steps, category: steps, priority: 10, when: {service: [安装, 维修], partnerType: VOLUME}, charge: {graduated: [{upTo: 50, price: 10.00}, {price: 8.00}], scope: period, counter: visits}}
      rebates:
        - {rebate: volume-bonus, on: labour, when: {partnerType: VOLUME}, period: month, volume: [{upTo: 100, percent: 0}, {percent: 3}]}
      """;

  static final String ENGINEER_BOOK =
      """
      book: crash-engineer
      relation: partner→engineer
      currency: CNY
      zone: Asia/Shanghai
      validFrom: 2026-01-01
      showBase: true
      categories:
        labour: {name: 人工, per: order}
        callOut: {name: 上门费, per: order}
      tiers:
        - {tier: labour-share, category: labour, priority: 10, charge: {percent: 60, of: {relation: headquarters→partner, category: labour}}}
        - {tier: call-out-share, category: callOut, priority: 10, charge: {percent: 100, of: {relation: headquarters→partner, category: callOut}}}
      """;
}
