package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.arrival.ArrivingFile;
import countersign.arrival.ChunkStream;
import countersign.arrival.ReceivedFile;
import countersign.request.Unavailable;
import countersign.testkit.IntakePart;
import countersign.testkit.World;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Files whose bytes come slowly, not to their end, or twice at once. */
class JdbcArrivalIT {
  private static final String ID = "DHS-ICE_T_20261124_0001";
  private static final String NAME = ID + ".req.ndjson.pgp";
  private static final int CHUNKS = 3;

  private final World world = new World();
  private final IntakePart intake = world.intake();
  private final byte[] sealed = bytes();

  @Test
  void no_transaction_is_open_while_the_bytes_come() {
    receive(
        chunk -> {
          assertThat(
                  world.count(
                      "select count(*) from pg_locks join pg_database d on d.oid = database where locktype = 'advisory' and datname = current_database()"))
              .isZero();
          assertThat(kept()).isEqualTo(chunk);
          assertThat(files()).isZero();
        });

    assertThat(files()).isOne();
    assertThat(kept()).isEqualTo(CHUNKS);
    assertThat(world.count("select count(*) from arrival")).isZero();
  }

  @Test
  void a_file_whose_receiving_died_is_taken_again() {
    dies();
    assertThat(kept()).isEqualTo(1);
    assertThat(files()).isZero();

    receive(chunk -> assertThat(kept()).isEqualTo(chunk));

    assertThat(world.list("select id from file")).containsExactly(ID);
    assertThat(kept()).isEqualTo(CHUNKS);
    assertThat(world.list("select subject from event where lower(verb) = 'receive'"))
        .containsExactly(ID);
  }

  @Test
  void what_a_dead_attempt_left_goes_with_the_next_poll_though_the_file_is_gone() {
    dies();

    intake.inbox().movedAllBut(IntakeFixtures.PARTNER, Set.of());

    assertThat(kept()).isZero();
    assertThat(world.count("select count(*) from arrival")).isZero();
  }

  @Test
  void a_transfer_that_breaks_off_leaves_nothing_and_uses_no_number_up() {
    assertThatThrownBy(
            () ->
                world
                    .intake()
                    .steps()
                    .receive(
                        new ArrivingFile(
                            new ByteArrayInputStream(sealed, 0, sealed.length - 1),
                            NAME,
                            sealed.length,
                            IntakeFixtures.PARTNER)))
        .isInstanceOf(Unavailable.class);

    assertThat(kept()).isZero();
    assertThat(files()).isZero();
    assertThat(world.count("select count(*) from arrival")).isZero();
  }

  @Test
  void whoever_was_overtaken_keeps_nothing_and_the_file_is_there_once() {
    assertThatThrownBy(
            () ->
                receive(
                    chunk -> {
                      if (chunk == 1) {
                        receive(inner -> {});
                      }
                    }))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("TRANSFER_BROKEN");

    assertThat(files()).isOne();
    assertThat(kept()).isEqualTo(CHUNKS);
    assertThat(receive(chunk -> {}).id().value()).isEqualTo(ID);
    assertThat(files()).isOne();
  }

  private void dies() {
    assertThatThrownBy(
            () ->
                receive(
                    chunk -> {
                      if (chunk == 1) {
                        throw new Killed();
                      }
                    }))
        .isInstanceOf(Killed.class);
  }

  /** Nothing catches it, as nothing catches a kill. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private interface Meanwhile {
    /** Before the chunk of that number, from 0, is handed out. */
    void before(int chunk);
  }

  private ReceivedFile receive(Meanwhile meanwhile) {
    InputStream slow =
        new ByteArrayInputStream(sealed) {
          @Override
          public synchronized byte[] readNBytes(int length) {
            if (available() > 0) {
              meanwhile.before(pos / ChunkStream.BYTES);
            }
            byte[] chunk = new byte[Math.min(length, available())];
            read(chunk, 0, chunk.length);
            return chunk;
          }
        };
    return world
        .intake()
        .steps()
        .receive(new ArrivingFile(slow, NAME, sealed.length, IntakeFixtures.PARTNER));
  }

  /** How many MiB are kept; the last one is not full. */
  private long kept() {
    return world.count("select (count(*) + 31) / 32 from file_chunk where file_id = ?", ID);
  }

  private long files() {
    return world.count("select count(*) from file");
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[CHUNKS * ChunkStream.BYTES - 17];
    new Random(1).nextBytes(bytes);
    return bytes;
  }
}
