package countersign.vault;

import java.nio.charset.StandardCharsets;

/**
 * Where a ciphertext stands; it opens nowhere else, so that nobody can move one person's answer
 * into another's row.
 *
 * @param table the table's name
 * @param row the row's primary key; parts joined by {@code /}
 * @param column the column's name
 */
public record AssociatedData(String table, String row, String column) {

  /** Refuses what could be read as two different places. */
  public AssociatedData {
    if ((table + row + column).indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A place's table, row and column hold no NUL");
    }
    if (table.isEmpty() || row.isEmpty() || column.isEmpty()) {
      throw new IllegalArgumentException("A place has a table, a row and a column");
    }
  }

  byte[] bytes() {
    return (table + '\0' + row + '\0' + column).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return table + " " + row + ", column " + column;
  }
}
