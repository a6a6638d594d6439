package countersign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The owner runs all migrations; the application may use their tables but create none. */
class TestDatabaseIT {

  @Test
  void every_database_is_separate_and_has_all_tables() {
    JdbcClient one = JdbcClient.create(TestDatabase.fresh());
    JdbcClient other = JdbcClient.create(TestDatabase.fresh());

    one.sql("insert into work (stage, id) values ('read', 'x')").update();

    assertThat(one.sql("select count(*) from work").query(Long.class).single()).isOne();
    assertThat(other.sql("select count(*) from work").query(Long.class).single()).isZero();
  }

  @Test
  void every_table_has_one_package_that_writes_it() {
    JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    assertThat(
            names(
                jdbc,
                "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'"))
        .containsExactlyInAnyOrderElementsOf(TableOwners.TABLES.keySet());
    assertThat(
            names(
                jdbc,
                "select relname from pg_attribute join pg_class c on c.oid = attrelid where attname = 'state' and relkind = 'r' and relnamespace = 'public'::regnamespace"))
        .containsExactlyInAnyOrderElementsOf(TableOwners.WITH_STATE);
  }

  private static List<String> names(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(String.class).list();
  }

  @Test
  void the_application_role_cannot_create_a_table() {
    DataSource application = TestDatabase.fresh();

    assertThatThrownBy(
            () -> JdbcClient.create(application).sql("create table mine (id int)").update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
    JdbcClient.create(TestDatabase.asSuperuser(application))
        .sql("create table mine (id int)")
        .update();
  }
}
