package countersign.authority;

import java.time.LocalDate;
import java.util.List;

/**
 * An enrolled officer who may receive.
 *
 * @param officerId enrolled id
 * @param agency employer
 * @param name for people
 * @param office for people
 * @param role INVESTIGATOR may receive; nothing else may
 * @param contractor whether employed by a contractor, who may not receive
 * @param keys one key, or two during a rotation; empty: none yet, so nothing can be sealed to this
 *     officer
 */
public record Officer(
    String officerId,
    String agency,
    String name,
    String office,
    String role,
    boolean contractor,
    List<PinnedKey> keys) {
  /** Copies the keys in. */
  public Officer {
    keys = List.copyOf(keys);
  }

  /** Whether the register lets this officer receive at all: an investigator, no contractor. */
  public boolean mayReceive() {
    return role.equals("INVESTIGATOR") && !contractor;
  }

  /** The keys accepted on that day; empty: nothing can be sealed to this officer. */
  public List<PinnedKey> keysOn(LocalDate day) {
    return PinnedKey.acceptedOn(keys, day);
  }
}
