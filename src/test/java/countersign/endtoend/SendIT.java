package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLines;
import countersign.cli.CommandLines.Ended;
import countersign.pgp.KeyMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code seal} and {@code send} as a partner's developer uses them, with Debian's OpenSSH. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendIT {
  private static final String NAME = "DHS-ICE_T_20261124_0001.req.csv";

  @TempDir static Path folder;

  private OpenSshServer ssh;
  private Path login;
  private Path gateway;
  private Path plain;

  @BeforeAll
  void starts() throws IOException {
    ssh = new OpenSshServer(Files.createDirectories(folder.resolve("ssh")));
    login = ssh.loginKey("ed25519");
    ssh.start();
    gateway = folder.resolve("gateway.pub.asc");
    Files.write(
        gateway,
        KeyMaker.make("gateway", Instant.now().minusSeconds(60), Duration.ofDays(1))
            .certificate()
            .armoured());
    plain = Files.writeString(folder.resolve(NAME), "H,countersign/1\r\n");
  }

  @AfterAll
  void stops() throws IOException {
    ssh.close();
  }

  private Ended send(Path file, String... instead) throws IOException {
    List<Object> command = new ArrayList<>(List.of("send", file));
    command.addAll(List.of("--host", "127.0.0.1", "--port", ssh.port()));
    command.addAll(List.of("--user", System.getProperty("user.name"), "--identity", login));
    command.addAll(List.of("--host-key", instead.length > 0 ? instead[0] : hostKey()));
    return CommandLines.run(command.toArray());
  }

  private String hostKey() throws IOException {
    return Files.readString(ssh.knownHosts()).strip().split(" ", 2)[1];
  }

  private Path inbox(Path file) {
    return ssh.root().resolve("inbox").resolve(file.getFileName());
  }

  @Test
  void a_file_sealed_with_a_locked_key_is_sent_under_its_own_name() throws IOException {
    try (Gpg gpg = new Gpg(folder.resolve("gpg"))) {
      Path key = gpg.lockedKey("agency", "correct horse");
      Path right = Files.writeString(folder.resolve("right"), "correct horse\n");
      Path wrong = Files.writeString(folder.resolve("wrong"), "battery staple\n");

      assertThat(CommandLines.run("seal", plain, "--to", gateway, "--sign-with", key).err())
          .contains("without a passphrase", "--passphrase-file");
      assertThat(
              CommandLines.run(
                      "seal",
                      plain,
                      "--to",
                      gateway,
                      "--sign-with",
                      key,
                      "--passphrase-file",
                      wrong)
                  .err())
          .contains("with the passphrase in " + wrong)
          .doesNotContain("battery");
      Ended sealed =
          CommandLines.run(
              "seal", plain, "--to", gateway, "--sign-with", key, "--passphrase-file", right);

      assertThat(sealed.exit()).as(sealed.err()).isZero();
      Path file = folder.resolve(NAME + ".pgp");
      Ended sent = send(file);
      assertThat(sent)
          .isEqualTo(new Ended(0, "inbox/" + NAME + ".pgp" + System.lineSeparator(), ""));
      assertThat(inbox(file)).hasSameBinaryContentAs(file);
      assertThat(inbox(Path.of(NAME + ".pgp.part"))).doesNotExist();
    }
  }

  @Test
  void a_file_in_plaintext_is_not_sent() throws IOException {
    Ended ended = send(plain);
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains(NAME, "is not sealed (PLAINTEXT)", "Nothing was sent", "seal");
    assertThat(inbox(plain)).doesNotExist();
  }

  @Test
  void nothing_is_sent_to_a_server_with_another_host_key() throws IOException {
    String other = Files.readString(folder.resolve("ssh/login_ed25519.pub"));
    Path file = folder.resolve("other.req.csv.pgp");
    Files.write(file, sealedByHand());
    Ended ended = send(file, other);
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("shows another host key", "nothing was sent");
    assertThat(inbox(file)).doesNotExist();
  }

  @Test
  void a_file_whose_name_the_inbox_already_has_is_not_replaced() throws IOException {
    Path file = folder.resolve("twice.req.csv.pgp");
    Files.write(file, sealedByHand());
    assertThat(send(file).exit()).isZero();
    byte[] first = Files.readAllBytes(file);
    Files.write(file, sealedByHand());
    Ended ended = send(file);
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("is there already", "nothing was sent");
    assertThat(inbox(file)).hasBinaryContent(first);
    assertThat(inbox(Path.of("twice.req.csv.pgp.part"))).doesNotExist();
  }

  @Test
  void a_login_key_that_the_server_does_not_know_is_reported_in_a_sentence() throws IOException {
    Path file = folder.resolve("stranger.req.csv.pgp");
    Files.write(file, sealedByHand());
    Path stranger = folder.resolve("stranger");
    OpenSshServer.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", stranger.toString());
    Path known = login;
    login = stranger;
    try {
      Ended ended = send(file);
      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err())
          .contains("does not let " + System.getProperty("user.name") + " in", "Auth fail");
      assertThat(inbox(file)).doesNotExist();
    } finally {
      login = known;
    }
  }

  @Test
  void an_invalid_host_key_is_reported_in_a_sentence() throws IOException {
    Path file = folder.resolve("none.req.csv.pgp");
    Files.write(file, sealedByHand());
    String key = hostKey();
    for (String wrong :
        List.of(
            "ssh-ed25519 AAAA",
            "ssh-ed25519",
            "ssh-ed25519 ?",
            key.substring(0, key.length() - 8),
            key.replace("ssh-ed25519", "ssh-rsa"))) {
      Ended ended = send(file, wrong);
      assertThat(ended.exit()).as(wrong).isEqualTo(2);
      assertThat(ended.err()).as(wrong).startsWith("The host key is not a public key");
    }
  }

  private byte[] sealedByHand() throws IOException {
    Path own = folder.resolve("own.sec.asc");
    Files.writeString(
        own, KeyMaker.make("own", Instant.now().minusSeconds(60), Duration.ofDays(1)).armoured());
    Path sealed = folder.resolve("by-hand.pgp");
    Ended ended =
        CommandLines.run("seal", plain, "--to", gateway, "--sign-with", own, "-o", sealed);
    assertThat(ended.exit()).as(ended.err()).isZero();
    return Files.readAllBytes(sealed);
  }
}
