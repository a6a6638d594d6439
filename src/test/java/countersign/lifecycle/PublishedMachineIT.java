package countersign.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TestDatabase;
import countersign.request.AcknowledgementState;
import countersign.request.FileState;
import countersign.request.RequestState;
import countersign.request.ResponseState;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database's state machine is the one in {@link Transitions}. */
class PublishedMachineIT {
  private static final Map<Entity, Class<? extends Enum<?>>> STATES =
      Map.of(
          Entity.FILE, FileState.class,
          Entity.REQUEST, RequestState.class,
          Entity.SLICE, RequestState.class,
          Entity.RESPONSE, ResponseState.class,
          Entity.ACKNOWLEDGEMENT, AcknowledgementState.class,
          Entity.CUSTODY, ResponseState.class,
          Entity.RECALL_NOTICE, AcknowledgementState.class);

  @Test
  void the_table_has_exactly_the_moves_of_the_code() {
    Set<String> moves = new TreeSet<>();
    for (Entity entity : Entity.values()) {
      moves.addAll(MachineFixtures.moves(STATES.get(entity), entity));
    }
    JdbcClient jdbc = JdbcClient.create(TestDatabase.asSuperuser(TestDatabase.fresh()));

    assertThat(
            jdbc.sql("select entity || ' ' || from_state || ' ' || to_state from transition")
                .query(String.class)
                .list())
        .hasSizeGreaterThan(30)
        .containsExactlyInAnyOrderElementsOf(moves);
  }
}
