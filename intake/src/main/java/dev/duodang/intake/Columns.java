package dev.duodang.intake;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.CaseNo;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.VisitId;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All columns that a table of orders and decisions may have, ready to read the cells of a source.
 */
final class Columns {

  private static final String WORD = "at most 120 characters";
  private static final String ID = "at most 64 characters";

  private final Moments moments;
  private final List<Column> known = new ArrayList<>();

  Columns(ZoneId zone) {
    this.moments = Moments.in(zone);
    identity();
    work();
    parties();
    placeAndTime();
    decisions();
  }

  List<Column> known() {
    return known;
  }

  private void add(String name, String labels, String allowed, Column.Setter setter) {
    known.add(Column.of(name, labels, allowed, setter));
  }

  private <T> void word(
      String name,
      String labels,
      String allowed,
      Function<String, T> make,
      BiConsumer<Draft, T> set) {
    Interned<T> words = new Interned<>(make);
    add(name, labels, allowed, (draft, cell) -> set.accept(draft, words.of(cell)));
  }

  private <T> void choice(
      String name, String labels, Vocabulary<T> words, BiConsumer<Draft, T> set) {
    word(name, labels, words.allowed(), words::of, set);
  }

  private void moment(String name, String labels, BiConsumer<Draft, Instant> set) {
    known.add(
        new Column(
            name,
            labels,
            Moments.ALLOWED,
            true,
            (draft, cell) -> set.accept(draft, moments.parse(cell))));
  }

  private void identity() {
    choice("kind", "类别", TableWords.KIND, (draft, kind) -> draft.kind = kind);
    add("orderNo", "工单号 工单编号 订单号", ID, (d, cell) -> d.orderNo = OrderNo.of(cell.toString()));
    word("revision", "版本 版本号", "a whole number", Columns::revision, (d, v) -> d.revision = v);
    moment("updatedAt", "更新时间", (d, at) -> d.updatedAt = at);
    choice("status", "状态 工单状态", TableWords.STATUS, (d, status) -> d.status = status);
    choice("stage", "阶段", TableWords.STAGE, (d, stage) -> d.stage = stage);
    add("caseNo", "案例号 服务单号", ID, (d, cell) -> d.caseNo = CaseNo.of(cell.toString()));
    add("visitId", "上门编号 上门号", ID, (d, cell) -> d.visitId = VisitId.of(cell.toString()));
    add(
        "related.orderNo",
        "关联工单号 关联工单",
        ID,
        (d, cell) -> d.relatedOrderNo = OrderNo.of(cell.toString()));
    choice("related.kind", "关联类型 关联方式", TableWords.RELATED, (d, kind) -> d.relatedKind = kind);
  }

  private void work() {
    this.<List<OrderItem>>word(
        "items", "服务明细 项目明细", Compact.ITEMS, Compact::items, (d, items) -> d.items = items);
    single("service", "服务项目 服务", "a path such as 维修/空调", ServicePath::of, (d, v) -> d.service = v);
    single("brand", "品牌", WORD, Code::of, (d, v) -> d.brand = v);
    single("product", "产品 品类", WORD, Code::of, (d, v) -> d.product = v);
    single("quantity", "数量", Quantity.ALLOWED, Quantity::parse, (d, v) -> d.quantity = v);
    single(
        "warranty",
        "保修 质保",
        TableWords.WARRANTY.allowed(),
        TableWords.WARRANTY::of,
        (d, v) -> d.warranty = v);
    word("complexity", "复杂度", WORD, Code::of, (d, v) -> d.complexity = v);
    word("urgency", "紧急程度 加急", WORD, Code::of, (d, v) -> d.urgency = v);
    word("channel", "渠道 销售渠道", WORD, Code::of, (d, v) -> d.channel = v);
    word("promotion", "促销 促销代码 活动", WORD, Code::of, (d, v) -> d.promotion = v);
    this.<List<Part>>word(
        "parts", "配件 备件 材料", Compact.PARTS, Compact::parts, (d, parts) -> d.parts = parts);
  }

  private <T> void single(
      String name,
      String labels,
      String allowed,
      Function<String, T> make,
      BiConsumer<Draft, T> set) {
    word(
        name,
        labels,
        allowed,
        make,
        (draft, value) -> {
          draft.singleItem = true;
          set.accept(draft, value);
        });
  }

  private void parties() {
    add("customer.id", "客户编号 客户", ID, (d, cell) -> d.customerId = PartyId.of(cell.toString()));
    word("customer.class", "客户分层 客户等级 客户类型", WORD, Code::of, (d, v) -> d.customerClass = v);
    party("counterparty.id", "合作商 合作商编号 结算对象", ID, PartyId::of, (d, v) -> d.partyId = v);
    party(
        "counterparty.kind",
        "结算对象类型",
        TableWords.PARTY.allowed(),
        TableWords.PARTY::of,
        (d, v) -> d.partyKind = v);
    party("counterparty.type", "合作商类型", WORD, Code::of, (d, v) -> d.partyType = v);
    party("counterparty.mode", "合作模式", WORD, Code::of, (d, v) -> d.partyMode = v);
    party("counterparty.grade", "合作商等级 等级", WORD, Code::of, (d, v) -> d.partyGrade = v);
    party(
        "counterparty.taxpayer",
        "纳税人类型 纳税人",
        TableWords.TAXPAYER.allowed(),
        TableWords.TAXPAYER::of,
        (d, v) -> d.partyTaxpayer = v);
    word("onBehalfOf.id", "委托部门 onBehalfOf", ID, PartyId::of, (d, v) -> d.onBehalfOf = v);
    this.<List<Handler>>word(
        "handlers",
        "工程师 师傅 服务人员",
        Compact.HANDLERS,
        Compact::handlers,
        (d, handlers) -> d.handlers = handlers);
  }

  private <T> void party(
      String name,
      String labels,
      String allowed,
      Function<String, T> make,
      BiConsumer<Draft, T> set) {
    word(
        name,
        labels,
        allowed,
        make,
        (draft, value) -> {
          draft.partyStated = true;
          set.accept(draft, value);
        });
  }

  private void placeAndTime() {
    add("address", "地址 客户地址 服务地址", "at most 400 characters", (d, c) -> d.address = Text.address(c));
    word(
        "region",
        "区域 区域代码 行政区划",
        "six digits of GB/T 2260",
        RegionCode::of,
        (d, v) -> d.region = v);
    add(
        "distanceMetres",
        "距离(米) 距离（米） 距离米",
        Quantity.ALLOWED,
        (d, cell) -> d.distanceMetres = Quantity.parse(cell));
    add(
        "durationSeconds",
        "时长(秒) 时长（秒） 时长秒",
        Quantity.ALLOWED,
        (d, cell) -> d.durationSeconds = Quantity.parse(cell));
    moment("createdAt", "创建时间 下单时间", (d, at) -> d.createdAt = at);
    moment("acceptedAt", "接单时间", (d, at) -> d.acceptedAt = at);
    moment("arrivedAt", "到达时间 上门时间", (d, at) -> d.arrivedAt = at);
    moment("completedAt", "完成时间 完工时间", (d, at) -> d.completedAt = at);
    moment("verifiedAt", "验收时间 核验时间", (d, at) -> d.verifiedAt = at);
    moment("cancelledAt", "取消时间", (d, at) -> d.cancelledAt = at);
    add(
        "collected.amount",
        "现场收款",
        Quantity.ALLOWED,
        (d, cell) -> d.collectedAmount = Quantity.parse(cell));
    word("collected.method", "收款方式", WORD, Code::of, (d, v) -> d.collectedMethod = v);
    word("collected.by", "收款人", ID, PartyId::of, (d, v) -> d.collectedBy = v);
  }

  private void decisions() {
    word("relation", "结算关系", "headquarters→partner", Relation::parse, (d, v) -> d.relation = v);
    word("category", "费用类别", "a fee category", CategoryId::of, (d, v) -> d.category = v);
    word("item", "项目序号", "a whole number from 0", Columns::place, (d, v) -> d.item = v);
    add("amount", "金额", Quantity.ALLOWED, (d, cell) -> d.amount = Quantity.parse(cell));
    word("tier", "指定档位", "a tier of the book", TierId::of, (d, v) -> d.tier = v);
    add("reason", "原因 理由", "text", (d, cell) -> d.reason = Text.printable(cell));
    add("by", "决定人 操作人", "text", (d, cell) -> d.by = Text.printable(cell));
    moment("at", "决定时间 操作时间", (d, at) -> d.at = at);
  }

  static Revision revision(String text) {
    return Revision.of(wholeNumber(text));
  }

  static int place(String text) {
    long number = wholeNumber(text);
    if (number < 0 || number >= 200) {
      throw new IllegalArgumentException("is not between 0 and 199");
    }
    return (int) number;
  }

  private static long wholeNumber(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notWhole) {
      throw new IllegalArgumentException("is not a whole number", notWhole);
    }
  }

  /** A column for a measure or attribute that the tenant named, or null. */
  static @Nullable Column declared(String name) {
    if (name.startsWith("item.measures.")) {
      MeasureName measure = MeasureName.of(name.substring(14));
      return Column.of(
          name,
          "",
          Quantity.ALLOWED,
          (d, cell) -> {
            d.singleItem = true;
            d.itemMeasures = Draft.with(d.itemMeasures, measure, Quantity.parse(cell));
          });
    }
    if (name.startsWith("measures.")) {
      MeasureName measure = MeasureName.of(name.substring(9));
      return Column.of(
          name,
          "",
          Quantity.ALLOWED,
          (d, cell) -> d.measures = Draft.with(d.measures, measure, Quantity.parse(cell)));
    }
    Interned<Code> words = new Interned<>(Code::of);
    if (name.startsWith("item.attributes.")) {
      AttributeName attribute = AttributeName.of(name.substring(16));
      return Column.of(
          name,
          "",
          WORD,
          (d, cell) -> {
            d.singleItem = true;
            d.itemAttributes = Draft.with(d.itemAttributes, attribute, words.of(cell));
          });
    }
    if (name.startsWith("attributes.")) {
      AttributeName attribute = AttributeName.of(name.substring(11));
      return Column.of(
          name,
          "",
          WORD,
          (d, cell) -> d.attributes = Draft.with(d.attributes, attribute, words.of(cell)));
    }
    return null;
  }
}
