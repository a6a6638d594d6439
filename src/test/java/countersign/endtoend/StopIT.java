package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM while work is running: the work is finished or waits for the next start, quickly and
 * without a warning.
 */
class StopIT {
  @TempDir Path folder;

  @Test
  void stopping_while_work_is_running_takes_less_than_ten_seconds_and_logs_no_warning()
      throws Exception {
    GatewayProcess gateway = new GatewayProcess(folder);
    gateway.start();
    Traffic traffic = Traffic.of(gateway.home());
    traffic.send();
    traffic.send();
    Path log = gateway.home().resolve("countersign.log");
    long before = Files.readString(log).length();
    Duration took = gateway.stop();

    assertThat(took).isLessThan(Duration.ofSeconds(10));
    assertThat(Files.readString(log).substring((int) before).lines())
        .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    assertThat(ProcessHandle.allProcesses())
        .as("processes that live in this world")
        .noneMatch(process -> process.info().commandLine().orElse("").contains(folder.toString()));
  }
}
