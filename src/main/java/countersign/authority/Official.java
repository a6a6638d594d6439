package countersign.authority;

import java.time.LocalDate;
import java.util.List;

/**
 * A head of agency, Inspector General or listed officer who may ask, 26 U.S.C. 6103(i)(2)(A).
 *
 * @param registerId id in the register
 * @param agency agency that this official heads or represents
 * @param name display name
 * @param title display title
 * @param delegate true if this official acts only under a delegation instrument
 * @param keys one key, or two during a rotation
 */
public record Official(
    String registerId,
    String agency,
    String name,
    String title,
    boolean delegate,
    List<PinnedKey> keys) {
  /** Makes an immutable copy of the keys. */
  public Official {
    keys = List.copyOf(keys);
  }

  /** The keys accepted on this day. */
  public List<PinnedKey> keysOn(LocalDate day) {
    return PinnedKey.acceptedOn(keys, day);
  }
}
