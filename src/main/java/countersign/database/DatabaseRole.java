package countersign.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The rights of the roles with which the gateway logs in to its database. */
public final class DatabaseRole {
  private static final String RIGHTS =
      """
      select current_user as name, rolsuper or rolcreaterole or rolreplication or rolbypassrls as administers,
        exists (select from pg_database where datname = current_database() and pg_has_role(current_user, datdba, 'member'))
          or exists (select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'member')) as owns,
        exists (select from pg_roles other where pg_has_role(current_user, other.oid, 'member') and other.rolname in
          ('pg_write_all_data', 'pg_maintain', 'pg_execute_server_program', 'pg_write_server_files', 'pg_read_server_files')) as writes_all,
        has_any_column_privilege(current_user, to_regclass('public.account_decision'), 'insert') as makes_accounts,
        has_any_column_privilege(current_user, to_regclass('public.approval'), 'insert') as decides
      from pg_roles where rolname = current_user
      """;

  private DatabaseRole() {}

  /**
   * Says in one sentence that the application's role may do more than the gateway's statements
   * need.
   *
   * @return empty if it is an ordinary role that owns nothing and makes no accounts
   */
  public static Optional<String> obstacle(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet rights = sql.executeQuery(RIGHTS)) {
      rights.next();
      String what = tooMuch(rights);
      if (what.isEmpty() && rights.getBoolean("makes_accounts")) {
        what = "may change accounts, or is a member of a role that may";
      }
      return sentence("database.user", rights.getString("name"), what, "countersign_app");
    }
  }

  /**
   * Says in one sentence that the role for accounts may do more, or less, than accounts need.
   *
   * @return empty if it may change accounts and decides nothing; also if there are no tables yet
   */
  public static Optional<String> accountsObstacle(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet rights = sql.executeQuery(RIGHTS)) {
      rights.next();
      String what = tooMuch(rights);
      if (what.isEmpty() && rights.getBoolean("decides")) {
        what = "may write approvals, or is a member of a role that may";
      }
      boolean makesAccounts = rights.getBoolean("makes_accounts");
      if (what.isEmpty() && !makesAccounts && !rights.wasNull()) {
        what = "may not change accounts";
      }
      return sentence(
          "database.accountsUser", rights.getString("name"), what, "countersign_accounts");
    }
  }

  private static String tooMuch(ResultSet rights) throws SQLException {
    return rights.getBoolean("administers")
        ? "is a superuser or may administer roles"
        : rights.getBoolean("owns")
            ? "owns the tables, or is a member of the role that owns them"
            : rights.getBoolean("writes_all") ? "may write every table or file" : "";
  }

  private static Optional<String> sentence(String key, String name, String what, String right) {
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "DATABASE_ROLE  %s · %s %s. The database must be able to refuse what the gateway must not do. Name the role %s, which deploy/postgres/roles.sh creates; only `countersign migrate` uses the owner."
                .formatted(key, name, what, right));
  }
}
