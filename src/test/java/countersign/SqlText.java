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
 * The tables of one statement: which it reads, and of which it writes what. Knows as much of SQL as
 * the gateway's statements need. Used once, by one thread.
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
   * Reads a statement.
   *
   * @param tables the names that count
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

  /** Tables that are only read, sorted. */
  Set<String> read() {
    return read;
  }

  /**
   * Tables that are written.
   *
   * @return with the columns that an update sets; no column for any other way to write
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
        // names, operators and words that name no table
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

  /** One table, or several with commas between them. */
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

  /** What stands left of the equals signs after {@code set}. */
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
