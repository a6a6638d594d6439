package countersign.approval;

import countersign.request.Actor;
import countersign.request.Role;
import java.util.Set;

/**
 * A person with an account, as the console or the API has proved them.
 *
 * @param account the account's name
 * @param roles everything the account may be
 */
public record Reviewer(String account, Set<Role> roles) {
  /** Copies the roles in; the account must be a possible actor. */
  public Reviewer {
    roles = Set.copyOf(roles);
    Actor.person(account);
  }

  Actor actor() {
    return Actor.person(account);
  }

  boolean may(Role role) {
    return roles.contains(role);
  }

  /** Whether they may know where a case stands between its look-up and its answer. */
  boolean seesEvidence() {
    return may(Role.FIRST_REVIEWER)
        || may(Role.COUNTERSIGNER)
        || may(Role.COUNSEL)
        || may(Role.PRIVACY_OFFICER);
  }

  /** Whether some role of theirs keeps them from approving. */
  boolean isExcluded() {
    return roles.stream().anyMatch(Role::excludesReviewing);
  }
}
