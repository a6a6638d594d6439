package countersign.disclosure;

import static countersign.disclosure.ApprovalVerification.require;

import countersign.approval.JdbcApprovals;
import countersign.disclosure.ApprovalVerification.Candidate;
import countersign.disclosure.ApprovalVerification.Checked;
import countersign.disclosure.ApprovalVerification.DoesNotCount;
import countersign.request.Role;
import countersign.request.Verb;
import java.time.Instant;
import java.util.List;

/**
 * Checks that every denial of a request was lifted: the counsel who denied it reconsidered, and a
 * different counsel lifted it, both with their signatures. A denial needs no signature to count.
 *
 * @see <a href="../../../../../docs/rules.md">R9</a>
 */
final class DenialCheck {
  private final ApprovalVerification verification;
  private final Candidate candidate;

  DenialCheck(ApprovalVerification verification, Candidate candidate) {
    this.verification = verification;
    this.candidate = candidate;
  }

  void assertLifted(Instant now) throws DoesNotCount {
    List<JdbcApprovals.StoredDecision> denials =
        candidate.rows().stream().filter(row -> row.step().equals(Verb.DECLINE.name())).toList();
    for (JdbcApprovals.StoredDecision denial : denials) {
      require(isLifted(denial, now), VerificationCause.DENIED);
    }
  }

  private boolean isLifted(JdbcApprovals.StoredDecision denial, Instant now) {
    return candidate.rows().stream()
        .filter(lift -> lift.step().equals(Verb.LIFT.name()) && lift.number() > denial.number())
        .anyMatch(lift -> isLiftedBy(denial, lift, now));
  }

  private boolean isLiftedBy(
      JdbcApprovals.StoredDecision denial, JdbcApprovals.StoredDecision lift, Instant now) {
    return candidate.rows().stream()
        .filter(row -> row.step().equals(Verb.RECONSIDER.name()))
        .filter(row -> row.number() > denial.number() && row.number() < lift.number())
        .anyMatch(reconsidered -> areTwoCounsel(denial, reconsidered, lift, now));
  }

  private boolean areTwoCounsel(
      JdbcApprovals.StoredDecision denial,
      JdbcApprovals.StoredDecision reconsidered,
      JdbcApprovals.StoredDecision lift,
      Instant now) {
    try {
      Checked no = counsel(denial, Verb.DECLINE, now);
      Checked first = counsel(reconsidered, Verb.RECONSIDER, now);
      Checked second = counsel(lift, Verb.LIFT, now);
      String hash = no.hash();
      return hash.equals(first.statement().about().lifted())
          && hash.equals(second.statement().about().lifted())
          && no.who().isSamePersonAs(first.who())
          && !no.who().isSamePersonAs(second.who());
    } catch (DoesNotCount e) {
      return false;
    }
  }

  private Checked counsel(JdbcApprovals.StoredDecision row, Verb step, Instant now)
      throws DoesNotCount {
    return verification.signed(row, step.name(), Role.COUNSEL, candidate, now);
  }
}
