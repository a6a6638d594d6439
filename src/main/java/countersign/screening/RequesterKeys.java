package countersign.screening;

import countersign.authority.PinnedKey;
import countersign.pgp.Certificate;
import countersign.request.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of those who may sign files. The key file is read at every call, so that a
 * revocation or a new expiry date counts at once; it is parsed again only if its bytes changed.
 * Thread-safe.
 */
final class RequesterKeys {
  private final Map<PinnedKey, Known> known = new ConcurrentHashMap<>();

  private record Known(byte[] file, Certificate certificate) {}

  /**
   * The pinned certificate as its file contains it now.
   *
   * @throws Unavailable KEY_UNREADABLE if the file cannot be read or does not contain the key, for
   *     example while it is being replaced; no file is refused for that
   */
  Certificate certificate(PinnedKey key) {
    try {
      byte[] file = Files.readAllBytes(key.file());
      Known before = known.get(key);
      if (before != null && Arrays.equals(before.file(), file)) {
        return before.certificate();
      }
      Certificate certificate =
          Certificate.parse(new ByteArrayInputStream(file)).stream()
              .filter(one -> one.fingerprint().equalsIgnoreCase(key.fingerprint()))
              .findFirst()
              .orElseThrow(() -> unreadable(key, null));
      known.put(key, new Known(file, certificate));
      return certificate;
    } catch (IOException e) {
      throw unreadable(key, e);
    }
  }

  private static Unavailable unreadable(PinnedKey key, @Nullable IOException cause) {
    return new Unavailable(
        "KEY_UNREADABLE",
        "Key %s cannot be read from %s. Files wait until the key file is correct; run check."
            .formatted(key.fingerprint(), key.file()),
        cause);
  }
}
