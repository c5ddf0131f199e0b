package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.AttributeDeclaration;
import dev.duodang.pricing.book.Dimension;
import dev.duodang.pricing.book.Fact;
import dev.duodang.pricing.book.NumberFact;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Taxes;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.AttributeName;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.MeasureName;
import dev.duodang.pricing.order.OrderItem;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Place;
import dev.duodang.pricing.order.RelatedOrder;
import dev.duodang.pricing.order.ServicePath;
import dev.duodang.pricing.order.Stage;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.Times;
import dev.duodang.pricing.order.Warranty;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionTree;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an order out of a box, or tells that the box holds none. */
final class Examples {

  private static final OrderNo NUMBER = OrderNo.of("EXAMPLE");
  private static final OrderNo EARLIER_NUMBER = OrderNo.of("EXAMPLE-BEFORE");
  private static final PartyId PARTY = PartyId.of("OTHER");
  private static final Handler HANDLER = Handler.of(PartyId.of("E1"));
  private static final Handler OTHER_HANDLER = Handler.of(PartyId.of("E2"));

  /** A party's attributes are absent where the party is. */
  private static final List<Dimension.Standard> OF_PARTY =
      List.of(Dimension.Standard.PARTNER_TYPE, Dimension.Standard.MODE, Dimension.Standard.GRADE);

  private static final List<Dimension.Standard> OF_ITEM_ALONE =
      List.of(
          Dimension.Standard.SERVICE,
          Dimension.Standard.WARRANTY,
          Dimension.Standard.BRAND,
          Dimension.Standard.PRODUCT);

  private final PriceBook book;
  private final RegionTree tree;
  private final List<Aspect> aspects;
  private final Clocks clocks;

  Examples(CompiledBook compiled, List<Aspect> aspects) {
    this.book = compiled.book();
    this.tree = compiled.tree();
    this.aspects = aspects;
    this.clocks = new Clocks(book, aspects);
  }

  /** An order in the box, or null when no order can lie in it. */
  @Nullable Example of(Box box) {
    if (box.isEmpty() || !hasParty(box)) {
      return null;
    }
    boolean stated = needsItem(box);
    if (!stated && !mayLackItem(box)) {
      return null;
    }
    return example(box, stated ? List.of(box) : List.of());
  }

  /**
   * An order of two items, one in each box; null when there is none.
   *
   * @param common where the facts of the order itself lie
   */
  @Nullable Example of(Box common, Box first, Box second) {
    boolean possible =
        !common.isEmpty() && hasParty(common) && needsItem(first) && needsItem(second);
    return possible ? example(common, List.of(first, second)) : null;
  }

  private boolean hasParty(Box box) {
    return mayBe(box, Dimension.Standard.COUNTERPARTY, false)
        || OF_PARTY.stream().allMatch(dimension -> mayBe(box, dimension, true));
  }

  /** Whether a fact may be absent, or stated. */
  private boolean mayBe(Box box, Dimension dimension, boolean absent) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof ValueAspect value && value.dimension().equals(dimension)) {
        Parts parts = box.parts(aspect);
        return absent ? parts.has(Aspect.ABSENT) : parts.count() > (parts.has(0) ? 1 : 0);
      }
    }
    return true;
  }

  /** Whether the order has an item, which always has a quantity. */
  private boolean needsItem(Box box) {
    Integer aspect = aspectOf(NumberFact.Standard.QUANTITY);
    return aspect == null || box.parts(aspect).count() > (box.parts(aspect).has(0) ? 1 : 0);
  }

  private boolean mayLackItem(Box box) {
    return OF_ITEM_ALONE.stream().allMatch(dimension -> mayBe(box, dimension, true));
  }

  private @Nullable Integer aspectOf(NumberFact fact) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof NumberAspect number && number.fact().equals(fact)) {
        return aspect;
      }
    }
    return null;
  }

  private @Nullable Example example(Box box, List<Box> items) {
    Timing timing = clocks.of(box);
    if (timing == null) {
      return null;
    }
    Region region = region(box);
    RelatedAspect.Following following = following(box);
    Code urgency = code(box, Dimension.Standard.URGENCY);
    String stage = value(box, Dimension.Standard.STAGE);
    WorkOrder order =
        WorkOrder.builder(NUMBER)
            .status(timing.status())
            .times(timing.times())
            .stage(stage == null ? null : Stage.valueOf(stage))
            .related(following == null ? null : new RelatedOrder(EARLIER_NUMBER, following.kind()))
            .items(items.stream().map(this::item).toList())
            .complexity(code(box, Dimension.Standard.COMPLEXITY))
            .urgency(urgency)
            .channel(code(box, Dimension.Standard.CHANNEL))
            .promotion(code(box, Dimension.Standard.PROMOTION))
            .customer(customer(box))
            .counterparty(party(box))
            .handlers(List.of(HANDLER))
            .place(new Place(null, region.code()))
            .distanceMetres(number(box, NumberFact.Standard.DISTANCE_METRES))
            .durationSeconds(number(box, NumberFact.Standard.DURATION_SECONDS))
            .measures(items.isEmpty() ? measures(box) : Map.of())
            .attributes(items.isEmpty() ? attributes(box) : Map.of())
            .build();
    return new Example(order, region, before(following, timing.pricedAt()), timing.pricedAt());
  }

  private OrderItem item(Box box) {
    String service = value(box, Dimension.Standard.SERVICE);
    String warranty = value(box, Dimension.Standard.WARRANTY);
    Exact quantity = number(box, NumberFact.Standard.QUANTITY);
    return new OrderItem(
        service == null ? null : ServicePath.of(service),
        code(box, Dimension.Standard.BRAND),
        code(box, Dimension.Standard.PRODUCT),
        quantity == null ? Exact.ONE : quantity,
        warranty == null ? null : Warranty.valueOf(warranty),
        measures(box),
        attributes(box));
  }

  private Customer customer(Box box) {
    String id = value(box, Dimension.Standard.CUSTOMER);
    return new Customer(
        id == null ? null : PartyId.of(id), code(box, Dimension.Standard.CUSTOMER_CLASS));
  }

  private @Nullable Counterparty party(Box box) {
    String id = value(box, Dimension.Standard.COUNTERPARTY);
    Code type = code(box, Dimension.Standard.PARTNER_TYPE);
    Code mode = code(box, Dimension.Standard.MODE);
    Code grade = code(box, Dimension.Standard.GRADE);
    if (id == null && type == null && mode == null && grade == null) {
      return null;
    }
    String known = id == null ? statedValue(box, Dimension.Standard.COUNTERPARTY) : id;
    return new Counterparty(
        known == null ? PARTY : PartyId.of(known),
        Counterparty.Kind.PARTNER,
        type,
        mode,
        grade,
        taxpayer());
  }

  /** Some taxpayer that the book knows a rate for, where it asks orders for one. */
  private @Nullable Taxpayer taxpayer() {
    Taxes taxes = book.taxes();
    return taxes == null || taxes.unstated() != null ? null : taxes.rates().getFirst().taxpayer();
  }

  private @Nullable WorkOrder before(RelatedAspect.@Nullable Following following, Instant priced) {
    if (following == null) {
      return null;
    }
    Instant done = priced.minus(Duration.ofDays(following.days()));
    return WorkOrder.builder(EARLIER_NUMBER)
        .times(new Times(done, null, null, done, null, null))
        .handlers(List.of(following.sameHandler() ? HANDLER : OTHER_HANDLER))
        .build();
  }

  private RelatedAspect.@Nullable Following following(Box box) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof RelatedAspect related) {
        return related.following(box.parts(aspect).first());
      }
    }
    return null;
  }

  private Region region(Box box) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof RegionAspect regions) {
        return tree.at(tree.index(regions.region(box.parts(aspect).first())));
      }
    }
    int leaf = 0;
    while (tree.subtreeEnd(leaf) != leaf + 1) {
      leaf++;
    }
    return tree.at(leaf);
  }

  private @Nullable Code code(Box box, Dimension dimension) {
    String value = value(box, dimension);
    return value == null ? null : Code.of(value);
  }

  /** The simplest value: none, unless the fact must be there or is the service. */
  private @Nullable String value(Box box, Dimension dimension) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof ValueAspect value && value.dimension().equals(dimension)) {
        Parts parts = box.parts(aspect);
        boolean wanted = dimension == Dimension.Standard.SERVICE;
        return parts.has(Aspect.ABSENT) && !wanted && !isMandatory(dimension)
            ? null
            : stated(value, parts, wanted);
      }
    }
    return isMandatory(dimension) ? anyValue(dimension) : null;
  }

  private @Nullable String statedValue(Box box, Dimension dimension) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof ValueAspect value && value.dimension().equals(dimension)) {
        return stated(value, box.parts(aspect), false);
      }
    }
    return null;
  }

  /** A value of the parts: a named one first, or one that the book does not name. */
  private static @Nullable String stated(ValueAspect aspect, Parts parts, boolean namedFirst) {
    Parts named = Parts.where(aspect.size(), part -> parts.has(part) && part > ValueAspect.OTHER);
    boolean other = parts.has(ValueAspect.OTHER) && !(namedFirst && !named.isEmpty());
    if (other) {
      return aspect.value(ValueAspect.OTHER);
    }
    return named.isEmpty() ? null : aspect.value(named.first());
  }

  private boolean isMandatory(Fact fact) {
    return book.mandatory().contains(fact);
  }

  /** A value of a fact that no condition asks for. */
  private @Nullable String anyValue(Dimension dimension) {
    if (dimension instanceof Dimension.Attribute(AttributeName name)) {
      AttributeDeclaration declared = book.attribute(name);
      if (declared != null && declared.type() == AttributeDeclaration.Type.DATE) {
        return book.validFrom().toString();
      }
      return declared == null || declared.choices().isEmpty()
          ? PARTY.text()
          : declared.choices().getFirst().text();
    }
    if (dimension == Dimension.Standard.WARRANTY) {
      return Warranty.OUT.name();
    }
    return dimension == Dimension.Standard.STAGE ? Stage.AFTER_SALES.name() : PARTY.text();
  }

  /** The simplest number: none, unless it must be there; one where that is allowed. */
  private @Nullable Exact number(Box box, NumberFact fact) {
    Integer aspect = aspectOf(fact);
    if (aspect == null || !(aspects.get(aspect) instanceof NumberAspect number)) {
      return isMandatory(fact) ? Exact.ONE : null;
    }
    Parts parts = box.parts(aspect);
    boolean wanted = fact == NumberFact.Standard.QUANTITY || isMandatory(fact);
    if (parts.has(Aspect.ABSENT) && !wanted) {
      return null;
    }
    return number.simple(parts);
  }

  private Map<MeasureName, Exact> measures(Box box) {
    Map<MeasureName, Exact> measures = new HashMap<>();
    book.measures()
        .forEach(
            declared -> {
              Exact value = number(box, new NumberFact.Measured(declared.name()));
              if (value != null) {
                measures.put(declared.name(), value);
              }
            });
    return measures;
  }

  private Map<AttributeName, Code> attributes(Box box) {
    Map<AttributeName, Code> attributes = new HashMap<>();
    for (AttributeDeclaration declared : book.attributes()) {
      String value =
          switch (declared.type()) {
            case TEXT, CHOICE -> value(box, new Dimension.Attribute(declared.name()));
            case NUMBER -> text(number(box, new NumberFact.Attribute(declared.name())));
            case DATE -> day(box, declared.name());
          };
      if (value != null) {
        attributes.put(declared.name(), Code.of(value));
      }
    }
    return attributes;
  }

  private static @Nullable String text(@Nullable Exact number) {
    return number == null ? null : number.toShortString();
  }

  private @Nullable String day(Box box, AttributeName name) {
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (aspects.get(aspect) instanceof DayAspect days && days.name().equals(name)) {
        var day = days.day(box.parts(aspect).first());
        return day == null ? null : day.toString();
      }
    }
    return isMandatory(new Dimension.Attribute(name)) ? book.validFrom().toString() : null;
  }
}
