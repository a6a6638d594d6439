package countersign.authority;

import java.time.LocalDate;
import java.util.List;

/**
 * An enrolled officer, who may receive responses.
 *
 * @param officerId enrolled id
 * @param agency employer
 * @param name display name
 * @param office display name of the office
 * @param role only INVESTIGATOR may receive
 * @param contractor true if employed by a contractor; contractors may not receive
 * @param keys one key, or two during a rotation; empty if the officer has none yet, so that nothing
 *     can be sealed to this officer
 */
public record Officer(
    String officerId,
    String agency,
    String name,
    String office,
    String role,
    boolean contractor,
    List<PinnedKey> keys) {
  /** Makes an immutable copy of the keys. */
  public Officer {
    keys = List.copyOf(keys);
  }

  /** True if the register lets this officer receive: an investigator who is not a contractor. */
  public boolean mayReceive() {
    return role.equals("INVESTIGATOR") && !contractor;
  }

  /** Whether a key of the officer is accepted on this day; asked for every request. */
  public boolean hasKeyOn(LocalDate day) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).acceptedOn(day)) {
        return true;
      }
    }
    return false;
  }

  /** The keys accepted on this day; if empty, nothing can be sealed to this officer. */
  public List<PinnedKey> keysOn(LocalDate day) {
    return PinnedKey.acceptedOn(keys, day);
  }
}
