package countersign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the tables that an SQL statement reads and the tables and columns that it writes.
 * Understands only the SQL that the gateway uses. An object parses one statement, in one thread.
 */
final class SqlText {
  private static final Pattern IGNORED = Pattern.compile("'(?:[^']|'')*'|--[^\n]*|\\$\\d+");
  private static final Pattern TOKEN = Pattern.compile("[a-z_][a-z0-9_]*|[^\\s]");
  private static final Set<String> END_OF_SET = Set.of("where", "from", "returning");
  private static final Set<String> AFTER_TABLE =
      Set.of(
          "where",
          "join",
          "cross",
          "left",
          "inner",
          "on",
          "using",
          "order",
          "group",
          "limit",
          "for",
          "returning",
          "union",
          "set",
          "having",
          "select",
          "values",
          "with",
          "is",
          "and",
          "or",
          "then",
          "else",
          "end",
          "when");

  private final Set<String> tables;
  private final List<String> tokens = new ArrayList<>();
  private final Set<String> read = new TreeSet<>();
  private final Map<String, Set<String>> written = new HashMap<>();

  /**
   * Parses a statement.
   *
   * @param tables names of the known tables; others are ignored
   */
  SqlText(String sql, Set<String> tables) {
    this.tables = tables;
    String bare = IGNORED.matcher(sql.toLowerCase(java.util.Locale.ROOT)).replaceAll(" ? ");
    Matcher token = TOKEN.matcher(bare);
    while (token.find()) {
      tokens.add(token.group());
    }
    for (int i = 0; i < tokens.size(); i++) {
      word(i);
    }
  }

  /** The tables that the statement only reads, sorted. */
  Set<String> read() {
    return read;
  }

  /**
   * The tables that the statement writes.
   *
   * @return for each table the columns that an update sets; no columns for any other kind of write
   */
  Map<String, Set<String>> written() {
    return written;
  }

  private void word(int i) {
    String before = i == 0 ? "" : tokens.get(i - 1);
    switch (tokens.get(i)) {
      case "from" -> {
        if (before.equals("delete")) {
          writes(i + 1, Set.of());
        } else {
          reads(i + 1);
        }
      }
      case "join", "using" -> reads(i + 1);
      case "into", "copy", "truncate" -> writes(i + 1, Set.of());
      case "update" -> {
        if (!before.equals("for") && !before.equals("do")) {
          writes(i + 1, columns(i + 2));
        }
      }
      default -> {
        // names, operators and keywords without a table
      }
    }
  }

  private String at(int i) {
    return i < tokens.size() ? tokens.get(i) : "";
  }

  private void writes(int i, Set<String> columns) {
    if (tables.contains(at(i))) {
      written.computeIfAbsent(at(i), table -> new TreeSet<>()).addAll(columns);
    }
  }

  /** Adds a table, or several separated by commas, to the tables read. */
  private void reads(int start) {
    int i = start;
    while (true) {
      while (at(i).equals("lateral") || at(i).equals("only")) {
        i++;
      }
      if (tables.contains(at(i)) && !at(i + 1).equals("(")) {
        read.add(at(i));
      }
      i = afterParenthesis(at(i).equals("(") ? i : i + 1);
      if (at(i).equals("as")) {
        i++;
      }
      if (at(i).matches("[a-z_]\\w*") && !AFTER_TABLE.contains(at(i))) {
        i = afterParenthesis(i + 1);
      }
      if (!at(i).equals(",")) {
        return;
      }
      i++;
    }
  }

  private int afterParenthesis(int start) {
    int i = start;
    int depth = 0;
    if (!at(i).equals("(")) {
      return i;
    }
    do {
      depth += at(i).equals("(") ? 1 : 0;
      depth -= at(i).equals(")") ? 1 : 0;
      i++;
    } while (depth > 0 && i < tokens.size());
    return i;
  }

  /** The columns that the {@code set} clause assigns. */
  private Set<String> columns(int start) {
    Set<String> columns = new TreeSet<>();
    int i = start;
    while (i < tokens.size() && !at(i).equals("set")) {
      i++;
    }
    boolean first = true;
    int depth = 0;
    for (i++; i < tokens.size() && depth >= 0; i++) {
      if (depth == 0 && first) {
        columns.add(at(i));
        first = false;
      } else if (depth == 0 && END_OF_SET.contains(at(i))) {
        return columns;
      } else {
        first = depth == 0 && at(i).equals(",");
      }
      depth += at(i).equals("(") ? 1 : 0;
      depth -= at(i).equals(")") ? 1 : 0;
    }
    return columns;
  }
}
