package countersign.accounts;

import countersign.request.Actor;
import countersign.request.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of accounts: one administrator proposes a change, another one confirms it. Both sign, but
 * for {@link Kind#DISABLE}, which only takes rights away.
 */
public interface AccountChanges {

  /** How long a proposal can be confirmed. */
  Duration OPEN = Duration.ofHours(24);

  /** Kinds of changes. */
  enum Kind {
    /** A new account with roles and a generated password. */
    CREATE,
    /** Other roles. */
    ROLES,
    /** A new generated password. */
    RESET,
    /** The account cannot sign in any more. */
    DISABLE,
    /** A disabled account can sign in again, with its old password. */
    ENABLE
  }

  /** Where a proposal is. */
  enum Stage {
    /** It waits for a second administrator. */
    OPEN,
    /** A second administrator confirmed it, and the account was changed. */
    CONFIRMED,
    /** An administrator rejected it. */
    REJECTED,
    /** No second administrator confirmed it in time. */
    EXPIRED
  }

  /**
   * A proposed change.
   *
   * @param roles the roles of the account after the change; empty if the change leaves them
   * @param reason why, in the administrator's own words
   * @param decidedBy the administrator who confirmed or rejected it; null if nobody did
   */
  record Proposal(
      long id,
      Kind kind,
      String account,
      Set<Role> roles,
      String reason,
      String proposedBy,
      Instant proposedAt,
      Instant expiresAt,
      Stage stage,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt) {
    /** Makes an immutable copy of the roles. */
    public Proposal {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * A confirmed change.
   *
   * @param password the new password; null if the change made none
   */
  record Confirmed(Proposal proposal, @Nullable String password) {
    /** Does not contain the password. */
    @Override
    public String toString() {
      return proposal.toString();
    }
  }

  /**
   * Proposes a change.
   *
   * @throws ChangeRefused if the change is not possible or needs a signature; nothing is stored
   *     then
   */
  Proposal propose(Kind kind, String account, Set<Role> roles, String reason, Actor by);

  /**
   * Confirms a change that another administrator proposed, and makes it. Sessions of the account
   * end.
   *
   * @throws ChangeRefused if it is not open or not signed, or {@code by} proposed it or is the
   *     account itself
   */
  Confirmed confirm(long id, Actor by);

  /**
   * Rejects a change. The administrator who proposed it may do this too.
   *
   * @throws ChangeRefused if it is not open
   */
  Proposal reject(long id, Actor by);

  /** Whether a change of this kind needs two signatures. */
  static boolean isSigned(Kind kind) {
    return kind != Kind.DISABLE;
  }

  /**
   * The kind of a proposal, which decides whether its confirmation is signed.
   *
   * @throws ChangeRefused if there is no such proposal
   */
  Kind kindOf(long id);

  /** The newest proposals, newest first. */
  List<Proposal> recent(int most);
}
