package dev.duodang.intake;

import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.MeasureName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table of orders: what it states, and the heading under which the source has it.
 *
 * @param name the measure or attribute of a column of that kind; else empty
 */
record Column(Kind kind, String heading, String name) {

  /** What a column states, with the headings that name it. */
  enum Kind {
    KIND("kind", "行类型"),
    ORDER_NO("orderNo", "工单号"),
    REVISION("revision", "版本"),
    UPDATED_AT("updatedAt", "更新时间"),
    STATUS("status", "状态"),
    STAGE("stage", "阶段"),
    CASE_NO("caseNo", "案件号"),
    VISIT_ID("visitId", "上门编号"),
    RELATED_ORDER("related.orderNo", "关联工单"),
    RELATED_KIND("related.kind", "关联类型"),
    SERVICE("service", "服务项目"),
    BRAND("brand", "品牌"),
    PRODUCT("product", "产品"),
    QUANTITY("quantity", "数量"),
    WARRANTY("warranty", "保修"),
    ITEMS("items", "服务项目明细"),
    COMPLEXITY("complexity", "复杂度"),
    URGENCY("urgency", "紧急程度"),
    CHANNEL("channel", "渠道"),
    PROMOTION("promotion", "促销"),
    CUSTOMER_ID("customer.id", "客户"),
    CUSTOMER_CLASS("customer.class", "客户分层"),
    COUNTERPARTY_ID("counterparty.id", "合作商"),
    COUNTERPARTY_KIND("counterparty.kind", "结算对象类型"),
    COUNTERPARTY_TYPE("counterparty.type", "合作商类型"),
    COUNTERPARTY_MODE("counterparty.mode", "合作模式"),
    COUNTERPARTY_GRADE("counterparty.grade", "等级"),
    ON_BEHALF_OF("onBehalfOf", "委托部门"),
    HANDLERS("handlers", "工程师"),
    PARTS("parts", "配件"),
    ADDRESS("address", "地址"),
    REGION("region", "区域代码"),
    DISTANCE_METRES("distanceMetres", "距离(米)"),
    DURATION_SECONDS("durationSeconds", "时长(秒)"),
    CREATED_AT("createdAt", "创建时间"),
    ACCEPTED_AT("acceptedAt", "接单时间"),
    ARRIVED_AT("arrivedAt", "到达时间"),
    COMPLETED_AT("completedAt", "完成时间"),
    VERIFIED_AT("verifiedAt", "核验时间"),
    CANCELLED_AT("cancelledAt", "取消时间"),
    COLLECTED_AMOUNT("collected.amount", "代收金额"),
    COLLECTED_METHOD("collected.method", "代收方式"),
    COLLECTED_BY("collected.by", "代收人"),
    RELATION("relation", "结算关系"),
    CATEGORY("category", "费用类别"),
    ITEM("item", "明细序号"),
    AMOUNT("amount", "金额"),
    REASON("reason", "原因"),
    BY("by", "经办人"),
    AT("at", "决定时间"),
    MEASURE("measures.", "计量."),
    ATTRIBUTE("attributes.", "属性.");

    private final String english;
    private final String chinese;

    Kind(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }

    String english() {
      return english;
    }
  }

  private static final Map<String, Kind> BY_HEADING = byHeading();

  private static Map<String, Kind> byHeading() {
    Map<String, Kind> kinds = new HashMap<>();
    for (Kind kind : Kind.values()) {
      kinds.put(plain(kind.english), kind);
      kinds.put(plain(kind.chinese), kind);
    }
    return kinds;
  }

  /** Headings are compared without case, blanks and the difference of wide brackets. */
  private static String plain(String heading) {
    return heading
        .replace('（', '(')
        .replace('）', ')')
        .replaceAll("[\\s\\u00a0\\ufeff]", "")
        .toLowerCase(Locale.ROOT);
  }

  /** The column under a heading, or null when no column is called so. */
  static @Nullable Column of(String heading) {
    Kind kind = BY_HEADING.get(plain(heading));
    if (kind != null && kind != Kind.MEASURE && kind != Kind.ATTRIBUTE) {
      return new Column(kind, heading, "");
    }
    for (Kind named : List.of(Kind.MEASURE, Kind.ATTRIBUTE)) {
      for (String prefix : List.of(named.english, named.chinese)) {
        String trimmed = heading.strip();
        if (trimmed.startsWith(prefix) && trimmed.length() > prefix.length()) {
          return new Column(named, heading, trimmed.substring(prefix.length()));
        }
      }
    }
    return null;
  }

  MeasureName measure() {
    return MeasureName.of(name);
  }

  AttributeName attribute() {
    return AttributeName.of(name);
  }

  /** The English headings of all columns, for messages. */
  static List<String> headings() {
    List<String> headings = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      headings.add(kind.english);
    }
    return headings;
  }
}
