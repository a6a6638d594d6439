package countersign.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.authority.PinnedKey;
import countersign.pgp.Certificate;
import countersign.pgp.KeyMaker;
import countersign.pgp.RevokedKeys;
import countersign.pgp.SecretKey;
import countersign.request.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A requester's key file counts as it is now, without a restart. */
class RequesterKeysTest {
  private static final Instant BORN = Instant.parse("2026-11-01T00:00:00Z");
  private final SecretKey key = KeyMaker.make("Requester", BORN, null);
  private final RequesterKeys keys = new RequesterKeys();
  @TempDir Path folder;
  private Path file;
  private PinnedKey pinned;

  @BeforeEach
  void a_key_is_pinned() throws IOException {
    file = Files.write(folder.resolve("requester.asc"), key.certificate().armoured());
    pinned = new PinnedKey(key.fingerprint(), file, LocalDate.EPOCH, null);
  }

  @Test
  void an_unchanged_file_is_parsed_once() {
    Certificate first = keys.certificate(pinned);
    assertThat(first.fingerprint()).isEqualTo(key.fingerprint());
    assertThat(keys.certificate(pinned)).isSameAs(first);
  }

  @Test
  void a_revocation_counts_as_soon_as_the_key_file_has_it() throws IOException {
    assertThat(keys.certificate(pinned).isRevoked()).isFalse();

    Files.write(file, RevokedKeys.revoked(key, BORN.plusSeconds(60)).armoured());

    assertThat(keys.certificate(pinned).isRevoked()).isTrue();
  }

  @Test
  void a_file_that_is_being_replaced_makes_files_wait_and_refuses_none() throws IOException {
    keys.certificate(pinned);
    byte[] whole = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> keys.certificate(pinned))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("KEY_UNREADABLE"));
    Files.write(file, KeyMaker.make("Other", BORN, null).certificate().armoured());
    assertThatThrownBy(() -> keys.certificate(pinned)).isInstanceOf(Unavailable.class);
    Files.delete(file);
    assertThatThrownBy(() -> keys.certificate(pinned)).isInstanceOf(Unavailable.class);
    Files.write(file, whole);
    assertThat(keys.certificate(pinned).fingerprint()).isEqualTo(key.fingerprint());
  }
}
