package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.authority.TestAuthority;
import countersign.delivery.SealCheats;
import countersign.demo.EmbeddedSftp;
import countersign.endtoend.OpenSshServer;
import countersign.request.FileId;
import countersign.request.ResponseId;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the sealed bytes reach the outbox, on Debian's OpenSSH and on the demo's own server. */
class UploadedBytesIT {
  @TempDir Path folder;
  @TempDir Path keys;
  private World world;
  private SealCheats cheats;
  private ResponseId response;
  private byte[] sealed;
  private OpenSshServer ssh;
  private EmbeddedSftp embedded;
  private OutboxRoute route;

  @BeforeEach
  void a_response_is_sealed() throws IOException {
    world = new World(keys);
    cheats = new SealCheats(world);
    world.approvals().holds(1);
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(World.key(file, 1));
    world.passes(Duration.ofHours(7));
    response = cheats.seals(file);
    sealed = world.jdbc().sql("select sealed_bytes from response").query(byte[].class).single();
    ssh = new OpenSshServer(folder);
  }

  @AfterEach
  void stops() throws IOException {
    route.close();
    ssh.close();
    if (embedded != null) {
      embedded.close();
    }
  }

  private void connects(String server) throws Exception {
    Path login = ssh.loginKey("ed25519");
    if (server.equals("openssh")) {
      ssh.start();
    } else {
      embedded =
          EmbeddedSftp.start(
              ssh.port(),
              System.getProperty("user.name"),
              folder.resolve("host_key"),
              folder.resolve("authorized_keys"),
              ssh.root());
    }
    route = new OutboxRoute(world, TestAuthority.PARTNER, ssh, login, folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void bytes_that_change_between_the_check_and_the_upload_never_get_their_name(String server)
      throws Exception {
    connects(server);
    route.meanwhile(
        () ->
            cheats.superuser(
                "update response set sealed_bytes = sealed_bytes || 'x', sealed_sha256 = sha256(sealed_bytes || 'x')"));

    route.uploads(response);

    assertThat(outbox()).doesNotContain(response.fileName());
    isParked("D412_SEAL_NOT_VERIFIED");
    assertThat(world.ledger().reader().history(response.toString()))
        .anySatisfy(event -> assertThat(event.facts()).containsEntry("cause", "OTHER_BYTES"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void a_foreign_file_of_the_same_name_and_size_is_not_taken_for_ours(String server)
      throws Exception {
    connects(server);
    byte[] foreign = sealed.clone();
    foreign[sealed.length / 2] ^= 1;
    Files.write(inOutbox(response.fileName()), foreign);

    route.uploads(response);

    isParked("OUTBOX_NAME_TAKEN");
    assertThat(inOutbox(response.fileName())).hasBinaryContent(foreign);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void our_own_file_of_an_earlier_upload_counts_as_delivered(String server) throws Exception {
    connects(server);
    Files.write(inOutbox(response.fileName()), sealed);

    route.uploads(response);

    isDelivered();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void other_content_under_the_temporary_name_is_replaced(String server) throws Exception {
    connects(server);
    Files.write(inOutbox("." + response.fileName() + ".part"), new byte[sealed.length * 3]);

    route.uploads(response);

    isDelivered();
  }

  private void isDelivered() throws IOException {
    assertThat(world.list("select state from response")).containsExactly("DELIVERED");
    assertThat(outbox()).containsExactly(response.fileName());
    assertThat(inOutbox(response.fileName())).hasBinaryContent(sealed);
  }

  private void isParked(String cause) {
    assertThat(world.list("select cause from work where state = 'PARKED'")).containsExactly(cause);
    assertThat(world.list("select state from response")).containsExactly("UPLOADING");
  }

  private Path inOutbox(String name) {
    return ssh.root().resolve("outbox").resolve(name);
  }

  private List<String> outbox() throws IOException {
    try (Stream<Path> files = Files.list(ssh.root().resolve("outbox"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
