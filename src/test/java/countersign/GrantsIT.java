package countersign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application's role has the rights that the gateway's statements need, and no other. */
class GrantsIT {
  /** Tables whose rights this comparison leaves out, because other statements decide them. */
  private static final Set<String> ELSEWHERE =
      Set.of("scheduled_tasks"); // db-scheduler's own statements

  private static final Path MAIN = Path.of("src/main/java/countersign");

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.asSuperuser(TestDatabase.fresh()));

  @Test
  void every_right_is_used_by_a_statement_and_every_statement_has_its_rights() {
    Set<String> used =
        StatementUses.of(SourceTexts.below(MAIN, List.of("demo", "accounts")), tables());
    // "for share" needs the right to change one column; this one takes no value but its default.
    used.add("update arrival.attempt");
    // "run" asks Flyway whether the schema is of its own version.
    used.add("select flyway_schema_history");

    assertThat(granted("countersign_app")).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void the_role_for_accounts_has_the_rights_of_its_package_and_records_events() {
    Set<String> used =
        StatementUses.of(SourceTexts.below(MAIN.resolve("accounts"), List.of()), tables());
    used.removeAll(
        StatementUses.of(SourceTexts.below(MAIN.resolve("database"), List.of()), tables()));
    used.addAll(
        List.of(
            "select event",
            "insert event.at",
            "insert event.bytes",
            "insert event.subject",
            "insert event.verb",
            "select pending_event",
            "insert pending_event.event_id"));

    assertThat(granted("countersign_accounts")).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void the_application_reads_no_hash_of_a_password_and_no_sealed_key() {
    assertThat(
            rights(
                """
                select table_name || '.' || column_name from information_schema.column_privileges
                where grantee = 'countersign_app' and table_name in ('account', 'signing_key', 'made_passkey')
                """))
        .containsExactlyInAnyOrder(
            "account.account", "account.roles", "account.version", "account.disabled_at");
  }

  @Test
  void no_role_inserts_a_number_that_the_database_gives() {
    assertThat(
            rights(
                """
                select p.grantee || ' ' || c.table_name || '.' || c.column_name
                from information_schema.columns c join information_schema.column_privileges p using (table_schema, table_name, column_name)
                where c.is_identity = 'YES' and p.privilege_type = 'INSERT' and p.grantee in ('countersign_app', 'countersign_accounts')
                """))
        .isEmpty();
  }

  private static Set<String> tables() {
    Set<String> tables = new TreeSet<>(TableOwners.TABLES.keySet());
    tables.removeAll(ELSEWHERE);
    return tables;
  }

  @Test
  void the_library_that_times_work_has_the_four_rights_that_it_uses() {
    assertThat(
            rights(
                """
                select lower(privilege_type) from information_schema.role_table_grants
                where grantee = 'countersign_app' and table_name = 'scheduled_tasks'
                """))
        .containsExactlyInAnyOrder("select", "insert", "update", "delete");
  }

  @Test
  void only_the_function_that_destroys_keys_runs_with_the_owners_rights_for_the_application() {
    assertThat(
            rights(
                """
                select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
                  and has_function_privilege('countersign_app', oid, 'execute')
                """))
        .containsExactly("destroy_key");
  }

  private Set<String> granted(String role) {
    Set<String> granted = new TreeSet<>();
    granted.addAll(
        rights(
            """
            select lower(privilege_type) || ' ' || table_name from information_schema.role_table_grants
            where grantee = '%s' and privilege_type not in ('INSERT', 'UPDATE')
            """
                .formatted(role)));
    granted.addAll(
        rights(
            """
            select 'select ' || table_name from information_schema.column_privileges
            where grantee = '%s' and privilege_type = 'SELECT'
            """
                .formatted(role)));
    granted.addAll(
        rights(
            """
            select lower(privilege_type) || ' ' || table_name || '.' || column_name from information_schema.column_privileges
            where grantee = '%s' and privilege_type in ('INSERT', 'UPDATE')
            """
                .formatted(role)));
    granted.removeIf(right -> ELSEWHERE.contains(right.split("[ .]", -1)[1]));
    return granted;
  }

  private List<String> rights(String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }
}
