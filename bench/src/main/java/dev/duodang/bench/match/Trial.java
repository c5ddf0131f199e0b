package dev.duodang.bench.match;

import dev.duodang.pricing.rating.Match;
import dev.duodang.pricing.rating.Matcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules and orders that every engine is given, and who must win. */
public final class Trial {

  private final RuleSet rules;
  private final List<Work> works;
  private final List<Integer> winners;

  private Trial(RuleSet rules, List<Work> works, List<Integer> winners) {
    this.rules = rules;
    this.works = works;
    this.winners = winners;
  }

  /**
   * So many rules with {@value MatchOneOrder#ORDERS} orders.
   *
   * @throws IllegalStateException when a look at every rule finds another winner than the engine
   */
  public static Trial of(int size) {
    RuleSet rules = RuleSet.of(size);
    List<Work> works = rules.works(MatchOneOrder.ORDERS);
    List<Integer> winners = works.stream().map(rules::winner).toList();
    Matcher matcher = MatchOneOrder.matcher(rules);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < works.size(); i++) {
      found.add(number(matcher.match(works.get(i).facts(i), 0)));
    }
    if (!checksum(found).equals(checksum(winners))) {
      throw new IllegalStateException("the engine finds other winners among " + size + " tiers");
    }
    return new Trial(rules, works, winners);
  }

  private static int number(Match match) {
    return match instanceof Match.Won won
        ? Integer.parseInt(won.tier().id().text().substring(1))
        : -1;
  }

  /** How many rules there are. */
  public int size() {
    return rules.ranked().size();
  }

  public int orders() {
    return works.size();
  }

  /** The checksum of the winners of the first orders. */
  public String checksum(int orders) {
    return checksum(winners.subList(0, orders));
  }

  /** The first 16 digits of the SHA-256 of the numbers of the rules that win, each on its line. */
  private static String checksum(List<Integer> winners) {
    String text = winners.stream().map(winner -> winner + "\n").collect(Collectors.joining());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Writes {@code rules.tsv}, best rule first, and {@code orders.tsv}; an empty field is any. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("rules.tsv"), rules.ranked().stream().map(Trial::line).toList());
    Files.write(folder.resolve("orders.tsv"), works.stream().map(Trial::line).toList());
  }

  private static String line(Rule rule) {
    Rule.Area area = rule.region();
    Rule.Band band = rule.band();
    return fields(
        rule.number(),
        rule.customerClass(),
        area == null || area.prefecture() != null ? null : area.province(),
        area == null ? null : area.prefecture(),
        rule.service(),
        rule.partnerType(),
        rule.urgency(),
        band == null ? null : band.from(),
        band == null ? null : band.below());
  }

  private static String line(Work work) {
    return fields(
        work.customerClass(),
        work.province(),
        work.prefecture(),
        work.service(),
        work.partnerType(),
        work.urgency(),
        work.distanceMetres());
  }

  private static String fields(@Nullable Object... fields) {
    return Stream.of(fields)
        .map(field -> field == null ? "" : field.toString())
        .collect(Collectors.joining("\t"));
  }
}
