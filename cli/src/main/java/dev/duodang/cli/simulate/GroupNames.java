package dev.duodang.cli.simulate;

import dev.duodang.pricing.book.Modifier;
import dev.duodang.pricing.book.ModifierId;
import dev.duodang.pricing.book.PriceBook;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.Tier;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.settlement.Edition;
import dev.duodang.pricing.simulation.Group;
import dev.duodang.pricing.simulation.Grouping;
import dev.duodang.pricing.wording.Language;
import java.util.List;
import java.util.stream.Stream;

/** Names of groups as people read them; the books after name what both have. */
final class GroupNames {

  private final Sides sides;
  private final Language language;

  GroupNames(Sides sides, Language language) {
    this.sides = sides;
    this.language = language;
  }

  /** The word that a group's kind has in files: {@code tier}. */
  static String kind(Group group) {
    return switch (group) {
      case Group.Total _ -> "total";
      case Group.InRegion _ -> "region";
      case Group.OfCounterparty _ -> "counterparty";
      case Group.OfTier _ -> "tier";
      case Group.OfModifier _ -> "modifier";
      case Group.OfService _, Group.SeveralServices _ -> "service";
      case Group.None(Grouping by) -> word(by);
    };
  }

  private static String word(Grouping by) {
    return switch (by) {
      case REGION -> "region";
      case COUNTERPARTY -> "counterparty";
      case TIER -> "tier";
      case SERVICE -> "service";
    };
  }

  /** What a group is known by in books and orders; empty where it is none of theirs. */
  static String id(Group group) {
    return switch (group) {
      case Group.InRegion(RegionCode root) -> root.text();
      case Group.OfCounterparty counterparty -> counterparty.party().text();
      case Group.OfTier(TierId tier) -> tier.text();
      case Group.OfModifier(ModifierId modifier) -> modifier.text();
      case Group.OfService service -> service.service().text();
      case Group.Total _, Group.SeveralServices _, Group.None _ -> "";
    };
  }

  String name(Relation relation, Group group) {
    return switch (group) {
      case Group.Total _ -> language.choose("合计", "total");
      case Group.InRegion(RegionCode root) -> region(root);
      case Group.OfTier(TierId tier) -> tier(relation, tier);
      case Group.OfModifier(ModifierId modifier) -> modifier(relation, modifier);
      case Group.SeveralServices _ -> language.choose("多种服务", "several services");
      case Group.None none -> none(none.by());
      case Group.OfCounterparty _, Group.OfService _ -> id(group);
    };
  }

  private String none(Grouping by) {
    return switch (by) {
      case REGION -> language.choose("区域未知", "region unknown");
      case COUNTERPARTY -> language.choose("无服务商", "no counterparty");
      case TIER -> language.choose("无金额", "nothing due");
      case SERVICE -> language.choose("未注明服务", "no service stated");
    };
  }

  /** The heading of a grouping's table. */
  String title(Grouping by) {
    return switch (by) {
      case REGION -> language.choose("按区域", "by region");
      case COUNTERPARTY -> language.choose("按服务商", "by counterparty");
      case TIER -> language.choose("按档位", "by tier");
      case SERVICE -> language.choose("按服务", "by service");
    };
  }

  private String region(RegionCode root) {
    return Stream.of(sides.after(), sides.before())
        .flatMap(side -> side.tree().find(root).stream())
        .map(Region::name)
        .findFirst()
        .orElse(root.text());
  }

  private String tier(Relation relation, TierId id) {
    return books(relation)
        .flatMap(book -> Stream.ofNullable(book.tier(id)))
        .map(Tier::name)
        .findFirst()
        .orElse(id.text());
  }

  private String modifier(Relation relation, ModifierId id) {
    return books(relation)
        .flatMap(book -> book.modifiers().stream())
        .filter(modifier -> modifier.id().equals(id))
        .map(Modifier::name)
        .findFirst()
        .orElse(id.text());
  }

  private Stream<PriceBook> books(Relation relation) {
    return Stream.of(sides.after(), sides.before())
        .map(side -> side.shelf().editions(relation))
        .flatMap(List::stream)
        .map(Edition::compiled)
        .map(compiled -> compiled.book());
  }
}
