package countersign.faults;

import countersign.endtoend.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Queries of the gateways' database as its superuser, beside the lines that are cut.
 *
 * @param url address of the database
 */
record Rows(String url) {
  static Rows of(DatabaseServer server) {
    return new Rows(server.url("countersign"));
  }

  /** The first column of every row. */
  List<String> list(String query) {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                url + "?connectTimeout=5&socketTimeout=20", "postgres", "");
        Statement sql = connection.createStatement();
        ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
    return rows;
  }

  long count(String query) {
    return Long.parseLong(list(query).get(0));
  }
}
