package countersign.access;

import countersign.request.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in with a password.
 *
 * @param name user name, lower case
 * @param roles roles of the person, at least one
 * @param lockedUntil time at which the lock after too many failures ends; null if not locked
 * @param version grows with each change of roles, password or state
 * @param disabled whether the account cannot sign in
 */
public record Account(
    String name, Set<Role> roles, @Nullable Instant lockedUntil, long version, boolean disabled) {
  /** Makes an immutable copy of the roles. */
  public Account {
    roles = Set.copyOf(roles);
  }
}
