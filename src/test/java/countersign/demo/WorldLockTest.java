package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Only one process uses a world, and its ports are free; otherwise the user gets an error message.
 */
class WorldLockTest {
  @TempDir Path home;

  @Test
  void a_second_process_gets_an_error_until_the_first_has_ended() throws Exception {
    try (WorldLock first = WorldLock.take(home)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> WorldLock.take(home))
          .isInstanceOf(WorldLock.Occupied.class)
          .hasMessageContaining("A demo is already running in " + home)
          .hasMessageContaining("--var");
    }
    WorldLock.take(home).close();
  }

  @Test
  void a_taken_port_is_reported_with_the_option_that_changes_it() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> WorldLock.ports(Map.of("--sftp-port", port)))
          .isInstanceOf(WorldLock.Occupied.class)
          .hasMessage(
              "Another program uses port %d. Stop that program, or choose another port with --sftp-port.",
              port);
    }
  }

  @Test
  void zero_gives_a_free_port_and_any_other_number_is_kept() throws Exception {
    assertThat(WorldLock.free(2222)).isEqualTo(2222);
    WorldLock.ports(Map.of("--http-port", WorldLock.free(0)));
  }
}
