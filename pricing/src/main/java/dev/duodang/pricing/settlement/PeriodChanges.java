package dev.duodang.pricing.settlement;

import dev.duodang.pricing.book.Rebate;
import dev.duodang.pricing.book.RebateId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.Revision;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rating.Rated;
import dev.duodang.pricing.rating.Rater;
import dev.duodang.pricing.rating.Share;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.rating.Windows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By how much one order changes the windows that it has a part in. */
final class PeriodChanges {

  private final Settler settler;
  private final Windows known;
  private final Map<WindowKey, Window> changes = new HashMap<>();

  PeriodChanges(Settler settler, Windows known) {
    this.settler = settler;
    this.known = known;
  }

  /** The windows as they are with the changes so far. */
  Windows windows() {
    return key -> known.get(key).plus(changes.getOrDefault(key, Window.EMPTY));
  }

  /** The changes; those of windows that end as they began are left out. */
  Map<WindowKey, Window> changes() {
    Map<WindowKey, Window> result = new HashMap<>(changes);
    result.values().removeIf(Window::isNothing);
    return result;
  }

  private void add(WindowKey key, Window change) {
    changes.merge(key, change, Window::plus);
  }

  /** What a settlement counts in its settled relations, but those that stand already. */
  List<Contribution> count(Settlement settlement, Set<Relation> standing) {
    List<Contribution> counted = new ArrayList<>();
    for (RelationSettlement one : settlement.relations()) {
      BookVersion book = one.book();
      boolean isNew =
          one.rated().state() == Rated.State.SETTLED && !standing.contains(one.relation());
      if (isNew && book != null) {
        for (Share share : one.rated().shares()) {
          counted.add(new Contribution(book, share));
          add(share.key(), share.part());
        }
      }
    }
    return counted;
  }

  /**
   * Takes an order out of its counters, the last part first, so that an order at the top gives back
   * what it was given.
   *
   * @param order the order that leaves
   * @param reversals the reversals of the order's lines, each of the full amount
   * @return the reversals with what the windows give back in the place of what they gave, and with
   *     lines for what no line of the order holds
   */
  List<Posting> withdraw(
      List<Contribution> counted,
      WorkOrder order,
      List<Posting> reversals,
      int next,
      Revision revision,
      Posting.Cause cause) {
    List<Posting> result = new ArrayList<>(reversals);
    for (Contribution contribution : counted.reversed()) {
      Share share = contribution.share();
      if (share.key().kind() == WindowKey.Kind.COUNTER) {
        Edition edition = editionOf(contribution);
        long minor = settler.rater(edition).withdraw(share, windows().get(share.key()));
        Money change = new Money(minor, share.key().currency());
        Window part = share.part();
        add(share.key(), new Window(-part.count(), part.quantity().negate(), minor));
        int place = placeOf(share, result);
        if (place >= 0) {
          Posting full = result.get(place);
          result.set(place, full.withAmount(change, Postings.taxOf(full, change, settler)));
        } else if (minor != 0) {
          Rater.Counted what = settler.rater(edition).counted(share);
          result.add(
              Postings.remainder(
                  share.key().relation(),
                  edition.id(),
                  what,
                  next + result.size(),
                  revision,
                  cause,
                  change,
                  settler.rater(edition).tax(order, what.tier(), change)));
        }
      }
    }
    return result;
  }

  /**
   * Takes an order out of its rebates: by what it was counted with, and where its lines give back
   * another amount, as counted ones do, by that amount.
   */
  void withdrawRebates(
      List<Contribution> counted, List<Posting> standing, List<Posting> reversals) {
    for (Contribution contribution : counted) {
      WindowKey key = contribution.share().key();
      if (key.kind() == WindowKey.Kind.REBATE) {
        long kept = keptBack(contribution, standing, reversals);
        Window part = contribution.share().part().negate();
        add(key, part.plus(new Window(0, Exact.ZERO, kept)));
      }
    }
  }

  /** By how much the reversals differ from the lines, in the categories of a rebate. */
  private long keptBack(
      Contribution contribution, List<Posting> standing, List<Posting> reversals) {
    @Nullable Edition edition = settler.shelf().edition(contribution.book());
    @Nullable Rebate rebate =
        edition == null
            ? null
            : edition
                .compiled()
                .book()
                .periodic()
                .rebate(RebateId.of(contribution.share().counted()));
    if (rebate == null) {
      return 0;
    }
    Relation relation = contribution.share().key().relation();
    return Stream.concat(standing.stream(), reversals.stream())
        .filter(line -> line.relation().equals(relation))
        .filter(line -> rebate.on().contains(line.category()))
        .filter(line -> rebate.base() == Rebate.Base.TOTAL || line.modifier() == null)
        .mapToLong(line -> line.amount().minor())
        .reduce(0, Math::addExact);
  }

  /** The place of the reversal of the line that a share stands behind; -1 where there is none. */
  private static int placeOf(Share share, List<Posting> reversals) {
    for (int i = 0; i < reversals.size(); i++) {
      Posting line = reversals.get(i);
      String counter =
          line.modifier() != null
              ? line.modifier().text()
              : line.tier() == null ? "" : line.tier().text();
      if (line.reverses() != null
          && line.relation().equals(share.key().relation())
          && line.item() == share.item()
          && counter.equals(share.counted())) {
        return i;
      }
    }
    return -1;
  }

  /** The edition that counted a contribution, or the last one that counts under its name. */
  private Edition editionOf(Contribution contribution) {
    Share share = contribution.share();
    return Stream.concat(
            Stream.ofNullable(settler.shelf().edition(contribution.book())),
            settler.shelf().editions(share.key().relation()).stream())
        .filter(edition -> settler.rater(edition).counts(share))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no book of the shelf counts over a period as " + share.counted()));
  }
}
