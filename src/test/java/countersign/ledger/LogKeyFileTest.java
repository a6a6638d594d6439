package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.crypto.Ed25519;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger's public key is kept beside the gateway, so that anybody there can verify. */
class LogKeyFileTest {
  @TempDir Path state;
  private final TamperAlarms alarms = new TamperAlarms();
  private final LogKey log = new LogKey("gateway.example/ledger", Ed25519.generate().getPublic());

  @Test
  void the_first_start_writes_the_key_and_later_ones_agree() throws IOException {
    LogKeyFile.keep(state.resolve("new"), log, alarms);
    LogKeyFile.keep(state.resolve("new"), log, alarms);

    assertThat(LogKey.parse(Files.readString(LogKeyFile.in(state.resolve("new"))))).isEqualTo(log);
    assertThat(alarms.raised()).isEmpty();
  }

  @Test
  void the_key_of_another_ledger_is_an_alarm_and_is_not_replaced() throws IOException {
    Files.writeString(LogKeyFile.in(state), "another\n");

    LogKeyFile.keep(state, log, alarms);

    assertThat(alarms.raised()).containsOnlyKeys("ledger.pub");
    assertThat(LogKeyFile.in(state)).hasContent("another");
  }
}
