package countersign.cli;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code check} and {@code run} prove every key that the configuration names. */
class CheckedKeysTest {
  private final Instant born = Clock.systemUTC().instant().minus(Duration.ofDays(10));
  private final SecretKey valid = KeyMaker.make("Valid", born, null);
  private final SecretKey expired = KeyMaker.make("Expired", born, Duration.ofDays(1));
  private final SecretKey ending = KeyMaker.make("Ending", born, Duration.ofDays(20));
  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    Copies.of(Path.of("config"), folder);
  }

  @Test
  void valid_keys_pass() throws IOException {
    officer("OFF-0401", valid, publicly(valid));
    agency(valid, publicly(valid));

    assertThat(said("check", "--files")).startsWith("0 ").doesNotContain("KEY_");
  }

  @Test
  void every_file_that_is_not_the_pinned_key_prevents_the_start_and_all_are_reported_at_once()
      throws IOException {
    officer("OFF-0401", valid, "hello\n");
    officer("OFF-0402", ending, ending.armoured());
    officer("OFF-0403", expired, publicly(valid));
    officer("OFF-0404", KeyMaker.make("Other", born, null), null);
    agency(valid, publicly(valid) + publicly(expired));

    assertThat(said("check", "--files"))
        .startsWith("1 ")
        .contains(
            "NOT_A_KEY  registers/officers.yaml · officers[0].keys[0].file (OFF-0401), line 9 · expected a public OpenPGP key, found a text of 6 bytes in keys/OFF-0401.asc. Put its owner's exported public key there.")
        .contains("SECRET_KEY  registers/officers.yaml · officers[1].keys[0].file (OFF-0402)")
        .contains(
            "WRONG_FINGERPRINT  registers/officers.yaml · officers[2].keys[0].fingerprint (OFF-0403), line 11 · expected the key %s, found %s in keys/OFF-0403.asc."
                .formatted(expired.fingerprint(), valid.fingerprint()))
        .contains("DANGLING  registers/officers.yaml · officers[3].keys[0].file (OFF-0404)")
        .contains("SEVERAL_KEYS  partners/dhs-ice.yaml · agencyKeys[0].file")
        .contains("5 problems");
    assertThat(said("run")).startsWith("1 ").contains("NOT_A_KEY").contains("SEVERAL_KEYS");
  }

  @Test
  void an_officers_expired_key_and_one_that_ends_soon_are_warnings() throws IOException {
    officer("OFF-0401", expired, publicly(expired));
    officer("OFF-0402", ending, publicly(ending));

    assertThat(said("check", "--files"))
        .startsWith("0 ")
        .contains("KEY_EXPIRED  registers/officers.yaml · officers[0].keys[0].file (OFF-0401)")
        .contains("KEY_ENDS_SOON  registers/officers.yaml · officers[1].keys[0].file (OFF-0402)")
        .contains("its end on " + born.plus(Duration.ofDays(20)).toString().substring(0, 10));
  }

  @Test
  void an_agency_that_no_key_can_answer_prevents_the_start() throws IOException {
    agency(expired, publicly(expired));

    assertThat(said("check", "--files"))
        .startsWith("1 ")
        .contains("KEY_EXPIRED  partners/dhs-ice.yaml · agencyKeys[0].file")
        .contains("NO_VALID_KEY  partners/dhs-ice.yaml · agencyKeys");
  }

  @Test
  void an_unusable_key_of_the_gateway_prevents_the_start() throws IOException {
    Path key = Files.writeString(folder.resolve("gateway.asc"), expired.armoured());
    edit("countersign.yaml", "/run/secrets/gateway_key", key.toString());

    assertThat(said("check", "--files"))
        .startsWith("1 ")
        .contains("GATEWAY_KEY  countersign.yaml · keys.gatewayKeyFile");
  }

  @Test
  void the_gateways_own_key_is_refused_for_an_officer_and_an_agency() throws IOException {
    Path key = Files.writeString(folder.resolve("gateway.asc"), valid.armoured());
    edit("countersign.yaml", "/run/secrets/gateway_key", key.toString());
    officer("OFF-0424", valid, publicly(valid));
    agency(valid, publicly(valid));

    assertThat(said("check", "--files"))
        .startsWith("1 ")
        .contains("OWN_KEY  registers/officers.yaml · officers[23].keys[0].fingerprint (OFF-0424)")
        .contains("OWN_KEY  partners/dhs-ice.yaml · agencyKeys[0].fingerprint")
        .contains("found the gateway's own key. Pin the owner's key instead");
    assertThat(said("run")).startsWith("1 ").contains("OWN_KEY");
  }

  @Test
  void a_key_twice_says_where_it_was_first() throws IOException {
    officer("OFF-0401", valid, publicly(valid));
    officer("OFF-0402", valid, publicly(valid));

    assertThat(said("check", "--files"))
        .contains("officers[1].keys[0].fingerprint (OFF-0402)")
        .contains("again; the first is registers/officers.yaml · officers[0].keys[0].fingerprint");
  }

  private void officer(String id, SecretKey pinned, @Nullable String content) throws IOException {
    String file = "keys/" + id + ".asc";
    String entry = "officerId: " + id + ",";
    String register = Files.readString(folder.resolve("registers/officers.yaml"));
    int at = register.indexOf("keys: []", register.indexOf(entry));
    Files.writeString(
        folder.resolve("registers/officers.yaml"),
        register.substring(0, at) + keys(pinned, file) + register.substring(at + 8));
    if (content != null) {
      Files.writeString(folder.resolve(file), content);
    }
  }

  private void agency(SecretKey pinned, String content) throws IOException {
    edit(
        "partners/dhs-ice.yaml",
        "agencyKeys: []",
        "agencyK" + keys(pinned, "keys/a.asc").substring(1));
    Files.writeString(folder.resolve("keys/a.asc"), content);
  }

  private static String keys(SecretKey pinned, String file) {
    return "keys: [{ fingerprint: %s, file: %s, acceptedFrom: 2020-01-01 }]"
        .formatted(pinned.fingerprint(), file);
  }

  private void edit(String document, String old, String replacement) throws IOException {
    Path file = folder.resolve(document);
    Files.writeString(file, Files.readString(file).replace(old, replacement));
  }

  private static String publicly(SecretKey key) {
    return new String(key.certificate().armoured(), java.nio.charset.StandardCharsets.US_ASCII);
  }

  private String said(String... command) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    CommandLine line = CountersignCommand.commandLine().setErr(out).setOut(out);
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("--config", folder.toString()));
    int exit = line.execute(words.toArray(String[]::new));
    return exit + " " + said;
  }
}
