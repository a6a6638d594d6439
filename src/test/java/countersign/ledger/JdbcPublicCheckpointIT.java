package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Verb;
import countersign.testkit.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The checkpoint in a response does not reveal how many decisions were made since the previous one.
 * Requests without a match are never decided on, so the number would reveal how many requests
 * matched.
 */
@Proves("R47")
class JdbcPublicCheckpointIT {
  private static final int MULTIPLE = 1024;

  private final World world = new World();
  private final LedgerReader reader = LedgerFixtures.readerOn(world.database(), MULTIPLE);
  private final LedgerSealer sealer =
      LedgerFixtures.sealerOn(world.database(), world.clock(), MULTIPLE);

  private EventRef record(Verb verb) {
    return world.transactions().execute(status -> world.ledger().record("x", verb));
  }

  /** Size of the checkpoint in a response that is released after this number of decisions. */
  private long sizeAfter(int decisions) {
    long before = reader.latest().map(Checkpoint::size).orElse(0L);
    for (int i = 0; i < decisions; i++) {
      record(Verb.DECLINE);
      if (i % 7 == 0) {
        sealer.seal();
      }
    }
    EventRef release = record(Verb.RELEASE);
    assertThat(reader.publicCovering(release)).isEmpty();
    sealer.seal();
    Checkpoint named = reader.publicCovering(release).orElseThrow();
    record(Verb.SEAL);
    sealer.seal();
    assertThat(reader.publicCovering(release)).as("at any later time").contains(named);
    return named.size() - before / MULTIPLE * MULTIPLE;
  }

  @Test
  void the_next_public_size_does_not_depend_on_the_number_of_decisions() {
    Set<Long> sizes = new HashSet<>();
    for (int decisions : List.of(0, 1, 40, 0, 200)) {
      sizes.add(sizeAfter(decisions));
    }

    assertThat(sizes).containsExactly((long) MULTIPLE);
    assertThat(world.count("select count(*) from pending_event")).isZero();
    assertThat(world.ledger().verified().toString()).startsWith("The ledger verifies: 5121 events");
  }

  @Test
  void a_test_exchange_gets_no_filler_events() {
    record(Verb.READ);
    EventRef release = record(Verb.RELEASE);
    world.ledger().sealer().seal();

    assertThat(world.ledger().reader().publicCovering(release).orElseThrow().size()).isEqualTo(2);
  }
}
