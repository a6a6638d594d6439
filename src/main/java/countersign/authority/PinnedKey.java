package countersign.authority;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public key that is accepted by the full fingerprint of its primary key.
 *
 * @param fingerprint upper-case hex
 * @param file the armoured public key; absolute
 * @param acceptedFrom first day it is accepted
 * @param retiredOn first day it is no longer accepted; null: not retired
 */
public record PinnedKey(
    String fingerprint, Path file, LocalDate acceptedFrom, @Nullable LocalDate retiredOn) {

  /** Whether it is accepted on that day. */
  public boolean acceptedOn(LocalDate day) {
    return !day.isBefore(acceptedFrom) && (retiredOn == null || day.isBefore(retiredOn));
  }

  static List<PinnedKey> acceptedOn(List<PinnedKey> keys, LocalDate day) {
    return keys.stream().filter(key -> key.acceptedOn(day)).toList();
  }
}
