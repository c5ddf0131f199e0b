package dev.duodang.settlement;

import dev.duodang.pricing.book.BookId;
import dev.duodang.pricing.book.Period;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.rating.Share;
import dev.duodang.pricing.rating.Sides;
import dev.duodang.pricing.rating.Window;
import dev.duodang.pricing.rating.WindowKey;
import dev.duodang.pricing.settlement.BookVersion;
import dev.duodang.pricing.settlement.Contribution;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an order has in counters and rebates as one text: a line each, fields divided by tabs. */
final class ContributionText {

  private static final int FIELDS = 15;

  private ContributionText() {}

  /** The text; null where the order has none. */
  static @Nullable String write(List<Contribution> contributions) {
    return contributions.isEmpty()
        ? null
        : contributions.stream().map(ContributionText::line).collect(Collectors.joining("\n"));
  }

  private static String line(Contribution contribution) {
    Share share = contribution.share();
    WindowKey key = share.key();
    return Stream.of(
            contribution.book().book(),
            contribution.book().version(),
            key.relation(),
            key.sides().payer(),
            key.sides().payee(),
            key.kind(),
            key.name(),
            key.period(),
            key.from(),
            key.currency(),
            share.counted(),
            share.item(),
            share.part().count(),
            share.part().quantity(),
            share.part().minor())
        .map(field -> field == null ? "" : field.toString())
        .collect(Collectors.joining("\t"));
  }

  static List<Contribution> read(@Nullable String text) {
    return text == null ? List.of() : text.lines().map(ContributionText::contribution).toList();
  }

  private static Contribution contribution(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IllegalStateException(
          "\"" + line + "\" has " + fields.length + " fields, not " + FIELDS);
    }
    WindowKey key =
        new WindowKey(
            Relation.parse(fields[2]),
            new Sides(party(fields[3]), party(fields[4])),
            WindowKey.Kind.valueOf(fields[5]),
            fields[6],
            Period.valueOf(fields[7]),
            LocalDate.parse(fields[8]),
            Currency.of(fields[9]));
    Window part =
        new Window(Long.parseLong(fields[12]), Exact.parse(fields[13]), Long.parseLong(fields[14]));
    return new Contribution(
        new BookVersion(BookId.of(fields[0]), Integer.parseInt(fields[1])),
        new Share(key, fields[10], Integer.parseInt(fields[11]), part));
  }

  private static @Nullable PartyId party(String text) {
    return text.isEmpty() ? null : PartyId.of(text);
  }
}
