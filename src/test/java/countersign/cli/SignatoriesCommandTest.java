package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.crypto.Sha256;
import countersign.pgp.DetachedSignatures;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that write the list of signatories, with real OpenPGP keys. */
class SignatoriesCommandTest {
  @TempDir Path folder;
  private Path config;
  private SecretKey ann;
  private SecretKey ben;

  @BeforeEach
  void two_people_have_keys() throws IOException {
    config = folder.resolve("config");
    Copies.of(Path.of("config"), config);
    ann = key("ann");
    ben = key("ben");
    key("cleo");
  }

  private SecretKey key(String id) throws IOException {
    SecretKey key = KeyMaker.make(id, Instant.now(), Duration.ofDays(300));
    Files.writeString(
        config.resolve("keys/" + id + ".asc"),
        new String(key.certificate().armoured(), StandardCharsets.US_ASCII));
    return key;
  }

  @Test
  void the_first_version_binds_an_installation_and_two_people_add_a_third() throws IOException {
    String root = first();
    assertThat(run("check", "--files", "--root-of-trust", root).out())
        .contains("Root of trust: sha256 " + root);

    assertThat(next("cleo", root).exit()).isZero();
    Path second = config.resolve("signatories/signatories-2.yaml");
    assertThat(run("check", "--files", "--root-of-trust", root).out())
        .contains("SIGNATORIES_NOT_LINKED  signatories/signatories-2.yaml")
        .contains("The gateway would not start");

    signs(second, ann, 1);
    signs(second, ben, 2);
    assertThat(run("check", "--files", "--root-of-trust", root).out())
        .contains("The files are right")
        .contains("Root of trust: sha256 " + root);
    assertThat(Files.readString(second)).contains("ann", "ben", "cleo", "serial: 2");
  }

  @Test
  void another_fingerprint_is_refused_by_check_and_by_run_in_the_same_words() throws IOException {
    String root = first();
    String other = "0".repeat(64);
    String sentence =
        "ROOT_NOT_FOUND  signatories/signatories-1.yaml · expected sha256 %s, found sha256 %s."
            .formatted(other, root);

    assertThat(run("check", "--files", "--root-of-trust", other).out()).contains(sentence);
    assertThat(run("run", "--root-of-trust", other, "--routes", "routes").err()).contains(sentence);
  }

  @Test
  void one_person_is_not_a_first_version() {
    CommandLines.Ended ended =
        run("signatories", "first", "--because", "A test", "--add", "ann,COUNSEL,Ann Example");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("Name at least two different people");
  }

  @Test
  void a_version_is_never_written_twice() throws IOException {
    first();

    assertThat(
            run(
                    "signatories",
                    "first",
                    "--because",
                    "Again",
                    "--add",
                    "ann,COUNSEL,Ann Example",
                    "--add",
                    "cleo,COUNSEL,Cleo Example")
                .err())
        .contains("signatories-1.yaml exists");
  }

  private String first() throws IOException {
    CommandLines.Ended ended =
        run(
            "signatories",
            "first",
            "--because",
            "A test",
            "--add",
            "ann,COUNSEL,Ann Example",
            "--add",
            "ben,PRIVACY_OFFICER,Ben Example");
    assertThat(ended.exit()).as(ended.err()).isZero();
    String printed = run("signatories", "fingerprint").out().strip();
    assertThat(printed)
        .isEqualTo(
            Sha256.hex(Files.readAllBytes(config.resolve("signatories/signatories-1.yaml"))));
    return printed;
  }

  private CommandLines.Ended next(String id, String root) {
    return run(
        "signatories",
        "next",
        "--root-of-trust",
        root,
        "--because",
        "A third person",
        "--add",
        id + ",COUNSEL,Cleo Example");
  }

  private static void signs(Path document, SecretKey who, int number) throws IOException {
    Files.write(
        Path.of(document + "." + number + ".asc"),
        DetachedSignatures.sign(
            new ByteArrayInputStream(Files.readAllBytes(document)), who, Instant.now()));
  }

  private CommandLines.Ended run(String... words) {
    Object[] line = new Object[words.length + 2];
    System.arraycopy(words, 0, line, 0, words.length);
    line[words.length] = "--config";
    line[words.length + 1] = config;
    return CommandLines.run(line);
  }
}
