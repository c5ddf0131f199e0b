package dev.duodang.backup;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands first in a backup: what is in it and which tables it needs.
 *
 * @param format of the file; this program reads 1
 * @param kind of what the file holds; null in old files, which are backups
 * @param moment as of when everything in it is, by the database's clock, as ISO 8601
 * @param schema version of the tables, such as {@code 012}
 * @param migrations which made the tables, in order, with the checksum of each
 * @param months first days of the first and last month that the monthly tables have; empty if none
 * @param tables in an order in which each comes after those it refers to
 * @param sequences what each gave last
 */
record Head(
    int format,
    @Nullable Kind kind,
    String moment,
    String schema,
    List<Migration> migrations,
    List<String> months,
    List<Table> tables,
    Map<String, Long> sequences) {

  static final int FORMAT = 1;

  Head {
    migrations = List.copyOf(migrations);
    months = List.copyOf(months);
    tables = List.copyOf(tables);
    sequences = Map.copyOf(sequences);
  }

  /** What a file holds. */
  enum Kind {
    /** Everything as of one moment. */
    BACKUP,
    /** The rows of one month. */
    MONTH
  }

  /** One that was applied. */
  record Migration(String version, int checksum) {}

  /**
   * A table.
   *
   * @param columns in the order in which the file has them
   * @param byTenant whether each row is a tenant's
   */
  record Table(String name, List<String> columns, boolean byTenant) {
    Table {
      columns = List.copyOf(columns);
    }

    /** The columns as a statement lists them. */
    String columnList() {
      return columns.stream().map(column -> "\"" + column + "\"").collect(Collectors.joining(", "));
    }
  }
}
