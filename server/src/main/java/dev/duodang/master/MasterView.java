package dev.duodang.master;

import dev.duodang.catalog.Counterparties;
import dev.duodang.catalog.CounterpartyBook;
import dev.duodang.contract.ContractBook;
import dev.duodang.customer.Customers;
import dev.duodang.pricing.book.PartyKind;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.Counterparty;
import dev.duodang.pricing.order.Customer;
import dev.duodang.pricing.order.Handler;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.RecordedFact;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.pricing.settlement.Objections;
import dev.duodang.pricing.settlement.OrderChanges;
import dev.duodang.records.History;
import dev.duodang.records.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The master records of a tenant as of one moment. Belongs to one thread.
 *
 * <p>They are read as of an order's pricing time: the day of it where the tenant is.
 */
public final class MasterView implements Objections {

  private final CounterpartyBook counterparties;
  private final Map<String, History<Customers.Entry>> customers;
  private final ContractBook contracts;
  private final OrderChanges changes;
  private final ZoneId zone;

  MasterView(
      CounterpartyBook counterparties,
      Map<String, History<Customers.Entry>> customers,
      ContractBook contracts,
      OrderChanges changes,
      ZoneId zone) {
    this.counterparties = counterparties;
    this.customers = customers;
    this.contracts = contracts;
    this.changes = changes;
    this.zone = zone;
  }

  /**
   * The order with what master records say where its source says nothing. What they added before is
   * added anew.
   *
   * @param asOf the time at which an order is priced whose facts are not final yet
   */
  public WorkOrder completed(WorkOrder order, Instant asOf) {
    WorkOrder stated = order.stated();
    History<Counterparties.Entry> party = party(stated.counterparty());
    History<Customers.Entry> customer = customer(stated.customer());
    if (party == null && customer == null) {
      return stated;
    }
    Set<RecordedFact> recorded = EnumSet.noneOf(RecordedFact.class);
    WorkOrder typed = typed(stated, party, recorded);
    LocalDate day = day(changes.settler().pricingTime(typed, asOf));
    if (party != null && typed.counterparty() != null) {
      Counterparties.Entry entry = party.at(day).map(Version::content).orElse(null);
      Counterparty full = full(typed, typed.counterparty(), entry, day, recorded);
      typed = typed.toBuilder().counterparty(full).build();
    }
    if (customer != null && typed.customer().customerClass() == null) {
      Code known = customer.at(day).map(MasterView::customerClass).orElse(null);
      if (known != null) {
        recorded.add(RecordedFact.CUSTOMER_CLASS);
        typed = typed.toBuilder().customer(new Customer(typed.customer().id(), known)).build();
      }
    }
    return recorded.isEmpty() ? stated : typed.toBuilder().recorded(recorded).build();
  }

  private @Nullable History<Counterparties.Entry> party(@Nullable Counterparty party) {
    return party == null ? null : counterparties.find(party.id().text());
  }

  private @Nullable History<Customers.Entry> customer(Customer customer) {
    return customer.id() == null ? null : customers.get(customer.id().text());
  }

  private static @Nullable Code customerClass(Version<Customers.Entry> version) {
    return code(version.content().customerClass());
  }

  /** The order with the kind of its counterparty, which decides what relations it concerns. */
  private static WorkOrder typed(
      WorkOrder stated,
      @Nullable History<Counterparties.Entry> history,
      Set<RecordedFact> recorded) {
    Counterparty party = stated.counterparty();
    if (history == null || party == null || party.kind() != Counterparty.Kind.PARTNER) {
      return stated;
    }
    Counterparty.Kind kind = history.all().getFirst().content().kind();
    if (kind == Counterparty.Kind.PARTNER) {
      return stated;
    }
    recorded.add(RecordedFact.COUNTERPARTY_KIND);
    return stated.toBuilder()
        .counterparty(
            new Counterparty(
                party.id(), kind, party.type(), party.mode(), party.grade(), party.taxpayer()))
        .build();
  }

  private Counterparty full(
      WorkOrder order,
      Counterparty stated,
      Counterparties.@Nullable Entry entry,
      LocalDate day,
      Set<RecordedFact> recorded) {
    return new Counterparty(
        stated.id(),
        stated.kind(),
        added(
            RecordedFact.COUNTERPARTY_TYPE,
            stated.type(),
            entry == null ? null : code(entry.type()),
            recorded),
        added(
            RecordedFact.COUNTERPARTY_MODE,
            stated.mode(),
            entry == null ? null : code(entry.mode()),
            recorded),
        added(
            RecordedFact.COUNTERPARTY_GRADE,
            stated.grade(),
            entry == null ? null : code(entry.grade()),
            recorded),
        added(
            RecordedFact.COUNTERPARTY_TAXPAYER,
            stated.taxpayer(),
            stated.taxpayer() == null ? taxpayer(order, stated.id(), entry, day) : null,
            recorded));
  }

  private @Nullable Taxpayer taxpayer(
      WorkOrder order, PartyId party, Counterparties.@Nullable Entry entry, LocalDate day) {
    Taxpayer agreed =
        contracts.saysTaxpayer(party)
            ? contracts.taxpayer(null, party, order, changes.place(order), day)
            : null;
    return agreed != null || entry == null ? agreed : entry.taxpayer();
  }

  private static <T> @Nullable T added(
      RecordedFact fact, @Nullable T stated, @Nullable T known, Set<RecordedFact> recorded) {
    if (stated != null || known == null) {
      return stated;
    }
    recorded.add(fact);
    return known;
  }

  private static @Nullable Code code(@Nullable String text) {
    return text == null ? null : Code.of(text);
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  @Override
  public List<Hold> against(Relation relation, WorkOrder order, Resolution place, Instant at) {
    LocalDate day = day(at);
    List<Hold> holds = new ArrayList<>();
    Counterparty counterparty = order.counterparty();
    History<Counterparties.Entry> history = party(counterparty);
    if (counterparty != null && history != null) {
      holds.addAll(contradictions(relation, order, counterparty, history, place, day));
    }
    History<Customers.Entry> customer = customer(order.customer());
    if (customer != null) {
      customer
          .at(day)
          .ifPresent(
              version ->
                  new Contradictions(order, version.from(), holds)
                      .compare(
                          RecordedFact.CUSTOMER_CLASS,
                          order.customer().customerClass(),
                          code(version.content().customerClass())));
    }
    if (contracts.hasRules()) {
      underContract(relation, order)
          .forEach(
              party ->
                  contracts.objection(relation, party, order, place, day).ifPresent(holds::add));
    }
    return holds;
  }

  private List<Hold> contradictions(
      Relation relation,
      WorkOrder order,
      Counterparty stated,
      History<Counterparties.Entry> history,
      Resolution place,
      LocalDate day) {
    List<Hold> holds = new ArrayList<>();
    new Contradictions(order, null, holds)
        .compare(
            RecordedFact.COUNTERPARTY_KIND,
            stated.kind(),
            history.all().getFirst().content().kind());
    Version<Counterparties.Entry> version = history.at(day).orElse(null);
    if (version != null) {
      Counterparties.Entry entry = version.content();
      Contradictions of = new Contradictions(order, version.from(), holds);
      of.compare(RecordedFact.COUNTERPARTY_TYPE, stated.type(), code(entry.type()));
      of.compare(RecordedFact.COUNTERPARTY_MODE, stated.mode(), code(entry.mode()));
      of.compare(RecordedFact.COUNTERPARTY_GRADE, stated.grade(), code(entry.grade()));
      Taxpayer agreed =
          stated.taxpayer() == null
              ? null
              : contracts.taxpayer(relation, stated.id(), order, place, day);
      of.compare(
          RecordedFact.COUNTERPARTY_TAXPAYER,
          stated.taxpayer(),
          agreed == null ? entry.taxpayer() : agreed);
    }
    return holds;
  }

  /** Gathers in what an order contradicts a version of a record. */
  private record Contradictions(WorkOrder order, @Nullable LocalDate since, List<Hold> holds) {

    void compare(RecordedFact fact, @Nullable Object stated, @Nullable Object known) {
      if (stated != null
          && known != null
          && !order.recorded().contains(fact)
          && !stated.equals(known)) {
        holds.add(
            Hold.of(
                Hold.Reason.CONTRADICTION,
                new Hold.Detail.Contradicts(fact, stated.toString(), known.toString(), since)));
      }
    }
  }

  /** Who of an order has to have a contract in a relation: who is paid, else who pays. */
  private static List<PartyId> underContract(Relation relation, WorkOrder order) {
    List<PartyId> payees = parties(relation.payee(), order);
    return payees.isEmpty() ? parties(relation.payer(), order) : payees;
  }

  private static List<PartyId> parties(PartyKind kind, WorkOrder order) {
    Counterparty counterparty = order.counterparty();
    List<PartyId> own = counterparty == null ? List.of() : List.of(counterparty.id());
    return switch (kind) {
      case HEADQUARTERS, BRAND, CUSTOMER -> List.of();
      case PARTNER, DEPARTMENT -> own;
      case ENGINEER ->
          order.handlers().isEmpty() ? own : order.handlers().stream().map(Handler::id).toList();
    };
  }
}
