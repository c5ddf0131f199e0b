package dev.duodang.customer;

import dev.duodang.customer.Customers.Entry;
import dev.duodang.pricing.order.Code;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.records.History;
import dev.duodang.records.StatedFields;
import dev.duodang.records.Taken;
import dev.duodang.records.Taking;
import dev.duodang.records.Version;
import dev.duodang.records.Versioned;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes rows of customers. */
final class CustomerTaking extends Taking<Version<Entry>> {

  static final List<Versioned.Field<Entry>> FIELDS =
      List.of(
          new Versioned.Field<>("name", Entry::name),
          new Versioned.Field<>("class", Entry::customerClass));

  private final Map<String, History<Entry>> known;
  private final Map<String, History<Entry>> added = new HashMap<>();
  private final Versioned<Entry> versions;

  CustomerTaking(Map<String, History<Entry>> known, Versioned<Entry> versions) {
    super(CustomerRecords.COLUMNS);
    this.known = known;
    this.versions = versions;
  }

  private @Nullable History<Entry> find(String id) {
    History<Entry> own = added.get(id);
    return own == null ? known.get(id) : own;
  }

  @Override
  protected @Nullable Taken<Version<Entry>> take(StatedFields row) {
    PartyId id = row.required("id", null, PartyId::of);
    if (id == null) {
      return null;
    }
    History<Entry> history = find(id.text());
    LocalDate from = versions.from(row, history);
    Entry before =
        history == null ? null : history.nearest(from == null ? LocalDate.MIN : from).content();
    String name = row.required("name", before == null ? null : before.name(), CustomerTaking::name);
    String customerClass =
        row.value(
            "class", before == null ? null : before.customerClass(), text -> Code.of(text).text());
    return name == null
        ? null
        : versions.taken(id.text(), row, history, from, new Entry(id.text(), name, customerClass));
  }

  private static String name(String text) {
    if (text.length() > 100 || text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a name has 1 to 100 characters");
    }
    return text;
  }

  @Override
  protected void keep(Version<Entry> addition) {
    String id = addition.content().id();
    History<Entry> history = find(id);
    added.put(id, history == null ? History.of(List.of(addition)) : history.with(addition));
  }
}
