package countersign.authority;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public key, accepted by the full fingerprint of its primary key.
 *
 * @param fingerprint upper-case hexadecimal
 * @param file absolute path of the armoured public key
 * @param acceptedFrom first day on which it is accepted
 * @param retiredOn first day on which it is no longer accepted; null if it is not retired
 */
public record PinnedKey(
    String fingerprint, Path file, LocalDate acceptedFrom, @Nullable LocalDate retiredOn) {

  /** True if the key is accepted on this day. */
  public boolean acceptedOn(LocalDate day) {
    return !day.isBefore(acceptedFrom) && (retiredOn == null || day.isBefore(retiredOn));
  }

  static List<PinnedKey> acceptedOn(List<PinnedKey> keys, LocalDate day) {
    return keys.stream().filter(key -> key.acceptedOn(day)).toList();
  }
}
