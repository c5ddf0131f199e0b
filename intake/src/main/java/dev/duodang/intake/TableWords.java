package dev.duodang.intake;

import static dev.duodang.intake.Vocabulary.choice;

import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.Warranty;
import java.util.List;

/** The words that tables use for closed choices. */
final class TableWords {

  static final Vocabulary<OrderStatus> STATUS =
      Vocabulary.of(
          List.of(
              choice(OrderStatus.OPEN, "未完成 处理中 进行中 待处理 已派单 已接单 新建"),
              choice(OrderStatus.COMPLETED, "已完成 完成 已完工 完工"),
              choice(OrderStatus.VERIFIED, "已验收 验收 已核验 已核实"),
              choice(OrderStatus.CANCELLED, "已取消 取消 CANCELED")));

  static final Vocabulary<Stage> STAGE =
      Vocabulary.of(
          List.of(
              choice(Stage.PRE_SALES, "售前"),
              choice(Stage.IN_SALES, "售中"),
              choice(Stage.AFTER_SALES, "售后")));

  static final Vocabulary<RelatedOrder.Kind> RELATED =
      Vocabulary.of(
          List.of(
              choice(RelatedOrder.Kind.FOLLOW_UP, "跟进 后续"),
              choice(RelatedOrder.Kind.REWORK, "返修 返工"),
              choice(RelatedOrder.Kind.RETURN, "退货"),
              choice(RelatedOrder.Kind.EXCHANGE, "换货")));

  static final Vocabulary<Warranty> WARRANTY =
      Vocabulary.of(List.of(choice(Warranty.IN, "保内 保修内 质保内"), choice(Warranty.OUT, "保外 保修外 质保外")));

  static final Vocabulary<Counterparty.Kind> PARTY =
      Vocabulary.of(
          List.of(
              choice(Counterparty.Kind.PARTNER, "合作商 网点 服务商"),
              choice(Counterparty.Kind.DEPARTMENT, "部门"),
              choice(Counterparty.Kind.ENGINEER, "工程师 师傅")));

  static final Vocabulary<Taxpayer> TAXPAYER =
      Vocabulary.of(
          List.of(
              choice(Taxpayer.GENERAL, "一般纳税人"),
              choice(Taxpayer.SMALL_SCALE, "小规模纳税人 小规模"),
              choice(Taxpayer.INDIVIDUAL, "个人 自然人")));

  static final Vocabulary<Draft.Kind> KIND =
      Vocabulary.of(
          List.of(
              new Vocabulary.Choice<>(Draft.Kind.ORDER, "order", "工单"),
              new Vocabulary.Choice<>(Draft.Kind.QUOTE, "quote", "报价"),
              new Vocabulary.Choice<>(Draft.Kind.REGION, "region", "区域"),
              new Vocabulary.Choice<>(Draft.Kind.RELEASE, "release", "放行"),
              new Vocabulary.Choice<>(Draft.Kind.FORCE, "force", "指定档位"),
              new Vocabulary.Choice<>(Draft.Kind.UNFORCE, "unforce", "撤销指定档位")));

  private TableWords() {}
}
