package dev.duodang.pricing.wording;

import dev.duodang.pricing.book.Condition;
import dev.duodang.pricing.book.Conditions;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.proof.Example;
import dev.duodang.pricing.region.RegionTree;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An example order with every fact that it states, since each may be what it shows. */
final class ExampleWording {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final PriceBook book;
  private final RegionTree tree;
  private final Language language;
  private final Names names;
  private final Set<Times.Event> told = EnumSet.noneOf(Times.Event.class);

  ExampleWording(PriceBook book, RegionTree tree, Language language) {
    this.book = book;
    this.tree = tree;
    this.language = language;
    this.names = new Names(book, language);
    told.add(book.pricedAt());
    told.add(Times.Event.CANCELLED);
    book.tiers().forEach(tier -> tell(tier.when()));
    book.modifiers().forEach(modifier -> tell(modifier.when()));
    book.periodic().rebates().forEach(rebate -> tell(rebate.when()));
    book.covers().forEach(this::tell);
    tell(book.appliesWhen());
  }

  /** The times of events that the book asks for are told. */
  private void tell(Conditions conditions) {
    for (Condition condition : conditions.all()) {
      switch (condition) {
        case Condition.During during -> told.add(during.event());
        case Condition.AtHours hours -> told.add(hours.event());
        case Condition.OnWeekdays weekdays -> told.add(weekdays.event());
        case Condition.InCalendar in -> told.add(in.event());
        case Condition.Happened happened -> told.add(happened.event());
        case Condition.OneOf _,
            Condition.InRange _,
            Condition.BetweenDays _,
            Condition.InStatus _,
            Condition.Follows _,
            Condition.PromiseCameOut _,
            Condition.Expression _ -> {}
      }
    }
  }

  /** {@code 福建省/福州市/鼓楼区 · 维修 · 客户分层 VIP · 完成 2026-01-01 14:00}. */
  String sentence(Example example) {
    WorkOrder order = example.order();
    List<String> words = new ArrayList<>();
    words.add(tree.path(example.region().code()));
    order.items().forEach(item -> addItem(words, item));
    addOrder(words, order);
    addParty(words, order.counterparty());
    add(words, NumberFact.Standard.DISTANCE_METRES, order.distanceMetres());
    add(words, NumberFact.Standard.DURATION_SECONDS, order.durationSeconds());
    addMeasures(words, order.measures());
    addAttributes(words, order.attributes());
    order.parts().forEach(part -> words.add(part(part)));
    addRelated(words, example);
    if (order.status() != OrderStatus.COMPLETED) {
      words.add(names.of(order.status()));
    }
    addTimes(words, example);
    return String.join(" · ", words);
  }

  private void addItem(List<String> words, OrderItem item) {
    words.add(
        item.service() == null ? language.choose("无服务项目", "no service") : item.service().text());
    add(words, Dimension.Standard.BRAND, item.brand());
    add(words, Dimension.Standard.PRODUCT, item.product());
    if (item.warranty() != null) {
      words.add(
          switch (item.warranty()) {
            case IN -> language.choose("保内", "in warranty");
            case OUT -> language.choose("保外", "out of warranty");
          });
    }
    add(
        words,
        NumberFact.Standard.QUANTITY,
        item.quantity().equals(Exact.ONE) ? null : item.quantity());
    addMeasures(words, item.measures());
    addAttributes(words, item.attributes());
  }

  private void addOrder(List<String> words, WorkOrder order) {
    add(words, Dimension.Standard.CUSTOMER, order.customer().id());
    add(words, Dimension.Standard.CUSTOMER_CLASS, order.customer().customerClass());
    add(words, Dimension.Standard.COMPLEXITY, order.complexity());
    add(words, Dimension.Standard.URGENCY, order.urgency());
    add(words, Dimension.Standard.CHANNEL, order.channel());
    add(words, Dimension.Standard.PROMOTION, order.promotion());
    if (order.stage() != null) {
      words.add(
          switch (order.stage()) {
            case PRE_SALES -> language.choose("售前", "pre-sales");
            case IN_SALES -> language.choose("售中", "in-sales");
            case AFTER_SALES -> language.choose("售后", "after-sales");
          });
    }
  }

  private void addParty(List<String> words, @Nullable Counterparty party) {
    if (party != null) {
      add(words, Dimension.Standard.COUNTERPARTY, party.id());
      add(words, Dimension.Standard.PARTNER_TYPE, party.type());
      add(words, Dimension.Standard.MODE, party.mode());
      add(words, Dimension.Standard.GRADE, party.grade());
    }
  }

  private void add(List<String> words, Dimension dimension, @Nullable Object value) {
    if (value != null) {
      words.add(bare(names.of(dimension)) + " " + value);
    }
  }

  private void add(List<String> words, NumberFact fact, @Nullable Exact value) {
    if (value != null) {
      words.add(bare(names.of(fact)) + " " + value.toShortString());
    }
  }

  /** A label needs no article. */
  private static String bare(String name) {
    return name.startsWith("the ") ? name.substring(4) : name;
  }

  private void addMeasures(List<String> words, Map<MeasureName, Exact> measures) {
    measures.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(MeasureName::text)))
        .forEach(entry -> add(words, new NumberFact.Measured(entry.getKey()), entry.getValue()));
  }

  private void addAttributes(List<String> words, Map<AttributeName, Code> attributes) {
    attributes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(AttributeName::text)))
        .forEach(entry -> add(words, new Dimension.Attribute(entry.getKey()), entry.getValue()));
  }

  private String part(Part part) {
    String amount = part.statedAmount() == null ? "" : " " + part.statedAmount();
    return language.choose("配件 ", "part ") + part.number() + amount;
  }

  private void addRelated(List<String> words, Example example) {
    RelatedOrder following = example.order().related();
    if (following == null) {
      return;
    }
    WorkOrder related = example.related();
    Instant done = related == null ? null : related.times().completed();
    String ago =
        done == null
            ? ""
            : language.choose("，", ", ")
                + Duration.between(done, example.asOf()).toDays()
                + language.choose(" 天前完成", " days after the order before");
    boolean same = related != null && related.handlers().equals(example.order().handlers());
    words.add(
        names.of(following.kind())
            + ago
            + (same
                ? language.choose("，同一工程师", ", same engineer")
                : language.choose("，不同工程师", ", another engineer")));
  }

  private void addTimes(List<String> words, Example example) {
    boolean any = false;
    for (Times.Event event : Times.Event.values()) {
      Instant at = example.order().times().at(event);
      if (at != null && told.contains(event)) {
        words.add(names.of(event) + " " + local(at));
        any = true;
      }
    }
    if (!any) {
      words.add(language.choose("计价 ", "priced ") + local(example.asOf()));
    }
  }

  private String local(Instant at) {
    return TIME.format(LocalDateTime.ofInstant(at, book.zone()));
  }
}
