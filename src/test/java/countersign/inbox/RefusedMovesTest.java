package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a folder that refused a file is tried again. */
class RefusedMovesTest {
  private static final Optional<String> ARCHIVE = Optional.of("archive");
  private final SettableClock clock = new SettableClock();
  private final RefusedMoves moves = new RefusedMoves("dhs-ice", clock);

  @Test
  void a_folder_that_refused_a_file_is_tried_again_after_seconds() {
    moves.refused("archive", SftpFault.SFTP_FOLDER_CLOSED);
    assertThat(moves.rests(ARCHIVE)).isTrue();
    assertThat(moves.rests(Optional.empty())).isTrue();
    assertThat(moves.rests(Optional.of("rejected"))).isFalse();
    assertThat(moves.fault()).contains(SftpFault.SFTP_FOLDER_CLOSED);

    clock.passes(Duration.ofSeconds(5));
    assertThat(moves.rests(ARCHIVE)).isFalse();
    assertThat(moves.fault()).contains(SftpFault.SFTP_FOLDER_CLOSED);
  }

  @Test
  void the_first_file_that_is_moved_again_ends_the_fault() {
    moves.refused("archive", SftpFault.SFTP_REFUSED);
    moves.worked("archive");
    assertThat(moves.rests(ARCHIVE)).isFalse();
    assertThat(moves.fault()).isEmpty();
  }
}
