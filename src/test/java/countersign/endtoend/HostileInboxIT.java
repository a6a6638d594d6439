package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.operations.Inboxes;
import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * An inbox on OpenSSH that is full of entries with bad names, entries that are no files, and
 * entries that cannot be moved, and a server whose folders disappear: no other file waits.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class HostileInboxIT {
  private static final Logger LOG = LoggerFactory.getLogger(HostileInboxIT.class);
  private static final int MANY = Integer.getInteger("countersign.full-folder", 20_000);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  @TempDir static Path folder;
  private OpenSshServer ssh;
  private WholeGateway gateway;
  private PlayedPartner partner;
  private Desk desk;

  @BeforeAll
  void starts() throws Exception {
    ssh = new OpenSshServer(Files.createDirectories(folder.resolve("ssh")));
    Path login = ssh.loginKey("ed25519");
    ssh.start();
    Path known = ssh.knownHosts();
    gateway =
        WholeGateway.start(
            folder.resolve("demo"),
            config -> {
              Path document = config.resolve("partners/dhs-ice.yaml");
              Files.writeString(
                  document,
                  Files.readString(document)
                      .replaceAll("(?m)^port: .*", "port: " + ssh.port())
                      .replaceAll("(?m)^user: .*", "user: " + System.getProperty("user.name"))
                      .replaceAll("(?m)^privateKeyFile: .*", "privateKeyFile: " + login)
                      .replaceAll("(?m)^knownHostsFile: .*", "knownHostsFile: " + known));
            },
            "--countersign.inbox-poll-millis=200",
            "--countersign.inbox-still-millis=400");
    partner = new PlayedPartner(gateway, ssh.root());
    desk = new Desk(gateway);
    partner.sendsAGoodFile();
  }

  @AfterAll
  void stops() throws IOException {
    if (gateway != null) {
      gateway.close();
    }
    ssh.close();
  }

  @Test
  void two_hundred_bad_names_do_not_delay_a_good_file(CapturedOutput output) throws Exception {
    BadNames bad = new BadNames(ssh.root().resolve("inbox"));
    RequestFile file = partner.asksAbout(1);
    byte[] sealed = partner.seals(file.bytes());
    int before = output.getAll().length();
    assertThat(bad.create()).isGreaterThanOrEqualTo(200);
    Instant start = Instant.now();
    partner.drops(file.name(), sealed);
    partner.countsOn();

    JsonNode answer = partner.acknowledgementOf(file.id());

    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("ACCEPTED");
    Duration waited = Duration.between(start, Instant.now());
    LOG.info("The good file behind the bad names was answered after {}", waited);
    assertThat(waited).isLessThan(Duration.ofSeconds(10));
    await("everything set aside or filed")
        .atMost(Duration.ofMinutes(2))
        .until(() -> aside().size() == bad.notFiles() && left() == bad.notFiles());
    assertThat(aside().stream().map(Inboxes.Aside::cause).distinct().toList())
        .containsExactlyInAnyOrder("DIRECTORY", "LINK", "NOT_A_FILE");
    assertThat(desk.get("olsen", "/inboxes").path(0).path("aside").size())
        .isEqualTo(bad.notFiles());
    assertThat(Files.isDirectory(ssh.root().resolve("rejected"))).isTrue();
    assertThat(rejected()).hasSizeGreaterThanOrEqualTo(200 - bad.notFiles());
    String log = output.getAll().substring(before);
    assertThat(log.lines().count()).as(log).isLessThan(200);
    assertThat(log).contains("INBOX_ENTRY_ASIDE").doesNotContain("\tat ", BadNames.PERSON);
    bad.remove();
    await("nothing aside").atMost(PATIENCE).until(() -> aside().isEmpty());
    partner.sendsAGoodFile();
  }

  @Test
  void a_file_waits_in_the_inbox_while_its_folder_is_missing_and_is_answered_once(
      CapturedOutput output) throws Exception {
    partner.sendsAGoodFile();
    int before = output.getAll().length();
    Path archive = ssh.root().resolve("archive");
    Path away = Files.move(archive, ssh.root().resolve("archive-away"));
    RequestFile file = partner.sendsAFile();

    partner.acknowledgementOf(file.id());
    await("the fault").atMost(PATIENCE).until(() -> "SFTP_FOLDER_MISSING".equals(fault()));
    await("some polls")
        .during(Duration.ofSeconds(3))
        .atMost(PATIENCE)
        .until(() -> partner.lists("outbox", file.id() + ".ack").size() == 1);
    assertThat(inbox().missingFolders()).containsExactly("archive");
    assertThat(partner.inbox(file.name())).exists();
    assertThat(output.getAll().substring(before)).containsOnlyOnce("that are missing: [archive]");

    Files.move(away, archive);
    partner.awaitsIn("archive", file.name());
    await("no fault").atMost(PATIENCE).until(() -> fault() == null);
    assertThat(partner.lists("outbox", file.id() + ".ack")).hasSize(1);
    partner.sendsAGoodFile();
  }

  @Test
  void a_missing_outbox_is_reported_as_a_missing_folder() throws Exception {
    partner.sendsAGoodFile();
    Path outbox = ssh.root().resolve("outbox");
    Path away = Files.move(outbox, ssh.root().resolve("outbox-away"));
    RequestFile file = partner.sendsAFile();

    await("the upload's failure")
        .atMost(PATIENCE)
        .until(() -> desk.get("olsen", "/queues").toString().contains("\"waiting\":1"));
    await("the fault").atMost(PATIENCE).until(() -> "SFTP_FOLDER_MISSING".equals(fault()));
    assertThat(inbox().missingFolders()).containsExactly("outbox");

    Files.move(away, outbox);
    partner.acknowledgementOf(file.id());
  }

  @Test
  void an_outgoing_name_that_was_taken_goes_out_by_itself_when_it_is_free() throws Exception {
    RequestFile file = partner.asksAbout(1);
    Path taken = partner.outbox(file.id() + ".ack.001.json.pgp");
    Files.writeString(taken, "not ours");
    partner.drops(file.name(), partner.seals(file.bytes()));
    partner.countsOn();
    await("parked work")
        .atMost(PATIENCE)
        .until(() -> desk.get("olsen", "/parked").toString().contains("OUTBOX_NAME_TAKEN"));

    Files.delete(taken);

    assertThat(partner.acknowledgementOf(file.id()).path("result").asString())
        .isEqualTo("ACCEPTED");
    assertThat(desk.get("olsen", "/parked")).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_moved_is_set_aside_until_it_changes(CapturedOutput output)
      throws Exception {
    partner.sendsAGoodFile();
    int before = output.getAll().length();
    Path rejected = ssh.root().resolve("rejected");
    Path away = Files.move(rejected, ssh.root().resolve("rejected-away"));
    Files.createSymbolicLink(rejected, Path.of(OpenSshServer.OTHER_FILE_SYSTEM));
    Path wrong = partner.inbox("wrong name.txt");
    Files.writeString(wrong, "x".repeat(700));

    await("the wrong name aside").atMost(PATIENCE).until(() -> aside().size() == 1);
    assertThat(aside().get(0).cause()).isEqualTo("NOT_MOVED");
    partner.sendsAGoodFile();
    Files.delete(rejected);
    Files.move(away, rejected);
    Files.setLastModifiedTime(wrong, java.nio.file.attribute.FileTime.from(Instant.EPOCH));

    partner.awaitsIn("rejected", "wrong name.txt");
    await("nothing aside").atMost(PATIENCE).until(() -> aside().isEmpty());
    assertThat(partner.lists("outbox", "UNNAMED_"))
        .filteredOn(name -> name.contains(digest("x".repeat(700))))
        .hasSize(1);
    assertThat(output.getAll().substring(before)).doesNotContain("\tat ", "wrong name.txt");
  }

  @Test
  void a_file_takes_no_longer_when_the_other_folders_are_full() throws Exception {
    partner.sendsAGoodFile();
    Duration empty = tenGoodFiles();
    for (String name : List.of("archive", "rejected", "outbox")) {
      for (int each = 0; each < MANY; each++) {
        Files.createFile(ssh.root().resolve(name).resolve("old-" + each));
      }
    }
    Duration full = tenGoodFiles();
    OpenSshServer.run("sh", "-c", "find " + ssh.root() + " -name 'old-*' -delete");
    LOG.info("Ten files: {} with empty folders, {} with {} in each", empty, full, MANY);
    assertThat(full).isLessThan(empty.multipliedBy(2).plus(Duration.ofSeconds(2)));
  }

  /** Ten files are uploaded at once; the time until all are filed. */
  private Duration tenGoodFiles() throws IOException {
    List<String> names = new ArrayList<>();
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int each = 0; each < 10; each++) {
      RequestFile file = partner.asksAbout(1);
      files.put(file.name(), partner.seals(file.bytes()));
      names.add(file.name());
      partner.countsOn();
    }
    Instant start = Instant.now();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      partner.drops(file.getKey(), file.getValue());
    }
    await("ten files filed and answered")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> names.stream().allMatch(this::isDone));
    return Duration.between(start, Instant.now());
  }

  private boolean isDone(String name) {
    String answer = name.replace(".req.ndjson.pgp", ".ack.001.json.pgp");
    return Files.exists(ssh.root().resolve("archive").resolve(name))
        && Files.exists(partner.outbox(answer));
  }

  private static String digest(String content) {
    return RequestFile.sha256(content.getBytes(StandardCharsets.US_ASCII)).substring(0, 16);
  }

  private Inboxes.PartnerInbox inbox() {
    return gateway.bean(Inboxes.class).look().get(0);
  }

  private List<Inboxes.Aside> aside() {
    return inbox().aside();
  }

  private String fault() {
    return inbox().fault();
  }

  private long left() throws IOException {
    return Long.parseLong(
        OpenSshServer.run("sh", "-c", "ls -A " + ssh.root() + "/inbox | wc -l; true").strip());
  }

  private List<String> rejected() throws IOException {
    try (Stream<Path> files = Files.list(ssh.root().resolve("rejected"))) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
