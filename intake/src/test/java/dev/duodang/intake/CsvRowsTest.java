package dev.duodang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duodang.intake.Decision.What;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
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
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.region.RegionCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Charset GBK = Charset.forName("GB18030");

  private final List<String> taken = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /** Reads all rows; the message when the source cannot be read further, else empty. */
  private String read(byte[] csv) {
    return read(csv, StandardCharsets.UTF_8);
  }

  private String read(String csv) {
    return read(csv.getBytes(StandardCharsets.UTF_8));
  }

  private String read(byte[] csv, Charset charset) {
    taken.clear();
    rows.clear();
    try (RowSource source = CsvRows.open(new ByteArrayInputStream(csv), SHANGHAI, charset)) {
      for (var row = source.next(); row != null; row = source.next()) {
        rows.add(row.row());
        taken.add(row.number() + " " + brief(row.row()));
      }
      assertThat(source.bytesRead()).isEqualTo(csv.length);
      return "";
    } catch (UnreadableSourceException unreadable) {
      return unreadable.getMessage();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  static String brief(Row row) {
    return switch (row) {
      case Row.Order(WorkOrder order) -> order.orderNo().text();
      case Row.Decided(Decision decision) -> "decides " + decision.orderNo();
      case Row.Refused(List<RowProblem> problems) ->
          "refused " + String.join(" | ", problems.stream().map(RowProblem::toString).toList());
    };
  }

  private WorkOrder only() {
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst()).as(taken.getFirst()).isInstanceOf(Row.Order.class);
    return ((Row.Order) rows.getFirst()).order();
  }

  private static final String EVERY_COLUMN =
      """
      orderNo,revision,updatedAt,status,stage,caseNo,visitId,related.orderNo,related.kind,\
      service,brand,product,quantity,warranty,item.measures.cableMetres,item.attributes.colour,\
      complexity,urgency,channel,promotion,parts,customer.id,customer.class,\
      counterparty.id,counterparty.kind,counterparty.type,counterparty.mode,counterparty.grade,\
      onBehalfOf.id,handlers,address,region,distanceMetres,durationSeconds,\
      createdAt,acceptedAt,arrivedAt,completedAt,verifiedAt,cancelledAt,\
      collected.amount,collected.method,collected.by,measures.storageDays,attributes.floor
      H06,2,2026-11-21 08:00,VERIFIED,AFTER_SALES,C-1,V-9,H05,REWORK,\
      维修/空调,美的,KFR-35,2,OUT,2.5,白,\
      COMPLEX,URGENT,WEB,D11,CAP-35*2;PCB-A1*1@320.5,K7,VIP,\
      P1,PARTNER,BOUTIQUE,DIRECT,A,\
      电商,E1*2;E2,"上海市静安区南京西路1号, 3楼",310106,12400,3600,\
      2026-11-20 09:00,2026-11-20T09:10:00+08:00,2026/11/20 10:05:30,2026-11-20T06:00:00Z,\
      2026-11-21,2026-11-22 24:00,\
      88.5,微信,E1,11,4
      """;

  @Test
  void everyColumnReachesItsFact() {
    read(EVERY_COLUMN);

    WorkOrder order = only();
    assertThat(order)
        .isEqualTo(
            WorkOrder.builder(OrderNo.of("H06"))
                .revision(Revision.of(2))
                .updatedAt(Instant.parse("2026-11-21T00:00:00Z"))
                .status(OrderStatus.VERIFIED)
                .stage(Stage.AFTER_SALES)
                .caseNo(dev.duodang.pricing.order.CaseNo.of("C-1"))
                .visitId(dev.duodang.pricing.order.VisitId.of("V-9"))
                .related(new RelatedOrder(OrderNo.of("H05"), RelatedOrder.Kind.REWORK))
                .items(
                    List.of(
                        new OrderItem(
                            ServicePath.of("维修/空调"),
                            Code.of("美的"),
                            Code.of("KFR-35"),
                            Exact.of(2),
                            Warranty.OUT,
                            Map.of(MeasureName.of("cableMetres"), Exact.parse("2.5")),
                            Map.of(AttributeName.of("colour"), Code.of("白")))))
                .complexity(Code.of("COMPLEX"))
                .urgency(Code.of("URGENT"))
                .channel(Code.of("WEB"))
                .promotion(Code.of("D11"))
                .parts(
                    List.of(
                        new Part(PartNo.of("CAP-35"), Exact.of(2), null),
                        new Part(PartNo.of("PCB-A1"), Exact.ONE, Exact.parse("320.5"))))
                .customer(new Customer(PartyId.of("K7"), Code.of("VIP")))
                .counterparty(
                    new Counterparty(
                        PartyId.of("P1"),
                        Counterparty.Kind.PARTNER,
                        Code.of("BOUTIQUE"),
                        Code.of("DIRECT"),
                        Code.of("A"),
                        null))
                .onBehalfOf(PartyId.of("电商"))
                .handlers(
                    List.of(
                        new Handler(PartyId.of("E1"), Exact.of(2)), Handler.of(PartyId.of("E2"))))
                .place(new Place("上海市静安区南京西路1号, 3楼", RegionCode.of("310106")))
                .distanceMetres(Exact.of(12400))
                .durationSeconds(Exact.of(3600))
                .times(
                    new dev.duodang.pricing.order.Times(
                        Instant.parse("2026-11-20T01:00:00Z"),
                        Instant.parse("2026-11-20T01:10:00Z"),
                        Instant.parse("2026-11-20T02:05:30Z"),
                        Instant.parse("2026-11-20T06:00:00Z"),
                        Instant.parse("2026-11-20T16:00:00Z"),
                        Instant.parse("2026-11-22T16:00:00Z")))
                .collected(new Collected(Exact.parse("88.5"), Code.of("微信"), PartyId.of("E1")))
                .measures(Map.of(MeasureName.of("storageDays"), Exact.of(11)))
                .attributes(Map.of(AttributeName.of("floor"), Code.of("4")))
                .build());
  }

  @Test
  void chineseNamesAndWordsMeanTheSame() {
    read(
        """
        工单号;版本;状态;服务项目;客户分层;合作商;合作商类型;工程师;地址;距离（米）;创建时间;完成时间;保修;配件
        H01;1;已完成;安装;会员;P1;STANDARD;E1；E2;西安市雁塔区;2500;2026-11-20 9:00;2026/11/20 14:00;保外;CAP-35×2
        """);
    WorkOrder order = only();
    assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
    assertThat(order.items().getFirst().service()).isEqualTo(ServicePath.of("安装"));
    assertThat(order.items().getFirst().warranty()).isEqualTo(Warranty.OUT);
    assertThat(order.customer().customerClass()).isEqualTo(Code.of("会员"));
    assertThat(order.handlers()).hasSize(2);
    assertThat(order.parts().getFirst().quantity()).isEqualTo(Exact.of(2));
    assertThat(order.times().created()).isEqualTo(Instant.parse("2026-11-20T01:00:00Z"));
    assertThat(order.times().completed()).isEqualTo(Instant.parse("2026-11-20T06:00:00Z"));
    assertThat(order.place().address()).isEqualTo("西安市雁塔区");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void theFirstLineTellsWhatDividesTheCells(String separator) {
    read("orderNo,status,service\nH1,OPEN,安装\n".replace(",", separator));
    assertThat(only().items()).containsExactly(OrderItem.of(ServicePath.of("安装")));
  }

  @Test
  void severalItemsStandInOneCell() {
    read("orderNo,status,items\nH1,OPEN,维修*1;安装*2.5\n");
    assertThat(only().items())
        .containsExactly(
            OrderItem.of(ServicePath.of("维修")),
            new OrderItem(
                ServicePath.of("安装"), null, null, Exact.parse("2.5"), null, Map.of(), Map.of()));
  }

  @Test
  void aRowIsADecisionWhenItsKindSaysSo() {
    read(
        """
        kind,orderNo,status,relation,category,item,amount,region,reason,by,at
        order,H1,OPEN,,,,,,,,
        ,H2,OPEN,,,,,,,,
        quote,H5,,headquarters→partner,labour,,680.00,,客户同意,王经理,2026-11-20 15:00
        报价,H5,,headquarters->partner,labour,1,80,,,,
        region,H15,,,,,,440305,,,
        release,H9,,headquarters→partner,,,,,ok,boss,
        """);
    assertThat(taken)
        .containsExactly(
            "2 H1", "3 H2", "4 decides H5", "5 decides H5", "6 decides H15", "7 decides H9");
    Relation relation = Relation.parse("headquarters→partner");
    CategoryId labour = CategoryId.of("labour");
    assertThat(rows.get(2))
        .isEqualTo(
            new Row.Decided(
                new Decision(
                    OrderNo.of("H5"),
                    new What.Quote(relation, labour, -1, Exact.of(680)),
                    "客户同意",
                    "王经理",
                    Instant.parse("2026-11-20T07:00:00Z"))));
    assertThat(((Row.Decided) rows.get(3)).decision().what())
        .isEqualTo(new What.Quote(relation, labour, 1, Exact.of(80)));
    assertThat(((Row.Decided) rows.get(4)).decision().what())
        .isEqualTo(new What.Region(RegionCode.of("440305")));
    assertThat(((Row.Decided) rows.get(5)).decision().what()).isEqualTo(new What.Release(relation));
  }

  @Test
  void aDecisionMayBeTheChoiceOfATierOrItsEnd() {
    read(
        """
        类别,工单号,结算关系,费用类别,项目序号,指定档位,原因,操作人
        指定档位,H1,headquarters→partner,labour,0,premium,客户投诉,王经理
        force,H2,headquarters→partner,callOut,,far,agreed,
        撤销指定档位,H1,headquarters→partner,labour,0,,登记有误,
        """);
    assertThat(taken).containsExactly("2 decides H1", "3 decides H2", "4 decides H1");
    Relation relation = Relation.parse("headquarters→partner");
    CategoryId labour = CategoryId.of("labour");
    assertThat(rows)
        .extracting(row -> ((Row.Decided) row).decision().what())
        .containsExactly(
            new What.Force(relation, labour, 0, TierId.of("premium")),
            new What.Force(relation, CategoryId.of("callOut"), -1, TierId.of("far")),
            new What.Unforce(relation, labour, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "orderNo,status | ,OPEN | orderNo: is missing; allowed: at most 64 characters",
        "orderNo,status | H1, | status: is missing; allowed: OPEN, COMPLETED, VERIFIED, CANCELLED",
        "orderNo,status | H1,DONE | status \"DONE\": is not one of the words allowed; allowed:"
            + " OPEN, COMPLETED, VERIFIED, CANCELLED",
        "orderNo,status,quantity | H1,OPEN,-1 | quantity \"-1\": is not between 0 and"
            + " 1000000000000; allowed: a number from 0 to 1000000000000, as 2.5",
        "orderNo,status,quantity | H1,OPEN,1e30 | quantity \"1e30\": is not a plain decimal with at"
            + " most 18 digits on each side of the point; allowed: a number from 0 to"
            + " 1000000000000, as 2.5",
        "orderNo,status,quantity | H1,OPEN,1e999999999 | quantity \"1e999999999\": is not a plain"
            + " decimal with at most 18 digits on each side of the point; allowed: a number from 0"
            + " to 1000000000000, as 2.5",
        "orderNo,status,quantity | H1,OPEN,一 | quantity \"一\": is not a plain decimal with at most"
            + " 18 digits on each side of the point; allowed: a number from 0 to 1000000000000, as"
            + " 2.5",
        "orderNo,status,createdAt | H1,OPEN,9999-01-01 | createdAt \"9999-01-01\": the year 9999 is"
            + " not between 2000 and 2100; allowed: a time from 2000 to 2100 such as 2026-11-20"
            + " 14:00 or 2026-11-20T14:00:00+08:00",
        "orderNo,status,createdAt | H1,OPEN,2026-02-30 | createdAt \"2026-02-30\": there is no such"
            + " day or time; allowed: a time from 2000 to 2100 such as 2026-11-20 14:00 or"
            + " 2026-11-20T14:00:00+08:00",
        "orderNo,status,createdAt | H1,OPEN,yesterday | createdAt \"yesterday\": is not a time;"
            + " allowed: a time from 2000 to 2100 such as 2026-11-20 14:00 or"
            + " 2026-11-20T14:00:00+08:00",
        "orderNo,status,region | H1,OPEN,44030 | region \"44030\": must be six digits of GB/T 2260,"
            + " or start with a capital letter and have 2 to 20 capital letters, digits and"
            + " hyphens; allowed: six digits of GB/T 2260",
        "orderNo,status,revision | H1,OPEN,1.5 | revision \"1.5\": is not a whole number; allowed:"
            + " a whole number",
        "orderNo,status,revision | H1,OPEN,-1 | revision \"-1\": revision -1 must be between 0 and"
            + " 1000000000000000; allowed: a whole number",
        "orderNo,status,service | H1,OPEN,维修//空调 | service \"维修//空调\": must have its levels divided"
            + " by single slashes: 维修/空调; allowed: a path such as 维修/空调",
        "orderNo,status,handlers | H1,OPEN,E1*x | handlers \"E1*x\": is not a plain decimal with at"
            + " most 18 digits on each side of the point; allowed: engineers such as E1;E2 or"
            + " E1*2;E2*1",
        "orderNo,status,service,items | H1,OPEN,安装,维修*1 | items: stands beside columns of a single"
            + " item; allowed: one of the two",
        "orderNo,status,related.kind | H1,OPEN,REWORK | related.orderNo: and related.kind go"
            + " together; allowed: both or none",
        "orderNo,status,counterparty.type | H1,OPEN,VOLUME | counterparty.id: is missing; allowed:"
            + " at most 64 characters",
        "orderNo,status,collected.by | H1,OPEN,E1 | collected.amount: is missing; allowed: a number"
            + " from 0 to 1000000000000, as 2.5",
        "orderNo,status,measures.days | H1,OPEN,x | measures.days \"x\": is not a plain decimal"
            + " with at most 18 digits on each side of the point; allowed: a number from 0 to"
            + " 1000000000000, as 2.5",
        "kind,orderNo,relation | quote,H1,headquarters→partner | category: is missing",
        "kind,orderNo | region,H1 | region: is missing",
        "kind,orderNo | sell,H1 | kind \"sell\": is not one of the words allowed; allowed: order,"
            + " quote, region, release, force, unforce",
        "kind,orderNo,relation,category,tier | force,H1,headquarters→partner,labour, | tier: is"
            + " missing",
        "kind,orderNo,relation,category,tier | force,H1,headquarters→partner,labour,premium |"
            + " reason: is missing",
        "kind,orderNo,relation,category | unforce,H1,headquarters→partner,labour | reason: is"
            + " missing",
        "orderNo,status,指定档位 | H1,OPEN,premium | tier: is no field of a row of kind order; allowed:"
            + " a row of kind force",
        "orderNo,status | H1 | row: has 1 cells, but the heading has 2; allowed: as many cells as"
            + " the heading",
        "orderNo,status | H1,OPEN,x | row: has 3 cells, but the heading has 2; allowed: as many"
            + " cells as the heading",
      })
  void aBadRowSaysColumnValueReasonAndWhatIsAllowed(String heading, String row, String refusal) {
    read(heading + "\n" + row + "\n");
    assertThat(taken).containsExactly("2 refused " + refusal);
  }

  @Test
  void allProblemsOfARowAreNamedAndTheOtherRowsLoad() {
    read("orderNo,status,quantity\nH1,OPEN,1\nH2,NONE,x\n\n,,\nH3,OPEN,2\n");
    assertThat(taken).hasSize(3);
    assertThat(taken.get(0)).isEqualTo("2 H1");
    assertThat(taken.get(1)).startsWith("3 refused status \"NONE\"").contains(" | quantity \"x\"");
    assertThat(taken.get(2)).isEqualTo("6 H3");
  }

  @Test
  void tenThousandBadRowsAmongGoodOnesCostOnlyThemselves() {
    StringBuilder csv = new StringBuilder("orderNo,status,distanceMetres\n");
    for (int i = 0; i < 20_000; i++) {
      csv.append("H").append(i).append(",OPEN,").append(i % 2 == 0 ? "500" : "far").append('\n');
    }
    assertThat(read(csv.toString())).isEmpty();
    assertThat(rows).hasSize(20_000);
    assertThat(rows.stream().filter(Row.Refused.class::isInstance)).hasSize(10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status,service | the column \"orderNo\" is missing (or 工单号, 工单编号, 订单号); the columns found"
            + " are status, service",
        "工单号,地址 | the column \"status\" is missing (or 状态, 工单状态); the columns found are 工单号, 地址",
        "orderNo,status,orderNo | the column \"orderNo\" stands there twice, as \"orderNo\"; each"
            + " column stands once",
        "orderNo,status,工单号 | the column \"工单号\" stands there twice, as \"orderNo\"; each column"
            + " stands once",
      })
  void aTableWithoutItsColumnsIsRefusedUpFront(String heading, String problem) {
    assertThat(read(heading + "\nH1,OPEN,x\n")).isEqualTo(problem);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "custmer.class, 'customer.class'",
    "distanceMeters, 'distanceMetres'",
    "客户分级, '客户分层'",
  })
  void anUnknownColumnIsRefusedWithTheNearestKnownOne(String column, String nearest) {
    assertThat(read("orderNo,status," + column + "\nH1,OPEN,x\n"))
        .startsWith(
            "the column \""
                + column
                + "\" is not known, did you mean \""
                + nearest
                + "\"?; known are");
    assertThat(taken).isEmpty();
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(read(""))
        .isEqualTo("the file is empty; it needs a heading and a row for each order");
  }

  @Test
  void aHeadingAloneIsATableWithoutRows() {
    assertThat(read("orderNo,status\n")).isEmpty();
    assertThat(taken).isEmpty();
  }

  @Test
  void aGbkFileIsRefusedOrReadWhenTheEncodingIsGiven() {
    byte[] gbk = "工单号,状态,地址\nH1,已完成,上海市静安区\n".getBytes(GBK);
    assertThat(read(gbk))
        .isEqualTo(
            "the file is not UTF-8, it looks like GBK; save it as UTF-8 (in Excel: CSV UTF-8), or"
                + " name its encoding, such as GB18030");
    assertThat(taken).isEmpty();

    assertThat(read(gbk, GBK)).isEmpty();
    assertThat(only().place().address()).isEqualTo("上海市静安区");
  }

  @Test
  void gbkFarBehindTheBeginningStopsThereAndKeepsTheRowsBefore() {
    String ascii = "orderNo,status,address\n" + "H1,OPEN,abc\n".repeat(20_000);
    byte[] start = ascii.getBytes(StandardCharsets.UTF_8);
    byte[] end = "H2,OPEN,上海\n".getBytes(GBK);
    byte[] all = java.util.Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, all, start.length, end.length);
    assertThat(read(all)).matches("the text behind row \\d+ is not UTF-8; save it as UTF-8 .*");
    assertThat(taken).hasSizeGreaterThan(10_000);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    read("\ufefforderNo,status\nH1,OPEN\n");
    assertThat(taken).containsExactly("2 H1");
    read("\ufefforderNo\tstatus\r\nH1\tOPEN\r\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(taken).containsExactly("2 H1");
  }

  @Test
  void aWorkbookIsNotCsv() {
    assertThat(read("PK\u0003\u0004xyz"))
        .startsWith("the file is a zip file or an Excel workbook, not CSV");
  }

  @Test
  void quotedCellsMayHoldSeparatorsQuotesAndLines() {
    read("orderNo,status,address\r\nH1,OPEN,\"1号, \"\"东\"\"门\"\r\n\"H2\",\"OPEN\",\"x\"\r\n");
    assertThat(((Row.Order) rows.getFirst()).order().place().address()).isEqualTo("1号, \"东\"门");
    assertThat(taken).containsExactly("2 H1", "3 H2");
  }

  @Test
  void aQuoteThatNobodyClosesStopsBeforeMemoryIsAtRisk() {
    String open = "orderNo,status,address\nH1,OPEN,x\nH2,OPEN,\"" + "x".repeat(3_000_000);
    assertThat(read(open)).startsWith("the text behind row 3 cannot be divided into cells");
    assertThat(taken).containsExactly("2 H1");
  }

  @Test
  void controlCharactersAndLoneSurrogatesAreRefused() {
    read("orderNo,status,address\nH\u00001,OPEN,x\nH2,OPEN,a\u0007b\n");
    assertThat(taken.get(0)).contains("must have 1 to 64 printable characters");
    assertThat(taken.get(1)).contains("has a character that cannot be printed");
  }

  @Test
  void anOrderHasAtMost256KiB() {
    String attributes = "x".repeat(120);
    StringBuilder heading = new StringBuilder("orderNo,status");
    StringBuilder row = new StringBuilder("H1,OPEN");
    for (int i = 0; i < 3000; i++) {
      heading.append(",attributes.a").append(i);
      row.append(',').append(attributes);
    }
    read(heading + "\n" + row + "\n");
    assertThat(taken).containsExactly("2 refused row: has more than 262144 characters");
  }
}
