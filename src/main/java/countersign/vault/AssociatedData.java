package countersign.vault;

import java.nio.charset.StandardCharsets;

/**
 * The database cell to which a ciphertext is bound. Decryption fails in any other cell, so a person
 * with write access cannot move one taxpayer's answer into another row.
 *
 * @param table table name
 * @param row primary key of the row; its parts are joined by {@code /}
 * @param column column name
 */
public record AssociatedData(String table, String row, String column) {

  /**
   * Refuses names that could be read as two different cells.
   *
   * @throws IllegalArgumentException if a part contains NUL or is empty
   */
  public AssociatedData {
    if ((table + row + column).indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "Table, row and column of a ciphertext must not contain NUL");
    }
    if (table.isEmpty() || row.isEmpty() || column.isEmpty()) {
      throw new IllegalArgumentException("A ciphertext needs a table, a row and a column");
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
