package dev.duodang.pricing.wording;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.CalendarId;
import dev.duodang.pricing.book.CalendarWord;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Promise;
import dev.duodang.pricing.book.WorkCalendar;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.Times;
import java.time.DayOfWeek;

/** What facts are called. */
final class Names {

  private final PriceBook book;
  private final Language language;

  Names(PriceBook book, Language language) {
    this.book = book;
    this.language = language;
  }

  String of(Dimension dimension) {
    return switch (dimension) {
      case Dimension.Standard standard -> of(standard);
      case Dimension.Attribute(AttributeName name) -> attribute(name);
    };
  }

  private String of(Dimension.Standard dimension) {
    return switch (dimension) {
      case COUNTERPARTY -> language.choose("结算对象", "the counterparty");
      case CUSTOMER -> language.choose("客户", "the customer");
      case CUSTOMER_CLASS -> language.choose("客户分层", "the customer class");
      case REGION -> language.choose("区域", "the region");
      case SERVICE -> language.choose("服务项目", "the service");
      case WARRANTY -> language.choose("保修", "the warranty");
      case CHANNEL -> language.choose("渠道", "the channel");
      case PARTNER_TYPE -> language.choose("合作商类型", "the partner type");
      case MODE -> language.choose("合作模式", "the cooperation mode");
      case GRADE -> language.choose("等级", "the grade");
      case COMPLEXITY -> language.choose("复杂度", "the complexity");
      case URGENCY -> language.choose("紧急程度", "the urgency");
      case STAGE -> language.choose("阶段", "the stage");
      case BRAND -> language.choose("品牌", "the brand");
      case PRODUCT -> language.choose("产品", "the product");
      case PROMOTION -> language.choose("促销", "the promotion");
    };
  }

  String of(NumberFact number) {
    return switch (number) {
      case NumberFact.Standard standard ->
          switch (standard) {
            case QUANTITY -> language.choose("数量", "the quantity");
            case DISTANCE_METRES -> language.choose("距离（米）", "the distance in metres");
            case DURATION_SECONDS -> language.choose("时长（秒）", "the duration in seconds");
          };
      case NumberFact.Measured(MeasureName name) -> measure(name);
      case NumberFact.Attribute(AttributeName name) -> attribute(name);
    };
  }

  String attribute(AttributeName name) {
    return book.attributes().stream()
        .filter(declared -> declared.name().equals(name))
        .map(AttributeDeclaration::label)
        .findFirst()
        .orElse(name.text());
  }

  private String measure(MeasureName name) {
    return book.measures().stream()
        .filter(declared -> declared.name().equals(name))
        .map(MeasureDeclaration::label)
        .findFirst()
        .orElse(name.text());
  }

  /** What people call a calendar. */
  String of(CalendarId id) {
    WorkCalendar calendar = book.calendar(id);
    return calendar == null ? id.text() : calendar.name();
  }

  String of(CalendarWord word) {
    return switch (word) {
      case HOLIDAY -> language.choose("节假日", "holiday");
      case REST_DAY -> language.choose("休息日", "rest day");
      case DAY_OFF -> language.choose("非工作日", "day off");
      case WORKING_DAY -> language.choose("工作日", "working day");
      case WORKING_HOURS -> language.choose("工作时间", "working hours");
      case AFTER_HOURS -> language.choose("工作日的非工作时间", "after hours of a working day");
      case OFF_HOURS -> language.choose("非工作时间", "off hours");
    };
  }

  String of(Promise.Part part) {
    return switch (part) {
      case WHOLE -> language.choose("承诺", "the promise");
      case RESPOND -> language.choose("响应承诺", "the promise to respond");
      case FINISH -> language.choose("完成承诺", "the promise to finish");
    };
  }

  String of(Promise.State state) {
    return switch (state) {
      case KEPT -> language.choose("已守约", " was kept");
      case BROKEN -> language.choose("未守约", " was broken");
    };
  }

  String of(Times.Event event) {
    return switch (event) {
      case CREATED -> language.choose("创建", "created");
      case ACCEPTED -> language.choose("接单", "accepted");
      case ARRIVED -> language.choose("到达", "arrived");
      case COMPLETED -> language.choose("完成", "completed");
      case VERIFIED -> language.choose("核验", "verified");
      case CANCELLED -> language.choose("取消", "cancelled");
    };
  }

  String of(OrderStatus status) {
    return switch (status) {
      case OPEN -> language.choose("进行中", "open");
      case COMPLETED -> language.choose("已完成", "completed");
      case VERIFIED -> language.choose("已核验", "verified");
      case CANCELLED -> language.choose("已取消", "cancelled");
    };
  }

  String of(RelatedOrder.Kind kind) {
    return switch (kind) {
      case FOLLOW_UP -> language.choose("后续", "follow-up");
      case REWORK -> language.choose("返修", "rework");
      case RETURN -> language.choose("退货", "return");
      case EXCHANGE -> language.choose("换货", "exchange");
    };
  }

  String of(Taxpayer taxpayer) {
    return switch (taxpayer) {
      case GENERAL -> language.choose("一般纳税人", "general taxpayer");
      case SMALL_SCALE -> language.choose("小规模纳税人", "small-scale taxpayer");
      case INDIVIDUAL -> language.choose("个人", "individual");
    };
  }

  String of(DayOfWeek day) {
    String name = day.name().charAt(0) + day.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    return language.choose("周" + "一二三四五六日".charAt(day.getValue() - 1), name);
  }
}
