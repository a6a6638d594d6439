package countersign.lifecycle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/** {@link BulkRows} on the transaction's connection. Stateless, thread-safe. */
final class JdbcBulkRows implements BulkRows {
  private static final Set<String> WITH_STATE =
      Arrays.stream(Entity.values()).map(Entity::table).collect(Collectors.toUnmodifiableSet());

  private final DataSource dataSource;

  JdbcBulkRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void copy(String sql, byte[] block) {
    String table = sql.split("[ (]+", 3)[1];
    if (WITH_STATE.contains(table)) {
      throw new IllegalArgumentException(
          "Rows of %s have a state and enter through a change. Nothing was copied."
              .formatted(table));
    }
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
      try {
        copy.writeToCopy(block, 0, block.length);
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new SQLExceptionSubclassTranslator().translate("copy", null, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }
}
