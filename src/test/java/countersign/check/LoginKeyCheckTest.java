package countersign.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's login key is opened with its passphrase before anybody connects. */
class LoginKeyCheckTest {
  private static final String PASSPHRASE = "open sesame";
  @TempDir Path directory;
  private Path key;
  private Path passphrase;

  @BeforeEach
  void a_partner_has_a_key_with_a_passphrase() throws Exception {
    key = directory.resolve("login");
    passphrase = Files.writeString(directory.resolve("passphrase"), PASSPHRASE + "\n");
    writes(PASSPHRASE);
    document("privateKeyPassphrase: { file: " + passphrase + " }");
  }

  private void writes(String words) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    KeyPair.genKeyPair(new JSch(), KeyPair.ED25519)
        .writeOpenSSHv1PrivateKey(
            out, words == null ? null : words.getBytes(StandardCharsets.UTF_8));
    Files.write(key, out.toByteArray());
  }

  private void document(String more) throws Exception {
    Path partner = Files.createDirectories(directory.resolve("partners")).resolve("dhs-ice.yaml");
    String shipped = Files.readString(Path.of("config/partners/dhs-ice.yaml"));
    String changed = shipped.replaceAll("(?m)^privateKeyFile: .*$", "privateKeyFile: " + key);
    Files.writeString(partner, changed + "\n" + more + "\n");
  }

  private List<String> said() {
    return LoginKeyCheck.of(directory).stream().map(CheckFinding::text).toList();
  }

  @Test
  void a_key_that_opens_and_one_without_a_passphrase_are_well() throws Exception {
    assertThat(said()).isEmpty();
    writes(null);
    assertThat(said()).isEmpty();
    Files.delete(key);
    assertThat(said()).isEmpty();
  }

  @Test
  void a_passphrase_that_is_another_one_is_named_and_prevents_no_start() throws Exception {
    Files.writeString(passphrase, "another");

    assertThat(LoginKeyCheck.of(directory))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.fatal()).isFalse();
              assertThat(one.text())
                  .isEqualTo(
                      "SFTP_KEY  partner dhs-ice · privateKeyPassphrase does not open %s. Correct the passphrase, or privateKeyFile.",
                      key);
            });
  }

  @Test
  void a_passphrase_that_no_document_names_or_that_is_away_is_named() throws Exception {
    document("");
    assertThat(said())
        .singleElement()
        .asString()
        .contains("has a passphrase, and the partner's document names none");
    document("privateKeyPassphrase: { env: COUNTERSIGN_TEST_NO_SUCH_VARIABLE }");
    assertThat(said())
        .singleElement()
        .asString()
        .startsWith("MISSING_SECRET  partner dhs-ice · privateKeyPassphrase cannot be read");
  }

  @Test
  void a_file_that_is_no_key_is_named() throws Exception {
    Files.writeString(key, "no key");
    assertThat(said()).singleElement().asString().contains("is not an SSH private key");
  }
}
