package dev.duodang.catalog;

import dev.duodang.database.ScopedTransactions;
import dev.duodang.identity.Actor;
import dev.duodang.identity.OpenTo;
import dev.duodang.pricing.region.Region;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.pricing.region.Resolution;
import dev.duodang.problem.Problem;
import dev.duodang.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists to choose from. */
@RestController
class CatalogController {

  private static final int MOST_FOUND = 50;

  private final Regions regions;
  private final LegalEntities entities;
  private final ScopedTransactions transactions;
  private final Templates templates;

  CatalogController(
      Regions regions,
      LegalEntities entities,
      ScopedTransactions transactions,
      Templates templates) {
    this.regions = regions;
    this.entities = entities;
    this.transactions = transactions;
    this.templates = templates;
  }

  /** Which step of the tree of regions. */
  enum Level {
    PROVINCE,
    PREFECTURE,
    COUNTY
  }

  /** A region in a list. */
  record RegionView(String code, String name, Level level, boolean children, String path) {}

  /** A region and its name in full. */
  record RegionPath(String code, String path) {}

  /** Where an address lies, or where it may. */
  record ResolvedAddress(@Nullable RegionPath region, List<RegionPath> candidates) {}

  /** A service and those below it. */
  record ServiceView(String path, String name, List<ServiceView> children) {}

  @Operation(operationId = "listRegions", summary = "The regions below one, or the roots")
  @GetMapping("/api/v1/regions")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  List<RegionView> regions(Actor actor, @RequestParam @Nullable String parent) {
    RegionTree tree = regions.tree(actor.tenant());
    List<Region> found =
        parent == null || parent.isBlank() ? tree.roots() : tree.children(known(tree, parent));
    return found.stream().map(region -> view(tree, region)).toList();
  }

  private static RegionCode known(RegionTree tree, String text) {
    try {
      return tree.find(RegionCode.of(text)).map(Region::code).orElseThrow();
    } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
      throw Problem.of(ProblemCode.REGION_UNKNOWN, text).field("parent").value(text).toException();
    }
  }

  @Operation(operationId = "searchRegions", summary = "Regions by name or code")
  @GetMapping("/api/v1/regions/search")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  List<RegionView> search(Actor actor, @RequestParam String q) {
    RegionTree tree = regions.tree(actor.tenant());
    String wanted = q.strip();
    return wanted.isEmpty()
        ? List.of()
        : IntStream.range(0, tree.size())
            .mapToObj(tree::at)
            .filter(
                region -> region.name().contains(wanted) || region.code().text().startsWith(wanted))
            .limit(MOST_FOUND)
            .map(region -> view(tree, region))
            .toList();
  }

  @Operation(operationId = "resolveAddress", summary = "Where an address lies")
  @GetMapping("/api/v1/regions/resolve")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  ResolvedAddress resolve(Actor actor, @RequestParam String address) {
    RegionTree tree = regions.tree(actor.tenant());
    return switch (regions.resolve(actor.tenant(), address)) {
      case Resolution.Resolved resolved ->
          new ResolvedAddress(path(tree, resolved.region()), List.of());
      case Resolution.Ambiguous ambiguous ->
          new ResolvedAddress(
              ambiguous.ancestor() == null ? null : path(tree, ambiguous.ancestor()),
              ambiguous.candidates().stream().map(region -> path(tree, region)).toList());
      case Resolution.Unknown _ -> new ResolvedAddress(null, List.of());
    };
  }

  private static RegionPath path(RegionTree tree, Region region) {
    return new RegionPath(region.code().text(), tree.path(region.code()));
  }

  private static RegionView view(RegionTree tree, Region region) {
    Level[] levels = Level.values();
    return new RegionView(
        region.code().text(),
        region.name(),
        levels[Math.clamp(region.depth() - 1, 0, levels.length - 1)],
        !tree.children(region.code()).isEmpty(),
        tree.path(region.code()));
  }

  @Operation(operationId = "listServices", summary = "The tree of services")
  @GetMapping("/api/v1/services")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  List<ServiceView> services(Actor actor) {
    List<String> paths =
        transactions.read(
            actor.tenant(),
            jdbc ->
                jdbc.sql("SELECT path FROM service_item ORDER BY path").query(String.class).list());
    return below("", paths);
  }

  private static List<ServiceView> below(String parent, List<String> paths) {
    List<ServiceView> found = new ArrayList<>();
    for (String path : paths) {
      int slash = path.lastIndexOf('/');
      String up = slash < 0 ? "" : path.substring(0, slash);
      if (up.equals(parent)) {
        found.add(new ServiceView(path, path.substring(slash + 1), below(path, paths)));
      }
    }
    return found;
  }

  /**
   * A legal entity.
   *
   * @param regions codes of the regions whose orders are in its books; none on the first, in whose
   *     books all others are
   */
  record LegalEntityView(String id, String name, List<String> regions) {}

  @Operation(operationId = "listLegalEntities", summary = "The legal entities, the first first")
  @GetMapping("/api/v1/legal-entities")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  List<LegalEntityView> entities(Actor actor) {
    return entities.all(actor.tenant()).stream()
        .map(entity -> new LegalEntityView(entity.id(), entity.name(), entity.regions()))
        .toList();
  }

  /** A template and the orders that a desk picks from it. */
  record TemplateView(String id, String name, String description, List<JsonNode> orderPresets) {}

  @Operation(operationId = "listTemplates", summary = "Templates and their presets")
  @GetMapping("/api/v1/templates")
  @OpenTo(OpenTo.Whom.SIGNED_IN)
  List<TemplateView> templates() {
    Templates.Company company = templates.homeAppliance();
    return List.of(
        new TemplateView(
            company.id(),
            company.name(),
            company.description(),
            company.presets().stream().<JsonNode>map(CatalogController::preset).toList()));
  }

  private static ObjectNode preset(Templates.Preset preset) {
    ObjectNode view = preset.facts().asObject().deepCopy();
    view.put("id", preset.id());
    view.put("name", preset.name());
    return view;
  }
}
