package countersign.authority;

import java.time.LocalDate;
import java.util.List;

/**
 * A head of agency, Inspector General or listed officer who may ask, 26 U.S.C. 6103(i)(2)(A).
 *
 * @param registerId id in the register
 * @param agency whose head or delegate
 * @param name for people
 * @param title for people
 * @param delegate whether it acts only under a delegation instrument
 * @param keys one key, or two during a rotation
 */
public record Official(
    String registerId,
    String agency,
    String name,
    String title,
    boolean delegate,
    List<PinnedKey> keys) {
  /** Copies the keys in. */
  public Official {
    keys = List.copyOf(keys);
  }

  /** The keys accepted on that day. */
  public List<PinnedKey> keysOn(LocalDate day) {
    return PinnedKey.acceptedOn(keys, day);
  }
}
