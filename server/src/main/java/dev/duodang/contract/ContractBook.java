package dev.duodang.contract;

import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.order.ContractNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.ContractGap;
import dev.duodang.pricing.rating.Hold;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.records.History;
import dev.duodang.records.Version;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contracts of a tenant and the rules about them, as of one moment. */
public final class ContractBook {

  private final Map<String, History<Contract>> contracts;
  private final Map<Relation, History<ContractRule>> rules;
  private final Map<PartyId, List<Contract>> byParty;

  private ContractBook(
      Map<String, History<Contract>> contracts, Map<Relation, History<ContractRule>> rules) {
    this.contracts = contracts;
    this.rules = rules;
    this.byParty = new HashMap<>();
    contracts
        .values()
        .forEach(
            history -> {
              Contract last = last(history);
              byParty.computeIfAbsent(last.party(), _ -> new ArrayList<>()).add(last);
            });
  }

  static ContractBook of(List<Version<Contract>> contracts, List<Version<ContractRule>> rules) {
    return new ContractBook(Map.of(), Map.of()).with(contracts).withRules(rules);
  }

  ContractBook with(List<Version<Contract>> versions) {
    Map<String, History<Contract>> more = new TreeMap<>(contracts);
    versions.forEach(
        version ->
            more.merge(
                version.content().number().text(),
                History.of(List.of(version)),
                (old, _) -> old.with(version)));
    return new ContractBook(more, rules);
  }

  ContractBook withRules(List<Version<ContractRule>> versions) {
    Map<Relation, History<ContractRule>> more = new HashMap<>(rules);
    versions.forEach(
        version ->
            more.merge(
                version.content().relation(),
                History.of(List.of(version)),
                (old, _) -> old.with(version)));
    return new ContractBook(contracts, more);
  }

  /** A contract as it was recorded last. */
  static Contract last(History<Contract> history) {
    return history.all().getLast().content();
  }

  Map<String, History<Contract>> contracts() {
    return Collections.unmodifiableMap(contracts);
  }

  Map<Relation, History<ContractRule>> rules() {
    return Collections.unmodifiableMap(rules);
  }

  @Nullable History<Contract> find(ContractNo number) {
    return contracts.get(number.text());
  }

  /** Whether a relation settles under contract only, on a day. */
  boolean isRequired(Relation relation, LocalDate day) {
    History<ContractRule> rule = rules.get(relation);
    return rule != null && rule.at(day).map(version -> version.content().required()).orElse(false);
  }

  /**
   * Why an order waits for a contract of a party; nothing when one covers it or none is needed.
   *
   * @param day of the pricing time, where the tenant is
   */
  public Optional<Hold> objection(
      Relation relation, PartyId party, WorkOrder order, Resolution place, LocalDate day) {
    if (!isRequired(relation, day)) {
      return Optional.empty();
    }
    List<Candidate> candidates =
        of(party, relation)
            .map(contract -> new Candidate(contract, contract.gaps(order, place, day)))
            .toList();
    if (candidates.stream().anyMatch(one -> one.gaps().isEmpty())) {
      return Optional.empty();
    }
    Candidate nearest = candidates.stream().min(nearness(day)).orElse(null);
    return Optional.of(
        Hold.of(
            Hold.Reason.NO_CONTRACT,
            new Hold.Detail.NoContract(
                party,
                day,
                nearest == null ? null : nearest.contract().number(),
                nearest == null ? List.of() : nearest.gaps())));
  }

  private record Candidate(Contract contract, List<ContractGap> gaps) {}

  /** The one that fits in most, then the one that lies nearest in time, then the latest. */
  private static Comparator<Candidate> nearness(LocalDate day) {
    return Comparator.comparingInt((Candidate one) -> one.gaps().size())
        .thenComparingLong(one -> days(one.contract(), day))
        .thenComparing(one -> one.contract().from(), Comparator.reverseOrder())
        .thenComparing(one -> one.contract().number().text());
  }

  private static long days(Contract contract, LocalDate day) {
    LocalDate to = contract.to();
    if (day.isBefore(contract.from())) {
      return ChronoUnit.DAYS.between(day, contract.from());
    }
    return to == null || day.isBefore(to) ? 0 : ChronoUnit.DAYS.between(to, day) + 1;
  }

  /**
   * How a party is taxed by the contract that covers an order; of several by the one that began
   * last. Null where none says.
   *
   * @param relation null for any
   */
  public @Nullable Taxpayer taxpayer(
      @Nullable Relation relation,
      PartyId party,
      WorkOrder order,
      Resolution place,
      LocalDate day) {
    return byParty.getOrDefault(party, List.of()).stream()
        .filter(contract -> contract.taxpayer() != null)
        .filter(contract -> relation == null || contract.relation().equals(relation))
        .filter(contract -> contract.gaps(order, place, day).isEmpty())
        .max(
            Comparator.comparing(Contract::from)
                .thenComparing(contract -> contract.number().text()))
        .map(Contract::taxpayer)
        .filter(Objects::nonNull)
        .orElse(null);
  }

  /** Whether a contract of a party says how it is taxed, so that the order's place matters. */
  public boolean saysTaxpayer(PartyId party) {
    return byParty.getOrDefault(party, List.of()).stream()
        .anyMatch(contract -> contract.taxpayer() != null);
  }

  private Stream<Contract> of(PartyId party, Relation relation) {
    return byParty.getOrDefault(party, List.of()).stream()
        .filter(contract -> contract.relation().equals(relation));
  }

  /** Whether there is any rule, so that somebody has to ask. */
  public boolean hasRules() {
    return !rules.isEmpty();
  }
}
