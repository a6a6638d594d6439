package countersign.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.testkit.RequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whatever a partner sends, an acknowledgement says what was wrong, the file is moved to {@code
 * rejected/}, and the next valid file is accepted.
 *
 * @see <a href="../../../../../docs/exchange.md">exchange profile, judging in stages</a>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  @TempDir static Path folder;

  private WholeGateway gateway;
  private PlayedPartner partner;
  private Gpg gpg;
  private Screen screen;
  private String fingerprint;

  @BeforeAll
  void starts() throws Exception {
    gpg = new Gpg(folder.resolve("gpg"));
    gateway =
        WholeGateway.start(
            folder.resolve("demo"),
            this::registersAKeyThatExpired,
            "--countersign.inbox-poll-millis=200",
            "--countersign.inbox-still-millis=400");
    partner = PlayedPartner.of(gateway);
    screen = new Screen(folder.resolve("demo"));
    Path published = folder.resolve("demo/gateway.pub.asc");
    gpg.imports(published);
    gpg.imports(folder.resolve("demo/partner/agency.sec.asc"));
    fingerprint = Gpg.fingerprintOf(published);
  }

  @AfterAll
  void stops() {
    if (gateway != null) {
      gateway.close();
    }
    gpg.close();
  }

  @Test
  void a_file_with_an_invalid_name_is_answered_under_the_name_in_its_header() throws Exception {
    byte[] sealed = partner.seals(partner.asksAbout(1).bytes());
    partner.drops("requests-of-today.pgp", sealed);

    JsonNode answer = partner.acknowledgementOf(partner.unnamedId(sealed));

    assertThat(answer.path("fileId").isNull()).as(answer.toString()).isTrue();
    assertRefused(answer, "F103_FILENAME", "NAME");
    Screen.assertSame(screen.says("requests-of-today.pgp", sealed), answer);
    partner.awaitsIn("rejected", "requests-of-today.pgp");
    partner.sendsAGoodFile();
  }

  @Test
  void a_file_in_plaintext_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(1);
    assertAnswer(file, file.bytes(), "F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED", "PLAINTEXT");
  }

  @Test
  void a_file_signed_but_not_encrypted_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] signed = gpgged(file.bytes(), "--sign");
    assertAnswer(file, signed, "F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED", "PLAINTEXT");
  }

  @Test
  void an_unregistered_signer_is_refused() throws Exception {
    SecretKey stranger = KeyMaker.make("A stranger", Instant.now(), Duration.ofDays(30));
    RequestFile file = partner.asksAbout(1);
    byte[] sealed = partner.seals(file.bytes(), stranger, Instant.now());
    assertAnswer(file, sealed, "F102_SIGNATURE_INVALID", "UNKNOWN_SIGNER");
  }

  @Test
  void a_key_that_had_expired_when_it_signed_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] sealed =
        gpgged(
            file.bytes(), "--local-user", "expired@example.org", "-r", fingerprint, "--sign", "-e");
    assertAnswer(file, sealed, "F102_SIGNATURE_INVALID", "KEY_EXPIRED");
  }

  @Test
  void a_truncated_upload_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(3);
    byte[] sealed = partner.seals(file.bytes());
    byte[] half = Arrays.copyOf(sealed, sealed.length / 2);
    assertAnswer(file, half, "F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED", "DAMAGED");
  }

  @Test
  void a_damaged_packet_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(3);
    byte[] sealed = partner.seals(file.bytes());
    sealed[sealed.length / 2] ^= 0x20;
    assertAnswer(file, sealed, "F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED", "DAMAGED");
  }

  @Test
  void a_file_whose_trailer_has_a_wrong_count_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(2);
    byte[] body = file.body().getBytes(UTF_8);
    ObjectNode trailer = file.trailer(body).put("requestCount", 3);
    assertAnswer(file, sealed(file.body() + trailer + "\n"), "F106_COUNT_MISMATCH", null);
  }

  @Test
  void a_file_whose_trailer_has_a_wrong_hash_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(2);
    ObjectNode trailer = file.trailer("another body".getBytes(UTF_8));
    assertAnswer(file, sealed(file.body() + trailer + "\n"), "F107_HASH_MISMATCH", null);
  }

  @Test
  void a_file_with_a_field_outside_the_profile_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(2);
    file.requests().get(1).put("income", "0");
    JsonNode answer =
        assertAnswer(file, partner.seals(file.bytes()), "F109_SCHEMA", "UNKNOWN_FIELD");
    assertThat(answer.path("fileDetails").path(0).path("line").asInt()).isEqualTo(3);
    assertThat(answer.toString()).doesNotContain("income");
  }

  @Test
  void a_file_with_a_second_header_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] body = (file.headerLine() + file.body()).getBytes(UTF_8);
    assertAnswer(file, partner.seals(file.bytes(body)), "F108_HEADER_TRAILER_MISSING", "HEADER");
  }

  @Test
  void a_file_with_an_endless_line_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] endless = new byte[32 * 1024 * 1024];
    Arrays.fill(endless, (byte) 'x');
    String line = file.headerLine() + "{\"type\":\"request\",\"requestId\":\"";
    byte[] start = line.getBytes(UTF_8);
    System.arraycopy(start, 0, endless, 0, start.length);
    assertAnswer(file, partner.seals(endless), "F112_THREAT_SCAN", "LINE");
  }

  @Test
  void a_compression_bomb_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(1);
    file.requests().get(0).put("reason", "x".repeat(20_000));
    String line = file.requests().get(0) + "\n";
    byte[] bomb = (file.headerLine() + line.repeat(1_200)).getBytes(UTF_8);
    byte[] sealed =
        gpgged(
            bomb,
            "--compress-algo",
            "zlib",
            "-z",
            "9",
            "--local-user",
            agency(),
            "-r",
            fingerprint,
            "--sign",
            "--encrypt");
    assertThat(bomb.length / sealed.length).as("times it expands").isGreaterThan(200);
    assertAnswer(file, sealed, "F112_THREAT_SCAN", "RATIO");
  }

  @Test
  void a_file_with_invalid_utf_8_is_refused() throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] body = file.body().replace("HSI Austin", "HSI \u00ff").getBytes(ISO_8859_1);
    assertAnswer(file, partner.seals(file.bytes(body)), "F109_SCHEMA", "UTF8");
  }

  @Test
  void files_that_disappear_before_they_are_read_use_no_number_and_do_not_stop_the_gateway()
      throws Exception {
    RequestFile file = partner.asksAbout(1);
    byte[] sealed = partner.seals(file.bytes());
    Random random = new Random(7);
    for (int i = 0; i < 6; i++) {
      byte[] other = new byte[200_000];
      random.nextBytes(other);
      partner.drops("flicker-" + i, other);
      Awaitility.await().pollDelay(Duration.ofMillis(250 + 100L * i)).until(() -> true);
      Files.deleteIfExists(partner.inbox("flicker-" + i));
    }
    assertThat(partner.lists("archive", file.id())).isEmpty();

    partner.drops(file.name(), sealed);
    partner.countsOn();

    assertThat(partner.acknowledgementOf(file.id()).path("result").asString())
        .isEqualTo("ACCEPTED");
  }

  /**
   * Sends the file and checks the acknowledgement; then checks that a valid file with the next
   * number is accepted.
   */
  private JsonNode assertAnswer(RequestFile file, byte[] sealed, String code, String detail)
      throws IOException {
    partner.drops(file.name(), sealed);
    partner.countsOn();
    JsonNode answer = partner.acknowledgementOf(file.id());
    assertThat(answer.path("fileId").asString()).isEqualTo(file.id());
    assertThat(answer.path("sealedSha256").asString()).isEqualTo(RequestFile.sha256(sealed));
    assertRefused(answer, code, detail);
    gateway.rows().assertThatFile(new FileId(file.id())).isRefusedWith(ReasonCode.valueOf(code));
    Screen.assertSame(screen.says(file.name(), sealed), answer);
    partner.awaitsIn("rejected", file.name());
    partner.sendsAGoodFile();
    return answer;
  }

  private static void assertRefused(JsonNode answer, String code, String detail) {
    assertThat(answer.path("result").asString()).as(answer.toString()).isEqualTo("REFUSED");
    assertThat(answer.path("fileCodes").toString())
        .as(answer.toString())
        .isEqualTo("[\"" + code + "\"]");
    if (detail != null) {
      assertThat(answer.path("fileDetails").path(0).path("detail").asString())
          .as(answer.toString())
          .isEqualTo(detail);
    }
    assertThat(answer.path("counts").path("taken").asInt()).isZero();
    assertThat(answer.path("refused").isEmpty()).as(answer.toString()).isTrue();
  }

  private byte[] sealed(String plain) throws IOException {
    return partner.seals(plain.getBytes(UTF_8));
  }

  private byte[] gpgged(byte[] plain, String... arguments) throws IOException {
    Path in = Files.write(folder.resolve("plain"), plain);
    return gpg.makes(in, arguments);
  }

  private String agency() {
    return Gpg.fingerprintOf(folder.resolve("demo/partner/agency.sec.asc"));
  }

  /**
   * Registers a second key of the requester whose published certificate expired last month. The
   * owner continues to sign with it after extending its validity only in the local copy.
   */
  private void registersAKeyThatExpired(Path config) throws IOException {
    gpg.makesKey("expired@example.org", Instant.now().minus(Duration.ofDays(60)), 30);
    Path key = config.resolve("keys/HOA-001-old.asc");
    Files.writeString(key, gpg.exports("expired@example.org"));
    String fingerprint = Gpg.fingerprintOf(key);
    gpg.neverExpires(fingerprint);
    Path officials = config.resolve("registers/officials.yaml");
    String entry =
        "  - fingerprint: \"%s\"\n    file: \"keys/HOA-001-old.asc\"\n    acceptedFrom: \"2026-01-01\"\n"
            .formatted(fingerprint);
    Files.writeString(officials, Files.readString(officials) + entry);
    WholeGateway.signs(folder.resolve("demo"), officials);
  }
}
