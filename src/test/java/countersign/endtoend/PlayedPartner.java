package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.pgp.Certificate;
import countersign.pgp.EnvelopeRefused;
import countersign.pgp.SecretKey;
import countersign.testkit.RequestFile;
import countersign.testkit.SealedBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Plays the requesting agency in a test: numbers its files, asks about people it has not asked
 * about before, seals and uploads files, and decrypts the answers. Works directly in the server's
 * folders.
 */
final class PlayedPartner {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path root;
  private final SecretKey agency;
  private final SecretKey officer;
  private final Certificate gateway;
  private final Iterator<String[]> people;
  private final Clock clock;
  private int sequence = 1;
  private int cases;

  /**
   * Creates a partner of the gateway.
   *
   * @param root folder that contains {@code inbox/}, {@code outbox/} and so on
   */
  PlayedPartner(WholeGateway whole, Path root) throws IOException {
    Path home = whole.parts().place().home();
    this.clock = whole.bean(Clock.class);
    this.root = root;
    this.agency = secret(home.resolve("partner/agency.sec.asc"));
    this.officer = secret(home.resolve("officers/OFF-0417.sec.asc"));
    try (InputStream in = Files.newInputStream(home.resolve("gateway.pub.asc"))) {
      this.gateway = Certificate.parse(in).get(0);
    }
    try (Stream<String> lines = Files.lines(home.resolve("people.csv"))) {
      this.people =
          lines
              .skip(1)
              .map(line -> line.split(",", -1))
              .filter(cells -> cells[13].equals("true"))
              .toList()
              .iterator();
    }
  }

  /** The partner on the demo's own SSH server. */
  static PlayedPartner of(WholeGateway gateway) throws IOException {
    return new PlayedPartner(gateway, gateway.parts().place().home().resolve("sftp/dhs-ice"));
  }

  /**
   * A valid file with the next sequence number, which counts as used only when a file is dropped.
   */
  RequestFile asksAbout(int subjects) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String id = "DHS-ICE_T_%tY%<tm%<td_%04d".formatted(today, sequence);
    RequestFile file = new RequestFile(id, sequence, clock.instant());
    for (int i = 0; i < subjects; i++) {
      cases++;
      file.asks(people.next(), cases);
    }
    return file;
  }

  /** Marks the current sequence number as used. */
  void countsOn() {
    sequence++;
  }

  byte[] seals(byte[] plain) {
    return seals(plain, agency, clock.instant());
  }

  byte[] seals(byte[] plain, SecretKey signer, Instant at) {
    return SealedBytes.seal(plain, signer, gateway, at);
  }

  /** Uploads a file under a name that the gateway ignores, then renames it. */
  void drops(String name, byte[] bytes) throws IOException {
    Path part = root.resolve("inbox").resolve(name + ".part");
    Files.write(part, bytes);
    Files.move(part, inbox(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Sends a valid file about one person. */
  RequestFile sendsAFile() throws IOException {
    RequestFile file = asksAbout(1);
    drops(file.name(), seals(file.bytes()));
    countsOn();
    return file;
  }

  /** Sends a valid file and asserts that it is accepted. */
  JsonNode sendsAGoodFile() throws IOException {
    RequestFile file = sendsAFile();
    JsonNode answer = acknowledgementOf(file.id());
    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("ACCEPTED");
    awaitsIn("archive", file.name());
    return answer;
  }

  /** Waits for the first acknowledgement and decrypts it. */
  JsonNode acknowledgementOf(String id) throws IOException {
    return JSON.readTree(opens(sealedAcknowledgementOf(id), agency));
  }

  byte[] sealedAcknowledgementOf(String id) throws IOException {
    Path file = root.resolve("outbox").resolve(id + ".ack.001.json.pgp");
    await(file.getFileName().toString()).atMost(PATIENCE).until(() -> Files.exists(file));
    return Files.readAllBytes(file);
  }

  /** The id that the gateway gives to a file whose name has no unused number. */
  String unnamedId(byte[] sealed) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return "UNNAMED_%tY%<tm%<td_%s".formatted(today, RequestFile.sha256(sealed).substring(0, 16));
  }

  /** Decrypts a response with the officer's key and asserts that the gateway signed it. */
  String opensAsOfficer(byte[] sealed) throws IOException {
    return new String(opens(sealed, officer), StandardCharsets.UTF_8);
  }

  private byte[] opens(byte[] sealed, SecretKey key) throws IOException {
    try {
      return SealedBytes.open(sealed, key, gateway, clock.instant());
    } catch (EnvelopeRefused e) {
      throw new AssertionError("What the gateway sealed cannot be opened", e);
    }
  }

  /** File names in a folder with this prefix. */
  List<String> lists(String folder, String beginning) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(beginning))
          .sorted()
          .toList();
    }
  }

  void awaitsIn(String folder, String name) {
    await(name + " in " + folder)
        .atMost(PATIENCE)
        .until(() -> lists(folder, name).contains(name) && !Files.exists(inbox(name)));
  }

  Path inbox(String name) {
    return root.resolve("inbox").resolve(name);
  }

  Path outbox(String name) {
    return root.resolve("outbox").resolve(name);
  }

  static SecretKey secret(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return SecretKey.parse(in, null);
    }
  }
}
