package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.operations.Inboxes;
import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Folders on the demo's own server that exist, but into which nothing can be written. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RefusedFolderIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Not even root may create a file there. */
  private static final Path UNWRITABLE = Path.of("/sys");

  @TempDir static Path folder;
  private Path root;
  private WholeGateway gateway;
  private PlayedPartner partner;

  @BeforeAll
  void starts() throws Exception {
    gateway = WholeGateway.quick(folder);
    partner = PlayedPartner.of(gateway);
    root = folder.resolve("sftp/dhs-ice");
    partner.sendsAGoodFile();
  }

  @AfterAll
  void stops() throws IOException {
    if (gateway != null) {
      gateway.close();
    }
  }

  @Test
  void an_outbox_that_may_not_be_written_is_a_closed_folder_and_no_server_that_is_down(
      CapturedOutput output) throws Exception {
    int before = output.getAll().length();
    Path outbox = root.resolve("outbox");
    Path away = Files.move(outbox, root.resolve("outbox-away"));
    Files.createSymbolicLink(outbox, UNWRITABLE);
    RequestFile file = partner.sendsAFile();

    await("the fault").atMost(PATIENCE).until(() -> "SFTP_FOLDER_CLOSED".equals(fault()));
    assertThat(output.getAll().substring(before))
        .contains("SFTP_FOLDER_CLOSED  " + file.id())
        .doesNotContain("SFTP_DOWN", "cannot be reached");

    Files.delete(outbox);
    Files.move(away, outbox);
    partner.acknowledgementOf(file.id());
    await("no fault").atMost(PATIENCE).until(() -> fault() == null);
  }

  @Test
  void a_file_that_the_archive_did_not_take_is_moved_seconds_after_it_does(CapturedOutput output)
      throws Exception {
    int before = output.getAll().length();
    Path archive = root.resolve("archive");
    Path away = Files.move(archive, root.resolve("archive-away"));
    Files.createSymbolicLink(archive, UNWRITABLE);
    RequestFile file = partner.sendsAFile();

    await("the file aside").atMost(PATIENCE).until(() -> inbox().aside().size() == 1);
    assertThat(fault()).isEqualTo("SFTP_REFUSED");
    assertThat(output.getAll().substring(before))
        .containsOnlyOnce("SFTP_REFUSED  A file of dhs-ice cannot be moved from inbox to archive")
        .doesNotContain("SFTP_DOWN");

    Files.delete(archive);
    Files.move(away, archive);
    Instant mended = Instant.now();
    partner.awaitsIn("archive", file.name());
    assertThat(Duration.between(mended, Instant.now())).isLessThan(Duration.ofSeconds(20));
    await("no fault").atMost(PATIENCE).until(() -> fault() == null && inbox().aside().isEmpty());
  }

  private Inboxes.PartnerInbox inbox() {
    return gateway.bean(Inboxes.class).look().get(0);
  }

  private String fault() {
    return inbox().fault();
  }
}
