package countersign.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The rights of the role with which the gateway logs in to its database. */
public final class DatabaseRole {
  private static final String RIGHTS =
      """
      select current_user as name, rolsuper or rolcreaterole or rolreplication or rolbypassrls as administers,
        exists (select from pg_database where datname = current_database() and pg_has_role(current_user, datdba, 'member'))
          or exists (select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'member')) as owns,
        exists (select from pg_roles other where pg_has_role(current_user, other.oid, 'member') and other.rolname in
          ('pg_write_all_data', 'pg_maintain', 'pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files')) as writes_all
      from pg_roles where rolname = current_user
      """;

  private DatabaseRole() {}

  /**
   * Says in one sentence that the role may do more than the gateway's statements need.
   *
   * @return empty if it is an ordinary role that owns nothing
   */
  public static Optional<String> obstacle(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet rights = sql.executeQuery(RIGHTS)) {
      rights.next();
      String what =
          rights.getBoolean("administers")
              ? "is a superuser or may administer roles"
              : rights.getBoolean("owns")
                  ? "owns the tables, or is a member of the role that owns them"
                  : rights.getBoolean("writes_all") ? "may write every table or file" : "";
      return what.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "DATABASE_ROLE  database.user · %s %s. The database must be able to refuse what the gateway must not do. Name the role countersign_app, which deploy/postgres/roles.sh creates; only `countersign migrate` uses the owner."
                  .formatted(rights.getString("name"), what));
    }
  }
}
