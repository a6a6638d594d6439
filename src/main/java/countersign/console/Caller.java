package countersign.console;

import countersign.access.Authorities;
import countersign.access.Permission;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.statement.StatementSigner;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * The signed-in person or program that makes a call or opens a page.
 *
 * @param account account name
 * @param roles all roles of the account
 * @param as the actor of the caller's action; it refuses an action that must be signed and is not
 */
public record Caller(String account, Set<Role> roles, Supplier<Actor> as) {
  public Caller {
    roles = Set.copyOf(roles);
  }

  public Caller(String account, Set<Role> roles) {
    this(account, roles, () -> Actor.person(account));
  }

  /** The same caller as the actor of one action. */
  Caller acting(Supplier<Actor> actor) {
    return new Caller(account, roles, actor);
  }

  public static Caller of(Authentication authentication) {
    Set<String> authorities =
        authentication.getAuthorities().stream()
            .map(authority -> String.valueOf(authority.getAuthority()))
            .collect(Collectors.toSet());
    return new Caller(
        authentication.getName(),
        Arrays.stream(Role.values())
            .filter(role -> authorities.contains(Authorities.of(role)))
            .collect(Collectors.toSet()));
  }

  /**
   * The actor of the caller's action.
   *
   * @throws ApiException if the action must be signed and the register does not list the caller's
   *     key
   */
  public Actor actor() {
    return as.get();
  }

  /** The caller as package {@code approval} represents a reviewer. */
  public Reviewer reviewer() {
    return new Reviewer(account, roles);
  }

  /** The same with the key that signs one decision; null if the account has none. */
  Reviewer reviewer(@Nullable StatementSigner signer) {
    return new Reviewer(account, roles, signer);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether any role of the caller may see taxpayer data. */
  boolean seesEvidence() {
    return roles.stream().anyMatch(Permission.SEE_EVIDENCE::contains);
  }
}
