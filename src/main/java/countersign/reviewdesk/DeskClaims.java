package countersign.reviewdesk;

import countersign.approval.ApprovalOutcome;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.statement.Reviewer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What claims and kept reasons do around a decision. A person who decides a case that nobody claims
 * holds the claim while the decision runs, so that two decisions never overlap. Stateless.
 */
final class DeskClaims {
  private final JdbcClaims claims;
  private final JdbcKeptReasons reasons;

  DeskClaims(JdbcClaims claims, JdbcKeptReasons reasons) {
    this.claims = claims;
    this.reasons = reasons;
  }

  /**
   * A decision that begins.
   *
   * @param heldBefore whether the person claimed the case before
   * @param other another person's claim, which prevents the decision; null if there is none
   */
  record Begun(RequestKey key, Reviewer by, boolean heldBefore, @Nullable CaseClaim other) {}

  Begun begin(RequestKey key, Reviewer by) {
    boolean held = claims.find(key).filter(claim -> claim.isBy(by.account())).isPresent();
    while (claims.take(key, by.account()).isEmpty()) {
      Optional<CaseClaim> other = claims.find(key);
      if (other.isPresent()) {
        return new Begun(key, by, held, other.get());
      }
      // The other person's claim ended between the two statements.
    }
    return new Begun(key, by, held, null);
  }

  /**
   * Ends the claim if the decision counts, or if it was taken for this decision only.
   *
   * @param outcome null if the decision failed
   */
  void end(Begun begun, @Nullable ApprovalOutcome outcome) {
    if (outcome != null) {
      decided(begun.key(), begun.by(), outcome);
    }
    if (!begun.heldBefore()) {
      claims.end(begun.key(), begun.by().account());
    }
  }

  /** Ends every claim on a decided case, and removes the texts that are no longer needed. */
  void decided(RequestKey key, Reviewer by, ApprovalOutcome outcome) {
    if (!(outcome instanceof ApprovalOutcome.Done done)) {
      return;
    }
    claims.end(key);
    if (done.state() == RequestState.ENDORSED || done.state() == RequestState.DRAFTED) {
      reasons.drop(key, by.account());
    } else {
      reasons.drop(key);
    }
  }
}
