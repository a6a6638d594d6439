package countersign.access;

import countersign.request.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in with a password.
 *
 * @param name what they sign in as, lower case
 * @param roles what they may do, at least one
 * @param lockedUntil after too many failures, not before this time; null if not locked
 */
public record Account(String name, Set<Role> roles, @Nullable Instant lockedUntil) {
  /** Copies the roles. */
  public Account {
    roles = Set.copyOf(roles);
  }
}
