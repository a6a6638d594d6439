package countersign.reviewdesk;

import countersign.authority.Authority;
import countersign.lifecycle.Lifecycle;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.request.Verb;
import countersign.statement.Reviewer;
import java.util.List;
import java.util.Map;

/**
 * Decides whether the same two people may sign once more. After the configured number of cases in a
 * row a third person takes the next one; if no third person is present, the two may go on, and each
 * such countersignature is recorded. Stateless.
 */
public final class PairRotation {
  private final JdbcPairs rows;
  private final Authority authority;
  private final Lifecycle lifecycle;
  private final DeskSettings settings;

  PairRotation(JdbcPairs rows, Authority authority, Lifecycle lifecycle, DeskSettings settings) {
    this.rows = rows;
    this.authority = authority;
    this.lifecycle = lifecycle;
    this.settings = settings;
  }

  /** What the rotation says about one countersigner and one endorser. */
  public enum Verdict {
    /** The pair may sign. */
    FREE,
    /** The pair signed too often; it may go on because no third person is present. */
    WAIVED,
    /** The pair signed too often, and a third person is present. */
    BLOCKED
  }

  /** Whether this countersigner may sign this case; a case that was signed before is free. */
  Verdict of(RequestKey key, String endorser, String countersigner) {
    boolean signed =
        rows.newest(endorser, Integer.MAX_VALUE).stream().anyMatch(one -> one.key().equals(key));
    return signed ? Verdict.FREE : of(endorser, countersigner);
  }

  /** Whether this countersigner may sign the next case of this endorser. */
  public Verdict of(String endorser, String countersigner) {
    List<JdbcPairs.Signed> newest = rows.newest(endorser, settings.samePairInARow());
    if (newest.size() < settings.samePairInARow()
        || newest.stream().anyMatch(one -> !one.countersigner().equalsIgnoreCase(countersigner))) {
      return Verdict.FREE;
    }
    boolean third =
        rows.present(settings.presentWithin()).stream()
            .filter(account -> authority.enrolment().lists(account, Role.COUNTERSIGNER))
            .anyMatch(account -> isThird(account, endorser, countersigner));
    return third ? Verdict.BLOCKED : Verdict.WAIVED;
  }

  private boolean isThird(String account, String endorser, String countersigner) {
    return !authority.enrolment().isSamePerson(account, endorser)
        && !authority.enrolment().isSamePerson(account, countersigner);
  }

  /** The number of cases in a row after which a third person takes the next one. */
  public int most() {
    return settings.samePairInARow();
  }

  /** The newest countersignatures that were allowed for want of a third person. */
  public List<PairWaiver> waivers(int most) {
    return rows.waivers(most);
  }

  /** Records that this person is at the desk, if the person countersigns. */
  void recordVisit(Reviewer reviewer) {
    if (reviewer.may(Role.COUNTERSIGNER) && !reviewer.isExcluded()) {
      rows.recordVisit(reviewer.account());
    }
  }

  /** Records a countersignature that the pair gave only for want of a third person. */
  void signed(RequestKey key, String endorser, Reviewer countersigner, Verdict verdict) {
    if (verdict == Verdict.WAIVED) {
      lifecycle.run(
          countersigner.actor(),
          change -> {
            rows.waived(new PairWaiver(key, endorser, countersigner.account(), change.now()));
            change.event(
                Verb.WAIVE,
                key.toString(),
                Map.of("endorser", endorser, "countersigner", countersigner.account()));
          });
    }
  }
}
