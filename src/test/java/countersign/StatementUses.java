package countersign;

import countersign.lifecycle.MachineFixtures;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rights that the gateway's SQL needs, read from its source: {@code select file}, {@code insert
 * file.id}, {@code update file.name}, {@code delete work}. {@code lifecycle} builds the statements
 * that set a state from a table's name and the caller's columns; those are read at the caller.
 */
final class StatementUses {
  private static final Pattern ENTER = Pattern.compile("change\\.enter\\(\\s*Entity\\.(\\w+)");
  private static final Pattern COLUMN = Pattern.compile("columns\\.put\\(\\s*\"(\\w+)\"");
  private static final Pattern BULK =
      Pattern.compile(
          "new (RowsToInsert|RowsToMove)\\(\\s*Entity\\.(\\w+),[^\"]*?(?:\"\"\"((?s:.*?))\"\"\"|\"([^\"]*)\")");
  private static final String NAMES = "\\(([a-z0-9_,\\s]+?)\\)";
  private static final Pattern INSERT =
      Pattern.compile("(?:insert into|copy) ([a-z_]+)(?: as [a-z]+)?\\s*" + NAMES);
  private static final Pattern CONFLICT =
      Pattern.compile(
          "insert into ([a-z_]+)\\b(?:(?!insert into).)*?\\bdo update\\s+set\\s+(.*)",
          Pattern.DOTALL);
  private static final Pattern ASSIGNED = Pattern.compile("(?:^|,)\\s*([a-z_]+)\\s*=(?!=)");
  private static final Pattern NEEDS_TO_READ =
      Pattern.compile("\\breturning\\b|\\bon conflict \\(|\\bwhere\\b");

  private final Set<String> tables;
  private final Set<String> uses = new TreeSet<>();

  private StatementUses(Set<String> tables) {
    this.tables = tables;
  }

  /** The rights that every statement of the sources needs together. */
  static Set<String> of(SourceTexts sources, Set<String> tables) {
    StatementUses found = new StatementUses(tables);
    sources.all().forEach(text -> found.statement(text.toLowerCase(Locale.ROOT)));
    sources.files().forEach(found::callerOfLifecycle);
    for (String table : MachineFixtures.tables()) {
      found.statement("select state from %s for update".formatted(table));
      found.statement("insert into %s (state) values (1)".formatted(table));
      found.statement("update %s set state = 1, version = 1 where id = 1".formatted(table));
    }
    return found.uses;
  }

  private void callerOfLifecycle(String source) {
    Matcher enter = ENTER.matcher(source);
    if (enter.find()) {
      String table = MachineFixtures.table(enter.group(1));
      COLUMN.matcher(source).results().forEach(put -> columns("insert ", table, put.group(1)));
    }
    Matcher bulk = BULK.matcher(source);
    while (bulk.find()) {
      String table = MachineFixtures.table(bulk.group(2));
      String text = bulk.group(3) == null ? bulk.group(4) : bulk.group(3);
      statement(
          bulk.group(1).equals("RowsToInsert")
              ? "insert into %s (%s) select 1".formatted(table, text)
              : "update %s moved set %s where id = 1".formatted(table, text));
    }
  }

  private void statement(String sql) {
    SqlText text = new SqlText(sql, tables);
    for (String table : text.read()) {
      uses.add("select " + table);
    }
    for (Map.Entry<String, Set<String>> written : text.written().entrySet()) {
      written.getValue().forEach(column -> uses.add("update " + written.getKey() + "." + column));
      if (NEEDS_TO_READ.matcher(sql).find()) {
        uses.add("select " + written.getKey());
      }
      if (sql.contains("delete from " + written.getKey())) {
        uses.add("delete " + written.getKey());
      }
    }
    Matcher insert = INSERT.matcher(sql);
    while (insert.find()) {
      columns("insert ", insert.group(1), insert.group(2));
    }
    Matcher conflict = CONFLICT.matcher(sql);
    if (conflict.find() && tables.contains(conflict.group(1))) {
      Matcher assigned =
          ASSIGNED.matcher(conflict.group(2).split("\\bwhere\\b|\\breturning\\b", -1)[0]);
      while (assigned.find()) {
        uses.add("update " + conflict.group(1) + "." + assigned.group(1));
      }
    }
  }

  private void columns(String right, String table, String names) {
    if (tables.contains(table)) {
      Arrays.stream(names.split(",", -1))
          .map(String::strip)
          .forEach(column -> uses.add(right + table + "." + column));
    }
  }
}
