package countersign.intake;

import countersign.authority.Limits;
import countersign.request.ReasonCode;
import java.util.Set;

/**
 * By which numbers a file is judged as a whole, and which of its rules are applied that day.
 *
 * @param limits the agreement's
 * @param lookBackDays how far back other files count
 * @param repeatedSubjectRequests from this request for one subject on, R224
 * @param applied codes that the rules in force give; no other is given
 */
record Comparison(
    Limits limits, int lookBackDays, int repeatedSubjectRequests, Set<ReasonCode> applied) {
  Comparison {
    applied = Set.copyOf(applied);
  }

  /** Whether the rule that gives this code is in force. */
  boolean gives(ReasonCode code) {
    return applied.contains(code);
  }
}
