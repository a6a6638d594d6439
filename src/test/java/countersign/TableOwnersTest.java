package countersign;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TableOwners.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks the list of tables and that it detects a statement that violates it. */
class TableOwnersTest {
  private static final Caller INTAKE = new Caller("intake", "");
  private static final Caller DELIVERY = new Caller("delivery", "");

  @Test
  void no_package_reads_a_table_of_a_later_package() {
    List<String> order = DependencyRulesTest.order();
    assertThat(order).containsAll(TableOwners.packages());
    TableOwners.TABLES.forEach(
        (table, owner) ->
            assertThat(owner.readers())
                .as("readers of %s, which %s writes", table, owner.writer())
                .allMatch(
                    reader ->
                        reader.equals(TableOwners.LIFECYCLE) // looks for rows that nothing moves
                            || order.indexOf(reader) > order.indexOf(owner.writer())));
  }

  @Test
  void a_statement_that_sets_a_state_outside_lifecycle_is_detected() {
    assertThat(problems("update file set name = 'x', state = ? where id = ?", INTAKE))
        .containsExactly("intake sets the state of file");
    assertThat(
            problems(
                "with a as (insert into slice (id) select 1) select * from request_status s, a",
                INTAKE))
        .containsExactly("intake sets the state of slice");
    assertThat(problems("copy request_status (id, state) from stdin (format binary)", INTAKE))
        .containsExactly("intake sets the state of request_status");
    assertThat(problems("insert into work (stage, id) values (?, ?)", DELIVERY))
        .containsExactly("delivery sets the state of work", "delivery writes work of lifecycle");
  }

  @Test
  void lifecycle_sets_states_for_any_package_and_other_columns_only_for_their_owner() {
    String move = "update request_status set state = ?, version = version + 1 where id = ?";
    String more = "update request_status moved set state = :a, changed_at = :now where (x = 1)";
    assertThat(problems(move, new Caller("lifecycle", "delivery"))).isEmpty();
    assertThat(problems(more, new Caller("lifecycle", "intake"))).isEmpty();
    assertThat(problems(more, new Caller("lifecycle", "delivery")))
        .containsExactly("delivery by way of lifecycle writes request_status of intake");
    assertThat(
            problems("select state from account where id = ?", new Caller("lifecycle", "intake")))
        .containsExactly("intake by way of lifecycle reads account of accounts");
  }

  @Test
  void a_package_that_uses_another_packages_table_is_detected() {
    assertThat(problems("update file set acknowledged_at = ? where id = ?", DELIVERY))
        .containsExactly("delivery writes file of intake");
    assertThat(problems("delete from request_group using file f where true", DELIVERY))
        .containsExactly("delivery writes request_group of intake");
    assertThat(
            problems(
                "select 1 from file f, (select 1) as y (n), response where exists (select from draft)",
                INTAKE))
        .containsExactly("intake reads draft of approval", "intake reads response of delivery");
    assertThat(problems("select request from response_item ri join draft d using (id)", DELIVERY))
        .containsExactly("delivery reads draft of approval");
  }

  @Test
  void names_that_are_not_tables_are_ignored() {
    assertThat(
            problems(
                """
                select extract(epoch from at), substring(x from 1 for 2) -- from stop
                from file where name is distinct from 'from stop' for update of stop
                """,
                INTAKE))
        .isEmpty();
    assertThat(
            new SqlText(
                    "insert into account as a (b) values (1) on conflict (b) do update set state = 1",
                    Set.of("account"))
                .written())
        .isEqualTo(Map.of("account", Set.of()));
  }

  private static List<String> problems(String sql, Caller caller) {
    return TableOwners.problems(sql, caller).stream().sorted().toList();
  }
}
