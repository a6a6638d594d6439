package countersign.accounts;

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
  /** Roles whose people get a key of their own, with which they sign what they do. */
  public static final Set<Role> SIGNING =
      Set.of(
          Role.FIRST_REVIEWER,
          Role.COUNTERSIGNER,
          Role.COUNSEL,
          Role.PRIVACY_OFFICER,
          Role.OPERATOR,
          Role.ADMINISTRATOR);

  /** Makes an immutable copy of the roles. */
  public Account {
    roles = Set.copyOf(roles);
  }

  /** Whether a role of the account signs. */
  boolean signs() {
    return roles.stream().anyMatch(SIGNING::contains);
  }
}
