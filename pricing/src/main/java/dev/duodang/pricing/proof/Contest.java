package dev.duodang.pricing.proof;

import dev.duodang.pricing.book.FeeCategory;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.rating.CompiledBook;
import dev.duodang.pricing.rating.RankedTier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The tiers of one category, ranked, with a bitmap of them for each part of each aspect: those that
 * admit the part.
 */
final class Contest {

  private final FeeCategory category;
  private final List<Contender> contenders;
  private final Map<TierId, List<Contender>> byTier = new LinkedHashMap<>();
  private final List<Aspect> aspects;
  private final Map<Integer, long[][]> byPart = new HashMap<>();
  private final List<Map<Parts, long[]>> known = new ArrayList<>();
  private final Set<Integer> prioritiesOfExpressions = new HashSet<>();

  private Contest(FeeCategory category, List<Contender> contenders, Space space) {
    this.category = category;
    this.contenders = contenders;
    this.aspects = space.aspects();
    aspects.forEach(_ -> known.add(new HashMap<>()));
    contenders.forEach(
        one -> byTier.computeIfAbsent(one.tier().id(), _ -> new ArrayList<>()).add(one));
    contenders.stream()
        .filter(Contender::hangsOnExpression)
        .forEach(one -> prioritiesOfExpressions.add(one.tier().priority()));
  }

  /**
   * @param applies the orders that the book applies to
   */
  static Contest of(FeeCategory category, CompiledBook compiled, Space space, Box applies) {
    List<Contender> contenders = new ArrayList<>();
    List<RankedTier> all = compiled.ranked(category.id());
    int rank = 0;
    for (int place = 0; place < all.size(); place++) {
      RankedTier ranked = all.get(place);
      rank = RankedTier.RANK.compare(all.get(rank), ranked) == 0 ? rank : place;
      Box box = space.box(ranked.tier(), ranked.when()).and(applies);
      contenders.add(new Contender(place, rank, ranked.tier(), box));
    }
    return new Contest(category, List.copyOf(contenders), space);
  }

  FeeCategory category() {
    return category;
  }

  List<Contender> contenders() {
    return contenders;
  }

  List<Contender> of(Tier tier) {
    return byTier.getOrDefault(tier.id(), List.of());
  }

  /** The orders that the contender's own tier admits with a higher rank. */
  List<Box> betterRowsOf(Contender contender) {
    return of(contender.tier()).stream()
        .filter(own -> own.rank() < contender.rank())
        .map(Contender::box)
        .toList();
  }

  /** Whether a tier of a priority asks an expression. */
  boolean hasExpressionAt(int priority) {
    return prioritiesOfExpressions.contains(priority);
  }

  /** The tiers, the one with the highest rank first. */
  List<Tier> tiers() {
    return byTier.values().stream().map(own -> own.getFirst().tier()).toList();
  }

  /**
   * The contenders from one place to another whose boxes overlap a box.
   *
   * @param looked which aspects count
   */
  List<Contender> overlapping(Box box, int from, int until, IntPredicate looked) {
    long[] bits = new long[words()];
    for (int place = from; place < until; place++) {
      bits[place >>> 6] |= 1L << place;
    }
    for (int aspect = 0; aspect < aspects.size(); aspect++) {
      if (looked.test(aspect)) {
        long[] admitting = admitting(aspect, box.parts(aspect));
        for (int word = from >>> 6; word < bits.length; word++) {
          bits[word] &= admitting[word];
        }
      }
    }
    List<Contender> overlapping = new ArrayList<>();
    for (int word = 0; word < bits.length; word++) {
      for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
        overlapping.add(contenders.get((word << 6) + Long.numberOfTrailingZeros(rest)));
      }
    }
    return overlapping;
  }

  private int words() {
    return (contenders.size() + 63) >>> 6;
  }

  private long[] admitting(int aspect, Parts parts) {
    return known
        .get(aspect)
        .computeIfAbsent(
            parts,
            _ -> {
              long[] union = new long[words()];
              long[][] sets = byPart(aspect);
              parts.forEach(
                  part -> {
                    for (int word = 0; word < union.length; word++) {
                      union[word] |= sets[part][word];
                    }
                  });
              return union;
            });
  }

  private long[][] byPart(int aspect) {
    return byPart.computeIfAbsent(
        aspect,
        _ -> {
          long[][] sets = new long[aspects.get(aspect).size()][words()];
          for (Contender contender : contenders) {
            int place = contender.place();
            contender.box().parts(aspect).forEach(part -> sets[part][place >>> 6] |= 1L << place);
          }
          return sets;
        });
  }
}
