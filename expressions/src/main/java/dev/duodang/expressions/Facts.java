package dev.duodang.expressions;

import dev.cel.common.types.CelType;
import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.MeasureDeclaration;
import dev.duodang.pricing.expression.OrderFacts;
import dev.duodang.pricing.expression.Vocabulary;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderStatus;
import dev.duodang.pricing.order.Part;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts that expressions may name, as price books name them. The region is not among them: an
 * order whose region is known in part must be held, which only a condition on the region can do.
 */
final class Facts {

  static final String ORDER = "order";
  static final String ITEM = "item";

  private final ZoneId zone;
  private final Map<String, FactType> types = new LinkedHashMap<>();

  /** An item beside the order whose facts stand in for those that it does not state itself. */
  record OfItem(WorkOrder order, @Nullable OrderItem item) {}

  private Facts(Vocabulary vocabulary) {
    this.zone = vocabulary.zone();
    FactType attributes = add(attributes(vocabulary.attributes()));
    FactType measures = add(measures(vocabulary.measures()));
    FactType item = add(item(attributes, measures));
    FactType handler = add(handler());
    FactType part = add(part());
    FactType related = add(related());
    add(order(List.of(attributes, measures, item, handler, part, related)));
  }

  static Facts of(Vocabulary vocabulary) {
    return new Facts(vocabulary);
  }

  private FactType add(FactType type) {
    types.put(type.name(), type);
    return type;
  }

  /** The type of a name, or null when it has no facts. */
  @Nullable FactType type(String name) {
    return types.get(name);
  }

  Map<String, FactType> types() {
    return types;
  }

  private static CelType the(List<FactType> types, String name) {
    return types.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .map(Types::of)
        .orElseThrow();
  }

  private static FactType order(List<FactType> of) {
    FactType.Builder<OrderFacts> order = new FactType.Builder<>(OrderFacts.class);
    order
        .choice("status", Types.TEXT, words(OrderStatus.values()), on(o -> word(o.status())))
        .choice("stage", Types.TEXT, words(Stage.values()), on(o -> word(o.stage())))
        .fact("complexity", Types.TEXT, on(o -> text(o.complexity())))
        .fact("urgency", Types.TEXT, on(o -> text(o.urgency())))
        .fact("channel", Types.TEXT, on(o -> text(o.channel())))
        .fact("promotion", Types.TEXT, on(o -> text(o.promotion())))
        .fact("customer", Types.TEXT, on(o -> text(o.customer().id())))
        .fact("customerClass", Types.TEXT, on(o -> text(o.customer().customerClass())))
        .fact("counterparty", Types.TEXT, onParty(Counterparty::id))
        .fact("partnerType", Types.TEXT, onParty(Counterparty::type))
        .fact("mode", Types.TEXT, onParty(Counterparty::mode))
        .fact("grade", Types.TEXT, onParty(Counterparty::grade))
        .fact("distance", Types.NUMBER, on(WorkOrder::distanceMetres))
        .fact("duration", Types.NUMBER, on(WorkOrder::durationSeconds));
    for (Times.Event event : Times.Event.values()) {
      order.fact(lower(event), Types.TIME, on(o -> o.times().at(event)));
    }
    return order
        .fact(
            "related", the(of, "related"), facts -> facts.order().related() == null ? null : facts)
        .fact("measures", the(of, "measures"), on(o -> new OfItem(o, null)))
        .fact("attributes", the(of, "attributes"), on(o -> new OfItem(o, null)))
        .fact("items", Types.listOf(the(of, ITEM)), on(Facts::items))
        .fact("handlers", Types.listOf(the(of, "handler")), on(WorkOrder::handlers))
        .fact("parts", Types.listOf(the(of, "part")), on(WorkOrder::parts))
        .named(ORDER);
  }

  private static List<OfItem> items(WorkOrder order) {
    return order.items().stream().map(item -> new OfItem(order, item)).toList();
  }

  private static Function<OrderFacts, @Nullable Object> on(
      Function<WorkOrder, @Nullable Object> read) {
    return facts -> read.apply(facts.order());
  }

  private static Function<OrderFacts, @Nullable Object> onParty(
      Function<Counterparty, @Nullable Object> read) {
    return facts -> {
      Counterparty party = facts.order().counterparty();
      return party == null ? null : text(read.apply(party));
    };
  }

  private static FactType item(FactType attributes, FactType measures) {
    return new FactType.Builder<>(OfItem.class)
        .fact("service", Types.TEXT, of(item -> text(item.service())))
        .fact("brand", Types.TEXT, of(item -> text(item.brand())))
        .fact("product", Types.TEXT, of(item -> text(item.product())))
        .choice(
            "warranty",
            Types.TEXT,
            Arrays.stream(Warranty.values()).map(Warranty::name).toList(),
            of(item -> item.warranty() == null ? null : item.warranty().name()))
        .fact("quantity", Types.NUMBER, one -> one.item == null ? Exact.ONE : one.item.quantity())
        .fact("measures", Types.of(measures), one -> one)
        .fact("attributes", Types.of(attributes), one -> one)
        .named(ITEM);
  }

  private static Function<OfItem, @Nullable Object> of(Function<OrderItem, @Nullable Object> read) {
    return one -> one.item == null ? null : read.apply(one.item);
  }

  private static FactType handler() {
    return new FactType.Builder<>(Handler.class)
        .fact("id", Types.TEXT, handler -> text(handler.id()))
        .fact("share", Types.NUMBER, Handler::share)
        .named("handler");
  }

  private static FactType part() {
    return new FactType.Builder<>(Part.class)
        .fact("number", Types.TEXT, part -> text(part.number()))
        .fact("quantity", Types.NUMBER, Part::quantity)
        .fact("amount", Types.NUMBER, Part::statedAmount)
        .named("part");
  }

  private static FactType related() {
    return new FactType.Builder<>(OrderFacts.class)
        .choice(
            "kind",
            Types.TEXT,
            words(RelatedOrder.Kind.values()),
            facts -> facts.order().related() == null ? null : word(facts.order().related().kind()))
        .fact(
            "completed",
            Types.TIME,
            facts -> facts.related() == null ? null : facts.related().times().completed())
        .named("related");
  }

  private static FactType measures(List<MeasureDeclaration> declared) {
    FactType.Builder<OfItem> measures = new FactType.Builder<>(OfItem.class);
    for (MeasureDeclaration measure : declared) {
      MeasureName name = measure.name();
      measures.fact(name.text(), Types.NUMBER, one -> measure(one, name));
    }
    return measures.named("measures");
  }

  private static @Nullable Exact measure(OfItem one, MeasureName name) {
    Exact own = one.item == null ? null : one.item.measures().get(name);
    return own == null ? one.order.measures().get(name) : own;
  }

  private FactType attributes(List<AttributeDeclaration> declared) {
    FactType.Builder<OfItem> attributes = new FactType.Builder<>(OfItem.class);
    for (AttributeDeclaration attribute : declared) {
      AttributeName name = attribute.name();
      String key = name.text();
      switch (attribute.type()) {
        case TEXT -> attributes.fact(key, Types.TEXT, one -> attribute(one, name));
        case CHOICE ->
            attributes.choice(
                key,
                Types.TEXT,
                attribute.choices().stream().map(Code::text).toList(),
                one -> attribute(one, name));
        case NUMBER -> attributes.fact(key, Types.NUMBER, one -> number(attribute(one, name)));
        case DATE -> attributes.fact(key, Types.TIME, one -> startOfDay(attribute(one, name)));
      }
    }
    return attributes.named("attributes");
  }

  private static @Nullable String attribute(OfItem one, AttributeName name) {
    Code own = one.item == null ? null : one.item.attributes().get(name);
    return text(own == null ? one.order.attributes().get(name) : own);
  }

  /** A text that is not a number is absent where a number is asked for. */
  private static @Nullable Exact number(@Nullable String text) {
    try {
      return text == null ? null : Exact.parse(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  private @Nullable Instant startOfDay(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable String word(@Nullable Enum<?> constant) {
    return constant == null ? null : lower(constant);
  }

  /** As price books write it: {@code after-sales}. */
  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Facts::lower).toList();
  }
}
