package dev.duodang.rerating;

import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.settlement.Posting;
import dev.duodang.pricing.settlement.Shares;
import dev.duodang.settlement.Change;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what changes of orders mean for whom. */
final class Effects {

  private final Map<List<String>, Effect> sums = new LinkedHashMap<>();

  Collection<Effect> all() {
    return sums.values();
  }

  void add(Change change) {
    Effects one = new Effects();
    for (Posting line : change.postings()) {
      Map<PartyId, Money> shares = Shares.of(line.relation(), change.orderOf(line), line.amount());
      if (shares.isEmpty()) {
        one.add(effect(line, "", line.amount()));
      }
      shares.forEach((party, share) -> one.add(effect(line, party.text(), share)));
    }
    one.all().forEach(effect -> add(ofOneOrder(effect)));
  }

  private static Effect effect(Posting line, String party, Money amount) {
    Money none = Money.zero(amount.currency());
    boolean back = line.kind() == Posting.Kind.REVERSAL;
    return new Effect(
        line.relation().toString(), party, 0, back ? amount : none, back ? none : amount);
  }

  private static Effect ofOneOrder(Effect lines) {
    return new Effect(lines.relation(), lines.party(), 1, lines.takenBack(), lines.posted());
  }

  private void add(Effect effect) {
    List<String> key =
        List.of(effect.relation(), effect.party(), effect.posted().currency().code());
    sums.merge(key, effect, Effect::plus);
  }
}
