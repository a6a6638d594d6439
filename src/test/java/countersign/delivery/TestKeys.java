package countersign.delivery;

import countersign.authority.PinnedKey;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/** Keys of officers and agencies for tests. */
final class TestKeys {
  private TestKeys() {}

  static SecretKey key(String owner) {
    return KeyMaker.make(owner, Instant.parse("2026-09-01T00:00:00Z"), null);
  }

  static PinnedKey pinned(Path keys, String name) {
    return new PinnedKey(
        "0".repeat(40), keys.resolve(name + ".asc"), LocalDate.parse("2026-09-01"), null);
  }

  static PinnedKey pinned(Path keys, String name, SecretKey key) {
    return new PinnedKey(
        key.fingerprint(), keys.resolve(name + ".asc"), LocalDate.parse("2026-09-01"), null);
  }

  static void write(Path file, SecretKey key) {
    try {
      Files.write(file, key.certificate().armoured());
    } catch (IOException cause) {
      throw new UncheckedIOException("The test's key cannot be written", cause);
    }
  }
}
