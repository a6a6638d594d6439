package countersign.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.TestDatabase;
import countersign.request.AcknowledgementState;
import countersign.request.Actor;
import countersign.request.FileState;
import countersign.request.RequestState;
import countersign.request.ResponseState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes states on PostgreSQL; only moves of the state machine succeed. */
class JdbcChangeIT {
  private static final String FILE = "DHS-ICE_T_20261124_0001";

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Lifecycle lifecycle = LifecycleFixtures.lifecycleOn(database, Clock.systemUTC());

  @BeforeEach
  void a_file() {
    jdbc.sql(
            """
            insert into file (id, partner, agency, environment, name, size_bytes, sealed_sha256, received_at, state)
            values (?, 'dhs-ice', 'DHS-ICE', 'T', 'x', 1, '\\x00', now(), 'RECEIVED')
            """)
        .param(FILE)
        .update();
  }

  @Test
  void rows_enter_in_a_first_state_and_no_other() {
    lifecycle.run(
        Actor.GATEWAY,
        change -> change.enterAll(rows("TAKEN"), slices(Set.of(RequestState.TAKEN))));

    assertThat(states()).containsExactly("1 TAKEN", "2 TAKEN");
    assertThatThrownBy(() -> slices(Set.of(RequestState.DRAFTED)))
        .hasMessage("SLICE does not begin as DRAFTED. Nothing was changed.");
    assertThatThrownBy(
            () ->
                lifecycle.run(
                    Actor.GATEWAY,
                    change -> change.enter(Entity.SLICE, RequestState.DRAFTED, Map.of("id", "x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_query_that_returns_a_wrong_first_state_writes_nothing() {
    assertThatThrownBy(
            () ->
                lifecycle.run(
                    Actor.GATEWAY,
                    change -> change.enterAll(rows("DRAFTED"), slices(Set.of(RequestState.TAKEN)))))
        .isInstanceOf(DataIntegrityViolationException.class);

    assertThat(states()).isEmpty();
  }

  @Test
  void only_a_second_signature_or_a_denial_signals_that_a_group_may_release_something() {
    WorkSignal signal = new WorkSignal();
    List<String> rung = new ArrayList<>();
    signal.onDecision(() -> rung.add("decision"));
    Lifecycle ringing = LifecycleFixtures.lifecycleOn(database, Clock.systemUTC(), signal);
    JdbcClient rows = JdbcClient.create(TestDatabase.tampering(database));
    rows.sql(
            "insert into request_status (id, file_id, number, request_id, state) select n::text, 'x', n, 'R-' || n, 'ENDORSED' from generate_series(1, 2) n")
        .update();
    rows.sql(
            """
            insert into response (id, file_id, group_id, partner, officers, final, state, released_at, release_event, review_by)
            values ('3', 'x', 'x/g1', 'x', '{}', false, 'UPLOADING', now(), 1, now())
            """)
        .update();

    moves(ringing, Entity.RESPONSE, "3", ResponseState.UPLOADING, ResponseState.DELIVERED);
    assertThat(rung).isEmpty();
    moves(ringing, Entity.REQUEST, "1", RequestState.ENDORSED, RequestState.COUNTERSIGNED);
    moves(ringing, Entity.REQUEST, "2", RequestState.ENDORSED, RequestState.DECLINED);
    assertThat(rung).hasSize(2);
  }

  @Test
  void a_query_moves_its_rows_and_sets_their_other_columns_in_one_statement() {
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          change.enterAll(
              new RowSource(
                  """
                  found as (select :file || '.ack.00' || n as id, :file as file_id, n as number, 'x' as partner,
                    false as takes, now() as answered_at, 'RELEASED' as state from generate_series(1, 2) n)
                  """,
                  Map.of("file", FILE)),
              new RowsToInsert(
                  Entity.ACKNOWLEDGEMENT,
                  Set.of(AcknowledgementState.RELEASED),
                  "id, file_id, number, partner, takes, answered_at",
                  "found"));
          int moved =
              change.moveWhere(
                  new RowSource("chosen as (select 2 as number)", Map.of("takes", true)),
                  new RowsToMove(
                      Entity.ACKNOWLEDGEMENT,
                      AcknowledgementState.RELEASED,
                      AcknowledgementState.SEALED,
                      "takes = :takes",
                      "chosen",
                      "chosen.number = moved.number"));
          assertThat(moved).isOne();
        });

    assertThat(
            jdbc.sql(
                    "select number || ' ' || state || ' ' || takes from acknowledgement order by number")
                .query(String.class)
                .list())
        .containsExactly("1 RELEASED false", "2 SEALED true");
  }

  @Test
  void a_move_outside_the_state_machine_is_rejected() {
    assertThatThrownBy(
            () ->
                lifecycle.run(
                    Actor.GATEWAY,
                    change ->
                        change.move(
                            Entity.FILE, FILE, Set.of(FileState.RECEIVED), FileState.ANSWERED)))
        .hasMessage("FILE does not move from RECEIVED to ANSWERED. Nothing was changed.");
    assertThatThrownBy(
            () ->
                lifecycle.run(
                    Actor.GATEWAY,
                    change ->
                        change.moveAll(
                            Entity.REQUEST,
                            List.of(FILE + "/R-1"),
                            RequestState.DRAFTED,
                            RequestState.RELEASED)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void copy_rejects_a_table_that_has_a_state() {
    BulkRows bulk = LifecycleFixtures.bulkRowsOn(database);

    assertThatThrownBy(
            () -> bulk.copy("copy slice (id, state) from stdin (format binary)", new byte[0]))
        .hasMessageStartingWith("Rows of slice have a state");
  }

  private static void moves(
      Lifecycle lifecycle, Entity entity, String id, Enum<?> from, Enum<?> to) {
    lifecycle.run(Actor.GATEWAY, change -> change.move(entity, id, Set.of(from), to));
  }

  private static RowSource rows(String state) {
    return new RowSource(
        "found as (select :file || '/' || n as id, :file as file_id, n as number, :state as state from generate_series(1, 2) n)",
        Map.of("file", FILE, "state", state));
  }

  private static RowsToInsert slices(Set<RequestState> first) {
    return new RowsToInsert(Entity.SLICE, first, "id, file_id, number", "found");
  }

  private List<String> states() {
    return jdbc.sql("select number || ' ' || state from slice order by number")
        .query(String.class)
        .list();
  }
}
