package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.cli.CommandLineTest.Ended;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code seal} and {@code open} together, and their messages for an invalid file. */
class SealAndOpenCommandTest {
  @TempDir Path folder;

  private Path plaintext;
  private Path mine;
  private Path theirs;

  @BeforeEach
  void keys() throws IOException {
    mine = keyPair("mine");
    theirs = keyPair("theirs");
    plaintext = Files.writeString(folder.resolve("a.csv"), "H,countersign/1\r\n");
  }

  private Path keyPair(String name) throws IOException {
    SecretKey key =
        KeyMaker.make(name, Clock.systemUTC().instant().minusSeconds(60), Duration.ofDays(1));
    Files.write(folder.resolve(name + ".pub"), key.certificate().armoured());
    return Files.writeString(
        folder.resolve(name + ".sec"), key.armoured(), StandardCharsets.US_ASCII);
  }

  private Path publicHalf(String name) {
    return folder.resolve(name + ".pub");
  }

  private Path sealed() {
    Path sealed = folder.resolve("a.csv.pgp");
    Ended ended =
        CommandLineTest.run("seal", plaintext, "--to", publicHalf("theirs"), "--sign-with", mine);
    assertThat(ended).isEqualTo(new Ended(0, sealed + System.lineSeparator(), ""));
    return sealed;
  }

  private Ended open(Path sealed, Path key, Path from, Path output) {
    return CommandLineTest.run("open", sealed, "--key", key, "--from", from, "-o", output);
  }

  @Test
  void open_decrypts_what_seal_encrypted_and_only_the_owner_can_read_the_result()
      throws IOException {
    Path opened = folder.resolve("opened.csv");
    Ended ended = open(sealed(), theirs, publicHalf("mine"), opened);
    assertThat(ended.exit()).isZero();
    assertThat(ended.err()).startsWith("Signed by ");
    assertThat(opened).hasSameBinaryContentAs(plaintext);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(opened)))
        .isEqualTo("rw-------");
  }

  @Test
  void only_the_recipients_key_opens_a_file() {
    Path opened = folder.resolve("opened.csv");
    Ended ended = open(sealed(), mine, publicHalf("mine"), opened);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("NOT_FOR_US", mine.toString()).doesNotContain("\tat ");
    assertThat(opened).doesNotExist();
  }

  @Test
  void a_file_signed_by_somebody_else_is_not_shown() throws IOException {
    Path opened = folder.resolve("opened.csv");
    Ended ended = open(sealed(), theirs, publicHalf("theirs"), opened);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("UNKNOWN_SIGNER", "do not act on it");
    assertThat(opened).doesNotExist();
    assertNothingIsLeftOver();
  }

  @Test
  void a_damaged_file_is_not_shown() throws IOException {
    Path sealed = sealed();
    byte[] bytes = Files.readAllBytes(sealed);
    bytes[bytes.length - 30] ^= 1;
    Files.write(sealed, bytes);
    Path opened = folder.resolve("opened.csv");
    Ended ended = open(sealed, theirs, publicHalf("mine"), opened);
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("DAMAGED", "Its content is not shown");
    assertThat(opened).doesNotExist();
    assertNothingIsLeftOver();
  }

  @Test
  void a_file_in_plaintext_is_refused_by_open() {
    Ended ended = open(plaintext, theirs, publicHalf("mine"), folder.resolve("opened.csv"));
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err()).contains("a.csv cannot be opened (PLAINTEXT)");
  }

  @Test
  void a_key_file_without_a_key_is_named() {
    Ended secret =
        CommandLineTest.run(
            "seal", plaintext, "--to", publicHalf("theirs"), "--sign-with", plaintext);
    assertThat(secret.exit()).isEqualTo(2);
    assertThat(secret.err())
        .contains(plaintext + " is not a secret OpenPGP key", "--passphrase-file");
    Ended open = CommandLineTest.run("seal", plaintext, "--to", plaintext, "--sign-with", mine);
    assertThat(open.exit()).isEqualTo(2);
    assertThat(open.err()).contains(plaintext + " is not a public OpenPGP key");
  }

  @Test
  void a_missing_file_or_folder_is_named() {
    Path nowhere = folder.resolve("nowhere");
    Ended file = open(nowhere, theirs, publicHalf("mine"), folder.resolve("opened.csv"));
    assertThat(file.exit()).isEqualTo(2);
    assertThat(file.err()).isEqualToIgnoringNewLines("There is no file " + nowhere);
    Ended target = open(sealed(), theirs, publicHalf("mine"), nowhere.resolve("opened.csv"));
    assertThat(target.exit()).isEqualTo(2);
    assertThat(target.err()).startsWith("The folder " + nowhere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndjson", "csv"})
  void a_trailer_is_completed_in_either_format(String format) throws IOException {
    Ended made = CommandLineTest.run("example", "--format", format, "-o", folder);
    Path file = Path.of(made.out().strip());
    String right = Files.readString(file);
    Files.writeString(file, right.replaceAll("[0-9a-f]{64}", "?"));

    Ended ended = complete(file);

    assertThat(ended.err()).isEmpty();
    Path opened = folder.resolve("opened");
    open(Path.of(file + ".pgp"), theirs, publicHalf("mine"), opened);
    assertThat(opened).hasContent(right);
  }

  @Test
  void a_line_that_is_no_record_is_named_and_nothing_is_sealed() throws IOException {
    Ended ended = complete(plaintext);
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err())
        .contains(
            "F109_SCHEMA  Line 1 is not a record of the published form. The line is not a CSV row of the published form: its cells are name, value")
        .doesNotContain("JSON");
    assertThat(folder.resolve("a.csv.pgp")).doesNotExist();
    Path longLine =
        Files.writeString(folder.resolve("b.ndjson"), "{\"a\":\"" + "x".repeat(1 << 16) + "\"}\n");
    assertThat(complete(longLine).err()).contains("F112_THREAT_SCAN  A line of " + longLine);
  }

  @Test
  void a_file_without_a_header_or_a_request_is_not_sealed() throws IOException {
    for (String name : List.of("none.csv", "none.ndjson")) {
      Path file = Files.createFile(folder.resolve(name));
      Ended ended = complete(file);
      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err()).startsWith("F108_HEADER_TRAILER_MISSING").contains(name);
      assertThat(folder.resolve(name + ".pgp")).doesNotExist();
    }
    Path header = Files.writeString(folder.resolve("one.csv"), "H,format,countersign/1\n");
    assertThat(complete(header).err()).startsWith("F109_SCHEMA  " + header + " has no request");
  }

  @Test
  void a_row_that_is_no_record_is_not_called_a_missing_row_of_column_names() throws IOException {
    Ended made = CommandLineTest.run("example", "--format", "csv", "-o", folder);
    Path file = Path.of(made.out().strip());
    Files.writeString(file, Files.readString(file).replaceFirst("\nT,", "\nhello\nT,"));

    Ended ended = complete(file);

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("is not a record").doesNotContain("column names");
  }

  @Test
  void only_a_request_file_has_a_trailer() throws IOException {
    Ended ended = complete(Files.writeString(folder.resolve("receipt.json"), "{}"));
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("--complete is for request files: .ndjson or .csv.");
  }

  private Ended complete(Path file) {
    return CommandLineTest.run(
        "seal", file, "--complete", "--to", publicHalf("theirs"), "--sign-with", mine);
  }

  private void assertNothingIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }
}
