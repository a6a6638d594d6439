package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** A partner's server is away, breaks connections or shows another host key: no file is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class PartnerServerIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir static Path folder;
  private OpenSshServer ssh;
  private SlowLine line;
  private WholeGateway gateway;
  private PlayedPartner partner;
  private Desk desk;
  private Path login;

  @BeforeAll
  void starts() throws Exception {
    ssh = new OpenSshServer(Files.createDirectories(folder.resolve("ssh")));
    login = folder.resolve("login");
    signsInWith("ed25519");
    line = new SlowLine(ssh.port());
    ssh.start();
    String hosts =
        Files.readString(ssh.knownHosts()).replace("]:" + ssh.port(), "]:" + line.port());
    Path known = Files.writeString(folder.resolve("known_hosts"), hosts);
    gateway =
        WholeGateway.start(
            folder.resolve("demo"),
            config -> {
              pointAt(config.resolve("partners/dhs-ice.yaml"), known);
              allowsLongFiles(config.resolve("agreements/irs-ice-2025.yaml"));
            },
            "--countersign.inbox-poll-millis=200",
            "--countersign.inbox-still-millis=1000");
    partner = new PlayedPartner(gateway, ssh.root());
    desk = new Desk(gateway);
  }

  private void pointAt(Path document, Path known) throws IOException {
    String text =
        Files.readString(document)
            .replaceAll("(?m)^port: .*", "port: " + line.port())
            .replaceAll("(?m)^user: .*", "user: " + System.getProperty("user.name"))
            .replaceAll("(?m)^privateKeyFile: .*", "privateKeyFile: " + login)
            .replaceAll("(?m)^knownHostsFile: .*", "knownHostsFile: " + known);
    Files.writeString(document, text);
  }

  /** Raises the limits, because a slow connection matters only with a long file. */
  private static void allowsLongFiles(Path agreement) throws IOException {
    Files.writeString(
        agreement,
        Files.readString(agreement)
            .replaceAll("(?m)^( +\\w+(?:Subjects|Requests):) .*", "$1 10000"));
    WholeGateway.signs(folder.resolve("demo"), agreement);
  }

  private void signsInWith(String type) throws IOException {
    Path key = ssh.loginKey(type);
    Files.copy(key, login, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void restore_the_connection() {
    line.mend();
  }

  @AfterAll
  void stops() throws IOException {
    if (gateway != null) {
      gateway.close();
    }
    line.close();
    ssh.close();
  }

  @Test
  void the_gateway_signs_in_with_an_rsa_key_and_with_an_ed25519_key() throws Exception {
    partner.sendsAGoodFile();
    ssh.kill();
    Files.writeString(folder.resolve("ssh/authorized_keys"), "");
    signsInWith("rsa");
    ssh.start();
    partner.sendsAGoodFile();
  }

  @Test
  void an_interrupted_download_leaves_nothing_behind() throws Exception {
    RequestFile file = partner.asksAbout(400);
    byte[] sealed = partner.seals(file.bytes());
    line.slowDownTo(sealed.length / 4);
    partner.drops(file.name(), sealed);
    partner.countsOn();
    await("half of the file").atMost(PATIENCE).until(() -> line.passed() > sealed.length / 2);
    line.cut();
    await("the broken poll").atMost(PATIENCE).until(() -> !fault().isEmpty());
    assertThat(desk.call("olsen", "/files/" + file.id(), null).statusCode()).isEqualTo(404);
    assertThat(partner.inbox(file.name())).hasBinaryContent(sealed);
    line.mend();
    JsonNode answer = partner.acknowledgementOf(file.id());

    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("ACCEPTED");
    assertThat(answer.path("counts").path("requests").asInt()).isEqualTo(400);
    assertThat(answer.path("sealedSha256").asString()).isEqualTo(RequestFile.sha256(sealed));
    partner.awaitsIn("archive", file.name());
    partner.sendsAGoodFile();
  }

  // First, because a work list shows the 500 oldest cases and the other long file brings 400.
  @Test
  @Order(1)
  void an_interrupted_upload_is_invisible_to_the_partner_until_it_is_complete() throws Exception {
    RequestFile file = partner.asksAbout(400);
    partner.drops(file.name(), partner.seals(file.bytes()));
    partner.countsOn();
    partner.awaitsIn("archive", file.name());
    desk.waitingFor("adams", file.id());
    line.slowDownTo(60_000);
    desk.bothSign(file.id());
    await("a part of the response").atMost(PATIENCE).until(() -> part(file.id()) > 50_000);
    line.cut();

    await("the upload's failure")
        .atMost(PATIENCE)
        .until(() -> desk.get("olsen", "/queues").toString().contains("\"waiting\":1"));
    assertThat(partner.lists("outbox", file.id() + ".rsp")).isEmpty();
    line.mend();
    await("the response")
        .atMost(PATIENCE)
        .until(() -> partner.lists("outbox", file.id() + ".rsp").size() == 1);
    byte[] response =
        Files.readAllBytes(partner.outbox(partner.lists("outbox", file.id() + ".rsp").get(0)));
    assertThat(partner.opensAsOfficer(response)).containsOnlyOnce("\"outcome\":\"DISCLOSED\"");
    assertThat(partner.lists("outbox", ".")).isEmpty();
    assertThat(partner.lists("outbox", file.id())).hasSize(2);
    partner.sendsAGoodFile();
  }

  @Test
  void a_file_that_disappears_between_listing_and_reading_is_read_when_it_is_back()
      throws Exception {
    RequestFile before = partner.asksAbout(400);
    partner.countsOn();
    RequestFile file = partner.asksAbout(1);
    partner.countsOn();
    byte[] large = partner.seals(before.bytes());
    byte[] sealed = partner.seals(file.bytes());
    line.slowDownTo(large.length / 4);
    partner.drops(file.name(), sealed);
    partner.drops(before.name(), large);
    await("the file before it").atMost(PATIENCE).until(() -> line.passed() > large.length / 2);
    Files.delete(partner.inbox(file.name()));
    line.mend();

    partner.awaitsIn("archive", before.name());
    assertThat(desk.call("olsen", "/files/" + file.id(), null).statusCode()).isEqualTo(404);
    partner.drops(file.name(), sealed);

    JsonNode answer = partner.acknowledgementOf(file.id());
    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("ACCEPTED");
    partner.awaitsIn("archive", file.name());
  }

  @Test
  void a_server_with_another_host_key_is_not_read_until_the_pinned_one_is_back(
      CapturedOutput output) throws Exception {
    partner.sendsAGoodFile();
    ssh.kill();
    Path pinned = Files.copy(hostKey(), folder.resolve("pinned"));
    Path pinnedPublic = Files.copy(Path.of(hostKey() + ".pub"), folder.resolve("pinned.pub"));
    ssh.newHostKey();
    RequestFile file = partner.sendsAFile();
    Instant changed = Instant.now();
    ssh.start();

    await("a poll that failed")
        .during(Duration.ofSeconds(5))
        .atMost(PATIENCE)
        .until(() -> !fault().isEmpty() && Files.exists(partner.inbox(file.name())));
    assertThat(partner.lists("outbox", file.id())).isEmpty();
    assertThat(lookedAt()).isBefore(changed);
    assertThat(fault()).isEqualTo("SFTP_HOST_KEY_CHANGED");
    assertThat(output.getAll())
        .contains("SFTP_HOST_KEY_CHANGED  Inbox of dhs-ice, ")
        .contains("Compare fingerprints with the partner by telephone");

    ssh.kill();
    Files.move(pinned, hostKey(), StandardCopyOption.REPLACE_EXISTING);
    Files.move(pinnedPublic, Path.of(hostKey() + ".pub"), StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(hostKey(), PosixFilePermissions.fromString("rw-------"));
    ssh.start();

    assertThat(partner.acknowledgementOf(file.id()).path("result").asString())
        .isEqualTo("ACCEPTED");
    await("no fault").atMost(PATIENCE).until(() -> fault().isEmpty());
    partner.sendsAGoodFile();
  }

  @Test
  void a_server_that_is_unreachable_for_more_than_twenty_polls_is_polled_again(
      CapturedOutput output) throws Exception {
    partner.sendsAGoodFile();
    int before = output.getAll().length();
    ssh.kill();

    await("twenty polls in vain")
        .atMost(PATIENCE)
        .until(
            () -> output.getAll().substring(before).contains("Inbox of dhs-ice, 20 failed polls"));
    assertThat(fault()).isEqualTo("SFTP_DOWN");
    ssh.start();

    partner.sendsAGoodFile();
    assertThat(fault()).isEmpty();
    assertThat(output.getAll().substring(before))
        .contains("Inbox of dhs-ice can be read again. Number of failed polls before: ")
        .doesNotContain("\tat com.jcraft.jsch");
  }

  @Test
  void a_part_file_and_a_file_that_still_grows_are_not_read() throws Exception {
    RequestFile file = partner.asksAbout(3);
    byte[] sealed = partner.seals(file.bytes());
    Path part = partner.inbox(file.name() + ".part");
    Files.write(part, sealed);
    Path grows = partner.inbox(file.name());
    Files.createFile(grows);
    int step = sealed.length / 12 + 1;
    for (int from = 0; from < sealed.length; from += step) {
      byte[] piece = Arrays.copyOfRange(sealed, from, Math.min(sealed.length, from + step));
      await().pollDelay(Duration.ofMillis(250)).until(() -> true);
      Files.write(grows, piece, StandardOpenOption.APPEND);
    }
    assertThat(desk.call("olsen", "/files/" + file.id(), null).statusCode()).isEqualTo(404);
    partner.countsOn();

    JsonNode answer = partner.acknowledgementOf(file.id());

    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("ACCEPTED");
    assertThat(answer.path("sealedSha256").asString()).isEqualTo(RequestFile.sha256(sealed));
    partner.awaitsIn("archive", file.name());
    assertThat(Files.readAllBytes(part)).isEqualTo(sealed);
    Files.delete(part);
    partner.sendsAGoodFile();
  }

  private Path hostKey() {
    return folder.resolve("ssh/host_key");
  }

  /** Bytes of a response under its hidden name. */
  private long part(String file) throws IOException {
    List<String> parts = partner.lists("outbox", "." + file + ".rsp");
    return parts.isEmpty() ? 0 : Files.size(partner.outbox(parts.get(0)));
  }

  private JsonNode inbox() throws IOException, InterruptedException {
    return desk.get("olsen", "/inboxes").path(0);
  }

  private String fault() throws IOException, InterruptedException {
    return inbox().path("fault").asString("").replace("null", "");
  }

  private Instant lookedAt() throws IOException, InterruptedException {
    return Instant.parse(inbox().path("lookedAt").asString());
  }
}
