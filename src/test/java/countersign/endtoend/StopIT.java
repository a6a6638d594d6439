package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    assertThat(inThisWorld()).as("the database at least").isNotEmpty();
    Duration took = gateway.stop();

    assertThat(took).isLessThan(Duration.ofSeconds(10));
    assertThat(Files.readString(log).substring((int) before).lines())
        .anyMatch(line -> line.contains(" INFO "))
        .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
    assertThat(inThisWorld()).isEmpty();
  }

  /** Processes whose command names this test's folder. */
  private List<String> inThisWorld() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(command -> command.contains(folder.toString()))
        .toList();
  }
}
