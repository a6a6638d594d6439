package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TestDatabase;
import countersign.database.DatabaseRole;
import countersign.database.JdbcMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code run} asks of its database before it starts, and what {@code migrate} does to it. */
class DatabaseBeforeStartIT {

  @Test
  void the_application_role_with_a_current_schema_may_start() throws SQLException {
    try (Connection application = TestDatabase.fresh().getConnection()) {
      assertThat(DatabaseRole.obstacle(application)).isEmpty();
      assertThat(JdbcMigrations.obstacle(application)).isEmpty();
    }
  }

  @Test
  void a_superuser_an_owner_a_member_of_the_owner_and_a_creator_of_roles_are_refused()
      throws SQLException {
    DataSource application = TestDatabase.fresh();
    try (Connection superuser = TestDatabase.asSuperuser(application).getConnection();
        Statement sql = superuser.createStatement()) {
      assertThat(DatabaseRole.obstacle(superuser).orElseThrow())
          .startsWith("DATABASE_ROLE  database.user · postgres is a superuser")
          .contains("countersign migrate");
      sql.execute("create role hidden_member; grant countersign_owner to hidden_member");
      sql.execute("create role writer; grant pg_write_all_data to writer");
      sql.execute("create role maker createrole");
      assertThat(as(superuser, "countersign_owner")).contains("may administer roles");
      assertThat(as(superuser, "hidden_member")).contains("member of the role that owns them");
      assertThat(as(superuser, "writer")).contains("may write every table");
      assertThat(as(superuser, "maker")).contains("may administer roles");
      assertThat(as(superuser, "countersign_app")).isEmpty();
      sql.execute("drop role hidden_member, writer, maker");
    }
  }

  @Test
  void each_of_the_two_roles_is_refused_in_the_place_of_the_other() throws SQLException {
    DataSource application = TestDatabase.fresh();
    try (Connection app = application.getConnection();
        Connection accounts = TestDatabase.accounts(application).getConnection();
        Connection superuser = TestDatabase.asSuperuser(application).getConnection();
        Statement sql = superuser.createStatement()) {
      assertThat(DatabaseRole.accountsObstacle(accounts)).isEmpty();
      assertThat(DatabaseRole.accountsObstacle(app).orElseThrow())
          .startsWith("DATABASE_ROLE  database.accountsUser · countersign_app may write approvals");
      assertThat(DatabaseRole.obstacle(accounts).orElseThrow())
          .startsWith("DATABASE_ROLE  database.user · countersign_accounts may change accounts");
      sql.execute(
          "create role all_rights; grant countersign_app, countersign_accounts to all_rights");
      sql.execute("create role no_rights");
      assertThat(as(superuser, "all_rights")).contains("may change accounts");
      assertThat(as(superuser, "no_rights", DatabaseRole::accountsObstacle))
          .contains("may not change accounts")
          .contains("Name the role countersign_accounts");
      assertThat(as(superuser, "countersign_owner", DatabaseRole::accountsObstacle))
          .contains("may administer roles");
      sql.execute("drop role all_rights, no_rights");
    }
  }

  private static String as(Connection superuser, String role) throws SQLException {
    return as(superuser, role, DatabaseRole::obstacle);
  }

  private interface Question {
    Optional<String> of(Connection connection) throws SQLException;
  }

  private static String as(Connection superuser, String role, Question question)
      throws SQLException {
    try (Statement sql = superuser.createStatement()) {
      sql.execute("set role " + role);
      String said = question.of(superuser).orElse("");
      sql.execute("reset role");
      return said;
    }
  }

  @Test
  void a_stop_that_was_lifted_without_signatures_under_an_older_schema_stands_again()
      throws SQLException {
    DataSource database = TestDatabase.empty();
    Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/migration")
        .target("26")
        .load()
        .migrate();
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql(
            """
            insert into stop (scope, value, reason, set_by, set_at, lifted_by, lifted_at, lift_reason) values
              ('ALL', '*', 'first', 'carol', now(), 'paul', '2026-11-24T14:00:00Z', 'vacated'),
              ('ALL', '*', 'second', 'carol', now(), null, null, null)
            """)
        .update();

    try (Connection owner = database.getConnection()) {
      JdbcMigrations.apply(owner);
    }

    assertThat(
            jdbc.sql("select stop || ' ' || lifted_by || ' ' || reason from stop_lift")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void an_older_schema_and_an_empty_database_are_refused_in_words_and_migrate_ends_that()
      throws SQLException {
    try (Connection owner = TestDatabase.empty().getConnection()) {
      assertThat(JdbcMigrations.obstacle(owner).orElseThrow())
          .startsWith("SCHEMA_OLD  database · it has no tables yet, or those of an older version;")
          .endsWith("Run `countersign migrate`, then start the gateway again.");

      JdbcMigrations.Applied all = JdbcMigrations.apply(owner);
      assertThat(all.count()).isGreaterThan(15);
      assertThat(JdbcMigrations.obstacle(owner)).isEqualTo(Optional.empty());
      assertThat(JdbcMigrations.apply(owner))
          .isEqualTo(new JdbcMigrations.Applied(0, all.version()));

      try (Statement sql = owner.createStatement()) {
        sql.execute(
            "delete from flyway_schema_history where version = '%s'".formatted(all.version()));
      }
      assertThat(JdbcMigrations.obstacle(owner).orElseThrow())
          .contains("its schema has version")
          .contains("needs schema version " + all.version());
    }
  }
}
