package countersign.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The migrations of this version: applies them, and compares a database with them. Stateless. */
public final class JdbcMigrations {
  private JdbcMigrations() {}

  /**
   * Applies every migration that the database does not have.
   *
   * @param owner connection of the role that owns the tables; stays open
   * @return how many were applied, and the version after them
   * @throws IllegalStateException if a migration fails
   */
  public static Applied apply(Connection owner) {
    try {
      MigrateResult result = flyway(owner).migrate();
      return new Applied(
          result.migrationsExecuted,
          Optional.ofNullable(result.targetSchemaVersion)
              .or(() -> Optional.ofNullable(result.initialSchemaVersion))
              .orElse("none"));
    } catch (FlywayException e) {
      throw new IllegalStateException("MIGRATION_FAILED  database · " + e.getMessage(), e);
    }
  }

  /**
   * Migrations that were applied.
   *
   * @param count how many
   * @param version the version of the schema after them
   */
  public record Applied(int count, String version) {}

  /**
   * Says in one sentence that the database lacks a migration of this version.
   *
   * @param application connection of the application's role; stays open
   * @return empty if it lacks none
   */
  public static Optional<String> obstacle(Connection application) throws SQLException {
    Flyway flyway = flyway(application);
    String needed =
        Arrays.stream(flyway.info().all())
            .map(MigrationInfo::getVersion)
            .max(Comparator.naturalOrder())
            .map(String::valueOf)
            .orElse("none");
    boolean reads = readsHistory(application);
    if (reads && flyway.info().pending().length == 0) {
      return Optional.empty();
    }
    MigrationInfo current = reads ? flyway.info().current() : null;
    return Optional.of(
        "SCHEMA_OLD  database · %s; this version of Countersign needs schema version %s. Run `countersign migrate`, then start the gateway again."
            .formatted(
                current == null
                    ? "it has no tables yet, or those of an older version"
                    : "its schema has version " + current.getVersion(),
                needed));
  }

  /** False before the first migration, and before the migration that grants this right. */
  private static boolean readsHistory(Connection application) throws SQLException {
    try (Statement sql = application.createStatement();
        ResultSet found =
            sql.executeQuery(
                "select coalesce(has_table_privilege(to_regclass('public.flyway_schema_history'), 'select'), false)")) {
      found.next();
      return found.getBoolean(1);
    }
  }

  private static Flyway flyway(Connection connection) {
    return Flyway.configure()
        .dataSource(new SingleConnectionDataSource(connection, true))
        .locations("classpath:db/migration")
        .load();
  }
}
