package dev.duodang.catalog;

import dev.duodang.catalog.LegalEntities.Entity;
import dev.duodang.identity.Actor;
import dev.duodang.identity.Scope;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.region.RegionCode;
import dev.duodang.pricing.region.RegionTree;
import dev.duodang.records.Column;
import dev.duodang.records.RecordKind;
import dev.duodang.records.RecordsAnswer;
import dev.duodang.records.Stated;
import dev.duodang.records.StatedFields;
import dev.duodang.records.Taken;
import dev.duodang.records.Taking;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Legal entities as rows. One that is there never changes, as its books say what is in them; a row
 * that says otherwise is refused.
 */
@Component
class LegalEntityRecords implements RecordKind {

  private static final List<Column> COLUMNS =
      List.of(
          Column.text("id", "编号 法人编号", "at most 64 characters"),
          Column.text("name", "名称 法人名称", "1 to 100 characters"),
          Column.list("regions", "区域", "codes of regions, divided by ;"));

  private final LegalEntities entities;
  private final Regions regions;

  LegalEntityRecords(LegalEntities entities, Regions regions) {
    this.entities = entities;
    this.regions = regions;
  }

  @Override
  public String name() {
    return "legal-entities";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public RecordsAnswer take(Actor actor, List<Stated> rows, boolean dryRun) {
    EntityTaking taking =
        new EntityTaking(
            entities.named(actor.tenant()), regions.tree(actor.tenant()), actor.scope());
    taking.all(rows);
    if (!dryRun) {
      taking.additions().forEach(entity -> entities.add(actor.tenant(), entity));
    }
    return taking.answer(dryRun);
  }

  @Override
  public void export(Actor actor, Consumer<List<String>> row) {
    entities
        .named(actor.tenant())
        .forEach(
            entity ->
                row.accept(
                    List.of(entity.id(), entity.name(), String.join(";", entity.regions()))));
  }

  private static final class EntityTaking extends Taking<Entity> {

    private final List<Entity> known;
    private final RegionTree tree;
    private final Scope scope;

    EntityTaking(List<Entity> known, RegionTree tree, Scope scope) {
      super(COLUMNS);
      this.known = new ArrayList<>(known);
      this.tree = tree;
      this.scope = scope;
    }

    @Override
    protected @Nullable Taken<Entity> take(StatedFields row) {
      PartyId id = row.required("id", null, PartyId::of);
      Entity before =
          known.stream()
              .filter(one -> id != null && one.id().equals(id.text()))
              .findFirst()
              .orElse(null);
      String name =
          row.required("name", before == null ? null : before.name(), CounterpartyTaking::name);
      List<String> where =
          row.list("regions", before == null ? List.of() : before.regions(), this::region);
      if (!(scope instanceof Scope.WholeTenant)) {
        row.refuse("id", row.text("id"), "concerns the whole company", "nothing");
      }
      if (id == null || name == null || !row.isGood()) {
        return null;
      }
      Entity entity = new Entity(id.text(), name, where);
      if (before == null) {
        return new Taken<>(id.text(), Taken.Outcome.CREATED, List.of(), entity);
      }
      if (!before.name().equals(name)) {
        row.refuse("name", name, "is not what is kept, and never changes", before.name());
      }
      if (!before.regions().equals(where)) {
        row.refuse(
            "regions",
            String.join(";", where),
            "are not what is kept, and never change",
            String.join(";", before.regions()));
      }
      return new Taken<>(id.text(), Taken.Outcome.EXISTS, List.of(), null);
    }

    private String region(String text) {
      RegionCode code = RegionCode.of(text);
      if (tree.index(code) < 0) {
        throw new IllegalArgumentException("there is no region " + text);
      }
      return code.text();
    }

    @Override
    protected void keep(Entity addition) {
      known.add(addition);
    }
  }
}
