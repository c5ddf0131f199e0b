package dev.duodang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.CaseNo;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Collected;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Laws of reading and writing, over orders and texts made by chance from a fixed seed. */
class IntakeProperties {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final JsonRows JSON = JsonRows.in(ZONE);

  private final Random random = new Random(20261124);

  @Test
  void whatIsWrittenIsReadBackEqual() {
    for (int i = 0; i < 5000; i++) {
      WorkOrder order = order();
      byte[] json = WorkOrderJson.write(order).getBytes(StandardCharsets.UTF_8);
      Row row = JSON.one(json, 0, json.length);
      assertThat(row).as(() -> WorkOrderJson.write(order)).isEqualTo(new Row.Order(order));
      assertThat(((Row.Order) row).order().digest()).isEqualTo(order.digest());
      assertThat(WorkOrderJson.write(((Row.Order) row).order()).getBytes(StandardCharsets.UTF_8))
          .isEqualTo(json);
    }
  }

  @Test
  void mutatedJsonGivesRowsAndNothingElse() {
    for (int i = 0; i < 20_000; i++) {
      byte[] json = mutated(WorkOrderJson.write(order()).getBytes(StandardCharsets.UTF_8));
      assertThat(JSON.one(json, 0, json.length)).isNotNull();
      assertThat(JSON.all(json)).isNotNull();
    }
  }

  @Test
  void mutatedTablesGiveRowsOrAnUnreadableSource() throws IOException {
    String table =
        """
        orderNo,revision,status,service,quantity,parts,handlers,customer.class,address,distanceMetres,createdAt
        H1,1,OPEN,维修/空调,2,CAP-35*2;PCB*1@3,E1;E2,VIP,"上海市静安区, 1号",12400,2026-11-20 09:00
        H2,2,COMPLETED,安装,1.5,,E1*2,MEMBER,"广东""深圳""南山",500,2026-11-20T09:00:00+08:00
        H3,3,CANCELLED,咨询,,,,,,,2026/1/2
        """;
    int rows = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] csv = mutated(table.getBytes(StandardCharsets.UTF_8));
      try (RowSource source = CsvRows.open(new ByteArrayInputStream(csv), ZONE)) {
        while (source.next() != null) {
          rows++;
        }
      } catch (UnreadableSourceException unreadable) {
        assertThat(unreadable).hasMessageNotContaining("null");
      }
    }
    assertThat(rows).isPositive();
  }

  private byte[] mutated(byte[] bytes) {
    byte[] copy = bytes.clone();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      int at = random.nextInt(copy.length);
      switch (random.nextInt(4)) {
        case 0 -> copy[at] = (byte) random.nextInt(256);
        case 1 -> copy[at] = (byte) "{}[]\",:;\n\0e-9.".charAt(random.nextInt(14));
        case 2 -> copy = java.util.Arrays.copyOf(copy, Math.max(1, at));
        default -> System.arraycopy(bytes, 0, copy, at, Math.min(copy.length - at, bytes.length));
      }
    }
    return copy;
  }

  private WorkOrder order() {
    return WorkOrder.builder(OrderNo.of(text(64)))
        .revision(maybe(() -> Revision.of(random.nextInt(1000))))
        .updatedAt(maybe(this::instant))
        .status(one(OrderStatus.values()))
        .stage(maybe(() -> one(Stage.values())))
        .caseNo(maybe(() -> CaseNo.of(text(64))))
        .visitId(maybe(() -> VisitId.of(text(64))))
        .related(
            maybe(() -> new RelatedOrder(OrderNo.of(text(64)), one(RelatedOrder.Kind.values()))))
        .items(several(this::item))
        .parts(several(() -> new Part(PartNo.of(text(64)), number(), maybe(this::number))))
        .complexity(maybe(this::code))
        .urgency(maybe(this::code))
        .channel(maybe(this::code))
        .promotion(maybe(this::code))
        .customer(new Customer(maybe(this::party), maybe(this::code)))
        .counterparty(maybe(this::counterparty))
        .onBehalfOf(maybe(this::party))
        .handlers(several(() -> new Handler(party(), number())))
        .place(new Place(maybe(() -> text(400)), maybe(() -> RegionCode.of("440305"))))
        .distanceMetres(maybe(this::number))
        .durationSeconds(maybe(this::number))
        .times(
            new Times(
                maybe(this::instant),
                maybe(this::instant),
                maybe(this::instant),
                maybe(this::instant),
                maybe(this::instant),
                maybe(this::instant)))
        .collected(maybe(() -> new Collected(number(), maybe(this::code), maybe(this::party))))
        .measures(measures())
        .attributes(attributes())
        .build();
  }

  private OrderItem item() {
    return new OrderItem(
        maybe(() -> ServicePath.of("维修/" + random.nextInt(9))),
        maybe(this::code),
        maybe(this::code),
        number(),
        maybe(() -> one(Warranty.values())),
        measures(),
        attributes());
  }

  private Counterparty counterparty() {
    return new Counterparty(
        party(),
        one(Counterparty.Kind.values()),
        maybe(this::code),
        maybe(this::code),
        maybe(this::code),
        maybe(() -> one(Taxpayer.values())));
  }

  private Map<MeasureName, Exact> measures() {
    Map<MeasureName, Exact> measures = new HashMap<>();
    several(() -> text(40)).forEach(name -> measures.put(MeasureName.of(name), number()));
    return measures;
  }

  private Map<AttributeName, Code> attributes() {
    Map<AttributeName, Code> attributes = new HashMap<>();
    several(() -> text(40)).forEach(name -> attributes.put(AttributeName.of(name), code()));
    return attributes;
  }

  private Code code() {
    return Code.of(text(120));
  }

  private PartyId party() {
    return PartyId.of(text(64));
  }

  private Exact number() {
    return Exact.of(random.nextLong(1_000_000_000_000L), random.nextInt(7));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        946_700_000L + random.nextLong(3_000_000_000L), random.nextInt(2) * 1_000_000L);
  }

  /** Printable characters of many scripts, quotes and backslashes, pairs beyond the basic plane. */
  private String text(int lengthMax) {
    StringBuilder text = new StringBuilder("x");
    int length = random.nextInt(Math.min(lengthMax, 30));
    while (text.length() < length) {
      text.append(
          one(
              new String[] {
                "a", "\"", "\\", "维", "修", " ", "é", "\u2028", "\ud83d\ude00", "/", "'"
              }));
    }
    return text.substring(0, Math.min(text.length(), lengthMax))
        .replaceAll("[\ud800-\udbff]$", "y");
  }

  private <T> T one(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> several(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      values.add(value.get());
    }
    return values;
  }
}
