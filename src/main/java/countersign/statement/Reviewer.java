package countersign.statement;

import countersign.request.Actor;
import countersign.request.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person with an account that the console or the API has authenticated.
 *
 * @param account the account's name
 * @param roles all roles of the account
 * @param signer the person's key, opened for one decision; null if the person only reads, or has no
 *     key
 */
public record Reviewer(String account, Set<Role> roles, @Nullable StatementSigner signer) {
  /** A person who only reads. */
  public Reviewer(String account, Set<Role> roles) {
    this(account, roles, null);
  }

  /** Copies the roles and checks that the account is a valid actor. */
  public Reviewer {
    roles = Set.copyOf(roles);
    Actor.person(account);
  }

  /** The actor of the decision, which counts from the time at which its statement was shown. */
  public Actor actor() {
    StatementSigner.Prepared shown = signer == null ? null : signer.prepared();
    Actor person = Actor.person(account);
    return shown == null ? person : person.at(shown.at());
  }

  public boolean may(Role role) {
    return roles.contains(role);
  }

  /** Whether this person may see the state of a case between its look-up and its answer. */
  public boolean seesEvidence() {
    return may(Role.FIRST_REVIEWER)
        || may(Role.COUNTERSIGNER)
        || may(Role.COUNSEL)
        || may(Role.PRIVACY_OFFICER);
  }

  /** Whether one of the roles excludes this person from approving. */
  public boolean isExcluded() {
    return roles.stream().anyMatch(Role::excludesReviewing);
  }
}
