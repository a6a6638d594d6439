package countersign.pgp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who signed a configuration document, according to its OpenPGP signature. */
class DocumentSignerTest {
  private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");
  private static final byte[] DOCUMENT = "id: posture\n".getBytes(StandardCharsets.UTF_8);
  private final SecretKey ada = KeyMaker.make("Ada", NOW.minusSeconds(60), null);
  private final SecretKey bob = KeyMaker.make("Bob", NOW.minusSeconds(60), null);
  @TempDir Path directory;

  @Test
  void the_signer_is_the_given_key_that_made_the_signature() throws IOException {
    assertThat(DetachedSignatures.signer(DOCUMENT, sign(bob), List.of(key(ada), key(bob)), NOW))
        .contains(bob.fingerprint());
  }

  @Test
  void a_signature_of_a_key_that_is_not_given_is_not_valid() throws IOException {
    assertThat(DetachedSignatures.signer(DOCUMENT, sign(bob), List.of(key(ada)), NOW)).isEmpty();
  }

  @Test
  void a_changed_document_has_no_signer() throws IOException {
    byte[] changed = "id: posture \n".getBytes(StandardCharsets.UTF_8);

    assertThat(DetachedSignatures.signer(changed, sign(ada), List.of(key(ada)), NOW)).isEmpty();
  }

  @Test
  void a_signature_cut_anywhere_has_no_signer_and_does_not_blame_the_key() throws IOException {
    byte[] whole = sign(ada);
    Path key = key(ada);
    for (int length = 0; length < whole.length - 40; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(DetachedSignatures.signer(DOCUMENT, cut, List.of(key), NOW)).isEmpty();
    }
  }

  private static byte[] sign(SecretKey key) throws IOException {
    return DetachedSignatures.sign(new ByteArrayInputStream(DOCUMENT), key, NOW);
  }

  private Path key(SecretKey key) throws IOException {
    return Files.write(directory.resolve(key.fingerprint() + ".asc"), key.certificate().armoured());
  }
}
