package countersign.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.SftpException;
import countersign.authority.FolderNames;
import countersign.demo.EmbeddedSftp;
import countersign.endtoend.OpenSshServer;
import countersign.inbox.InboxFailure.Cause;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A partner's folders on Debian's OpenSSH and on the demo's own server. */
class PartnerFoldersIT {
  private static final int MANY = Integer.getInteger("countersign.full-folder", 20_000);
  private static final int MOVES = 100;
  @TempDir Path folder;
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private OpenSshServer ssh;
  private EmbeddedSftp embedded;
  private Path login;
  private PartnerFolders folders;

  @BeforeEach
  void prepares() throws IOException {
    ssh = new OpenSshServer(folder);
    login = ssh.loginKey("ed25519");
    camel.addComponent("sftp", new PartnerSftp(file -> Optional.empty()));
  }

  @AfterEach
  void stops() throws IOException {
    folders.close();
    ssh.close();
    if (embedded != null) {
      embedded.close();
    }
    camel.close();
  }

  private void connects(String server) throws IOException {
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
    String uri =
        "sftp://%s@127.0.0.1:%d/inbox?privateKeyFile=%s&knownHostsFile=%s&useUserKnownHostsFile=false&strictHostKeyChecking=yes&preferredAuthentications=publickey&autoCreate=false&soTimeout=10000"
            .formatted(System.getProperty("user.name"), ssh.port(), login, ssh.knownHosts());
    folders = camel.getEndpoint(uri, PartnerSftp.Folder.class).open(FolderNames.PUBLISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void a_name_is_never_read_as_a_pattern(String server) throws Exception {
    connects(server);
    for (String name :
        List.of("*", "?", "a", "b", "\\*", "a\\b", "ab", "[ab]", "null", "${x}", "\n", " ")) {
      Files.writeString(ssh.root().resolve("inbox").resolve(name), name);
    }
    List<InboxEntry> listing = folders.inbox().entries();
    assertThat(listing).hasSize(12);
    for (InboxEntry entry : listing) {
      try (InputStream content = folders.fetch(entry)) {
        assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(entry.name());
      }
      assertThat(folders.size("rejected", entry.wire())).isEmpty();
      folders.move(entry, "rejected", entry.wire());
      assertThat(folders.size("rejected", entry.wire())).isPresent();
      assertThat(Files.readString(ssh.root().resolve("rejected").resolve(entry.name())))
          .isEqualTo(entry.name());
    }
    assertThat(folders.inbox().entries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void a_name_that_is_not_utf8_does_not_hide_the_others(String server) throws Exception {
    connects(server);
    shell(
        "printf one > $'\\xff\\xfe'; printf three > $'\\xfe\\xff'; printf two > good; mkfifo pipe; ln -s nowhere link; mkdir sub");

    Map<String, InboxEntry> found =
        folders.inbox().entries().stream()
            .collect(Collectors.toMap(InboxEntry::wire, entry -> entry));

    assertThat(found)
        .containsOnlyKeys("good", "pipe", "link", "sub", "\u00ff\u00fe", "\u00fe\u00ff");
    assertThat(found.get("link").obstacle()).isEqualTo(Cause.LINK);
    assertThat(found.get("sub").obstacle()).isEqualTo(Cause.DIRECTORY);
    assertThat(found.get("pipe").obstacle()).isEqualTo(Cause.NOT_A_FILE);
    assertThat(found.get("good").obstacle()).isNull();
    InboxEntry bytes = found.get("\u00ff\u00fe");
    assertThat(bytes.obstacle()).isNull();
    assertThat(bytes.shown()).isNotEqualTo(found.get("\u00fe\u00ff").shown());
    if (server.equals("openssh")) {
      folders.move(bytes, "rejected", bytes.wireNameElsewhere());
      assertThat(ssh.root().resolve("rejected").resolve(bytes.shown())).hasContent("one");
    } else {
      assertThatThrownBy(() -> folders.fetch(bytes)).isInstanceOf(SftpException.class);
      assertThatThrownBy(() -> folders.fetch(found.get("pipe"))).isInstanceOf(SftpException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void an_entry_that_vanishes_does_not_hide_the_others(String server) throws Exception {
    connects(server);
    Path inbox = ssh.root().resolve("inbox");
    Files.createFile(inbox.resolve("good"));
    AtomicBoolean goesOn = new AtomicBoolean(true);
    Thread vanishing =
        new Thread(
            () -> {
              for (int each = 0; goesOn.get(); each++) {
                File file = inbox.resolve("gone-" + each % 50).toFile();
                try {
                  assertThat(file.createNewFile() && file.delete()).isTrue();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    vanishing.start();
    try {
      for (int each = 0; each < 500; each++) {
        InboxListing listing = folders.inbox();
        assertThat(listing.complete()).isTrue();
        assertThat(listing.entries()).extracting(InboxEntry::name).contains("good");
      }
    } finally {
      goesOn.set(false);
      vanishing.join();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void a_missing_folder_is_told_from_an_empty_one(String server) throws Exception {
    connects(server);
    Files.delete(ssh.root().resolve("archive"));
    assertThat(PartnerFolderState.of(folders).missing()).containsExactly("archive");
    Files.writeString(ssh.root().resolve("archive"), "a file");
    assertThat(PartnerFolderState.of(folders).missing()).containsExactly("archive");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh", "embedded"})
  void a_move_takes_no_longer_when_the_folders_are_full(String server) throws Exception {
    connects(server);
    Duration empty = moves();
    for (String name : List.of("rejected", "archive", "outbox")) {
      for (int each = 0; each < MANY; each++) {
        Files.createFile(ssh.root().resolve(name).resolve("file-" + each));
      }
    }
    Duration full = moves();
    System.getLogger("folders")
        .log(
            System.Logger.Level.INFO,
            "{0}: {1} ms a move with empty folders, {2} ms with {3} files in each",
            server,
            empty.toNanos() / 1e6 / MOVES,
            full.toNanos() / 1e6 / MOVES,
            MANY);
    assertThat(full).isLessThan(empty.multipliedBy(5).plus(Duration.ofMillis(20L * MOVES)));
  }

  /** What a poll and a file cost: the state of all folders, the listing, a question, a move. */
  private Duration moves() throws IOException, SftpException {
    long spent = 0;
    for (int each = 0; each < MOVES; each++) {
      Files.writeString(ssh.root().resolve("inbox/one"), "content");
      long start = System.nanoTime();
      PartnerFolderState.of(folders);
      InboxEntry entry = folders.inbox().entries().get(0);
      try (InputStream content = folders.fetch(entry)) {
        content.readAllBytes();
      }
      folders.size("rejected", "one");
      folders.size("rejected", "file-1");
      folders.move(entry, "rejected", "one");
      spent += System.nanoTime() - start;
    }
    return Duration.ofNanos(spent);
  }

  private void shell(String commands) throws IOException {
    Process process =
        new ProcessBuilder("bash", "-c", commands)
            .directory(ssh.root().resolve("inbox").toFile())
            .inheritIO()
            .start();
    process.onExit().join();
  }
}
