package countersign.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which process counts as a database that a killed run left behind; {@code sleep} stands in for
 * PostgreSQL.
 */
class EmbeddedDatabaseTest {
  @TempDir Path folder;

  private Path data;
  private Path programs;
  private Process process;

  @BeforeEach
  void folders() throws IOException {
    data = Files.createDirectories(folder.resolve("postgres/data"));
    programs = Files.createDirectories(folder.resolve("programs/bin"));
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private void runs(Path program, Path workingFolder) throws IOException {
    // Restores the default handling of SIGINT, which a background test run passes on as ignored;
    // PostgreSQL installs its own handler.
    process =
        new ProcessBuilder("env", "--default-signal=INT", program.toString(), "60")
            .directory(workingFolder.toFile())
            .start();
    Path real = program.toRealPath();
    Awaitility.await()
        .until(() -> process.info().command().map(Path::of).equals(Optional.of(real)));
    Files.writeString(data.resolve("postmaster.pid"), process.pid() + "\n" + data + "\n");
  }

  private Path ours() throws IOException {
    Path program = Files.copy(Path.of("/bin/sleep").toRealPath(), programs.resolve("postgres"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private void stopOrphan() throws IOException {
    EmbeddedDatabase.stopOrphan(folder.resolve("postgres"), folder.resolve("programs"));
    assertThat(data.resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void our_own_program_with_this_data_is_stopped() throws Exception {
    runs(ours(), data);
    stopOrphan();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void another_program_with_the_recorded_process_id_is_not_stopped() throws Exception {
    runs(Path.of("/bin/sleep"), data);
    stopOrphan();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void the_server_of_the_original_of_a_copied_folder_is_not_stopped() throws Exception {
    runs(ours(), Files.createDirectories(folder.resolve("original/data")));
    stopOrphan();
    assertThat(process.isAlive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a number\n", "-1\n", "999999999\n"})
  void a_pid_file_that_names_no_process_is_deleted(String content) throws IOException {
    Files.writeString(data.resolve("postmaster.pid"), content);
    stopOrphan();
  }

  @Test
  void a_new_world_has_nothing_to_stop() throws IOException {
    EmbeddedDatabase.stopOrphan(folder.resolve("nowhere"), folder.resolve("nothing"));
  }
}
