package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.cli.CommandLines;
import countersign.pgp.Certificate;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.testkit.RequestFile;
import countersign.testkit.SealedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The guide docs/guides/connect-a-partner.md, word for word: a second agency on Debian's OpenSSH
 * gets an acknowledgement of its first file.
 */
class ConnectAPartnerIT {
  private static final String PAGE = "connect-a-partner.md";
  private static final List<String> SIGNED =
      List.of("agreements/dhs-hsi.yaml", "registers/officers.yaml", "registers/officials.yaml");
  @TempDir Path folder;
  private OpenSshServer server;
  private Path home;
  private Path login;
  private SecretKey agency;
  private SecretKey official;

  @BeforeEach
  void an_agency_has_a_server_and_keys() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    server = new OpenSshServer(Files.createDirectory(folder.resolve("server")));
    login = server.loginKey("ed25519");
    server.start();
    home = folder.resolve("demo");
    agency = key("dhs-hsi");
    official = key("HOA-002");
    key("OFF-0501");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private SecretKey key(String id) throws IOException {
    SecretKey key = KeyMaker.make(id, Instant.now(), Duration.ofDays(300));
    Path file = Files.createDirectories(folder.resolve("received")).resolve(id + ".asc");
    Files.write(file, key.certificate().armoured());
    return key;
  }

  @Test
  void one_command_one_edit_and_two_signers_connect_an_agency() throws Exception {
    List<String> typed = new ArrayList<>();
    try (WholeGateway gateway =
        WholeGateway.integrated(
            home, home.resolve("routes"), config -> typed.addAll(follows(config)))) {
      JsonNode answer = firstAcknowledgement();

      assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("ACCEPTED");
      PlayedPartner.of(gateway).sendsAGoodFile(); // the first partner notices nothing
    }
    assertThat(typed).hasSize(14);
    assertThat(typed).filteredOn(command -> command.startsWith("gpg ")).hasSize(6);
  }

  /** Follows the guide in the folder of the demo. */
  private List<String> follows(Path config) throws IOException {
    Guide guide = new Guide(PAGE, "Steps", home.resolve("routes"));
    Files.move(folder.resolve("received"), home.resolve("received"));
    guide.commands(0).forEach(this::inTheShell);
    guide.commands(1).forEach(this::inTheShell);
    String letter = countersign(guide.commands(2).get(0), 0).out();
    assertThat(letter)
        .contains("Send to DHS-HSI", "BEGIN PGP PUBLIC KEY", "inbox, outbox, archive and rejected")
        .contains(hostKey());
    String check = guide.commands(3).get(0);
    assertThat(about(countersign(check, 1).out(), "dhs-hsi"))
        .filteredOn(line -> !line.startsWith("UNSIGNED"))
        .extracting(line -> line.replaceAll(".* · ([^ ,]+).* · expected.*", "$1"))
        .containsExactlyInAnyOrder("title", "because", "parties", "firstDay", "lastDay");
    complete(guide.yaml(0));
    assertThat(warned(countersign(check, 0).out())).containsExactlyElementsOf(SIGNED);
    assertThat(changed())
        .containsExactly(
            "config/agreements/dhs-hsi.yaml",
            "config/keys/HOA-002.asc",
            "config/keys/OFF-0501.asc",
            "config/keys/dhs-hsi.asc",
            "config/partners/dhs-hsi.yaml",
            "config/registers/officers.yaml",
            "config/registers/officials.yaml",
            "routes/partners.camel.yaml");
    signs("first-counsel", guide.commands(4));
    signs("second-counsel", guide.commands(5));
    List<String> last = guide.commands(6);
    String green = countersign(last.get(0), 0).out();
    assertThat(warned(green)).isEmpty();
    assertThat(about(green, "dhs-hsi"))
        .containsExactly(
            "dhs-hsi for DHS-HSI in T discloses nothing: A100_DISCLOSURE_DISABLED,"
                + " A103_SAFEGUARDS_NOT_MET");
    inTheShell(last.get(1));
    twoMoreDecisions(config);
    return guide.typed();
  }

  /** The documents of the new partner that lack valid signatures, sorted. */
  private static List<String> warned(String report) {
    return report
        .lines()
        .filter(line -> line.matches("[A-Z_]+  \\S+.*"))
        .map(line -> line.split(" +", 3)[1].replaceAll(":\\d+$", ""))
        .filter(SIGNED::contains)
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> about(String report, String id) {
    return report
        .lines()
        .filter(line -> line.contains(id) && !line.contains("The gateway would not start"))
        .toList();
  }

  private void complete(String values) throws IOException {
    Path agreement = home.resolve("next/config/agreements/dhs-hsi.yaml");
    String text = Files.readString(agreement);
    for (String line : values.lines().toList()) {
      String key = line.substring(0, line.indexOf(':'));
      text = text.replaceFirst("(?m)^" + key + ":.*$", line);
    }
    Files.writeString(agreement, text);
  }

  /** The files of the copy that are new or different. */
  private Set<String> changed() throws IOException {
    Set<String> names = new TreeSet<>();
    Path next = home.resolve("next");
    try (Stream<Path> files = Files.walk(next)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path before = home.resolve(next.relativize(file).toString());
        if (!Files.exists(before) || Files.mismatch(file, before) >= 0) {
          names.add(next.relativize(file).toString());
        }
      }
    }
    return names;
  }

  private void signs(String who, List<String> commands) throws IOException {
    Path ring = folder.resolve("gpg-" + who);
    try (Gpg gpg = new Gpg(ring)) {
      gpg.imports(home.resolve("secrets/signatories").resolve(who + ".sec.asc"));
      commands.forEach(command -> inTheShell("GNUPGHOME=%s %s".formatted(ring, command)));
    }
  }

  /** What the guide leaves to others: the safeguards of the agency and the posture. */
  private void twoMoreDecisions(Path config) throws IOException {
    Path safeguards = config.resolve("registers/safeguards.yaml");
    Files.writeString(
        safeguards,
        """
        - agency: DHS-HSI
          reportAccepted: true
          reviewValidUntil: 2029-01-01
          findings: []
        """,
        StandardOpenOption.APPEND);
    Path posture = config.resolve("posture.yaml");
    String before = Files.readString(posture);
    String after = before.replace("- \"irs-ice-2025\"", "- irs-ice-2025\n- dhs-hsi");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(posture, after);
    WholeGateway.signs(home, safeguards);
    WholeGateway.signs(home, posture);
  }

  private String named(String command) {
    return command
        .replace("sftp.hsi.example", "127.0.0.1")
        .replaceAll("(-p|--port) 22 ", "$1 " + server.port() + " ")
        .replace("--user gateway", "--user " + System.getProperty("user.name"))
        .replace("/run/secrets/sftp_client_key", login.toString())
        .replace("/run/secrets/sftp_known_hosts", folder.resolve("known_hosts").toString());
  }

  private void inTheShell(String command) {
    OpenSshServer.run("sh", "-c", "cd %s && %s".formatted(home, named(command)));
  }

  private CommandLines.Ended countersign(String command, int expected) throws IOException {
    List<Object> words = new ArrayList<>();
    Pattern.compile("\"([^\"]*)\"|\\S+")
        .matcher(named(command))
        .results()
        .map(ConnectAPartnerIT::word)
        .map(word -> word.startsWith("next/") ? home.resolve(word).toString() : word)
        .forEach(words::add);
    assertThat(words.remove(0)).isEqualTo("bin/countersign");
    if (words.contains("check")) {
      words.addAll(List.of("--state", home, "--root-of-trust"));
      words.add(Files.readString(home.resolve("root-of-trust")).strip());
    }
    CommandLines.Ended ended = CommandLines.run(words.toArray());
    assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(expected);
    return ended;
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group() : found.group(1);
  }

  private String hostKey() {
    return OpenSshServer.run(
            "ssh-keygen", "-l", "-f", folder.resolve("server/host_key.pub").toString())
        .split(" ", 3)[1];
  }

  /** The answer to the first file of the new agency. */
  private JsonNode firstAcknowledgement() throws IOException, EnvelopeRefused {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC);
    RequestFile file =
        new RequestFile("DHS-HSI_T_%tY%<tm%<td_0001".formatted(today), 1, Instant.now())
            .requests(1)
            .header(
                line ->
                    line.replace("irs-ice-2025", "dhs-hsi")
                        .replace("HOA-001", "HOA-002")
                        .replace("Jordan Example", "Jamie Example"))
            .change(
                1,
                line ->
                    line.replaceAll("OFF-04..", "OFF-0501")
                        .replace("Alex Sample", "Kim Example")
                        .replace(
                            "\"name\":\"Kim Example\",\"office\":\"HSI Austin\"",
                            "\"name\":\"Kim Example\",\"office\":\"HSI Dallas\""));
    Certificate own;
    try (InputStream in = Files.newInputStream(home.resolve("gateway.pub.asc"))) {
      own = Certificate.parse(in).get(0);
    }
    Path part = server.root().resolve("inbox").resolve(file.name() + ".part");
    Files.write(part, SealedBytes.seal(file.bytes(), official, own, Instant.now()));
    Files.move(part, part.resolveSibling(file.name()), StandardCopyOption.ATOMIC_MOVE);
    Path sealed = server.root().resolve("outbox").resolve(file.id() + ".ack.001.json.pgp");
    await("an acknowledgement in the agency's outbox")
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(sealed));
    byte[] plain = SealedBytes.open(Files.readAllBytes(sealed), agency, own, Instant.now());
    return new ObjectMapper().readTree(new String(plain, StandardCharsets.UTF_8));
  }
}
