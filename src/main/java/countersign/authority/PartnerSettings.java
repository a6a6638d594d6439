package countersign.authority;

import countersign.configuration.Instance.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway exchanges files with one partner. Each part is optional in its document.
 *
 * @param passphrase where the passphrase of the login key is; null if the key has none
 * @param poll when the inbox is polled
 * @param folders names of the folders
 * @param maxSealedBytes size of the largest sealed file that is kept; null if only the instance
 *     limits it
 * @param maxBytesPerSecond speed of each download and each upload; null if it is not limited
 */
public record PartnerSettings(
    @Nullable Secret passphrase,
    PollSchedule poll,
    FolderNames folders,
    @Nullable Long maxSealedBytes,
    @Nullable Long maxBytesPerSecond) {
  /** The settings of a partner whose document names none. */
  public static final PartnerSettings NONE =
      new PartnerSettings(null, PollSchedule.ALWAYS, FolderNames.PUBLISHED, null, null);

  /** The size of the largest sealed file that is kept, where the instance keeps at most this. */
  public long maxSealedBytes(long ofInstance) {
    return maxSealedBytes == null ? ofInstance : Math.min(maxSealedBytes, ofInstance);
  }
}
