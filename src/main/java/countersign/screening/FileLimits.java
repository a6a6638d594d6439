package countersign.screening;

import countersign.authority.Limits;
import countersign.request.ReasonCode;
import java.time.Instant;
import java.util.Set;

/**
 * The limits with which a file is judged as a whole, and the codes that its rules can give on that
 * day.
 *
 * @param limits limits of the agreement
 * @param lookBackDays number of days over which earlier files are compared
 * @param repeatedSubjectRequests number of requests for one subject from which R224 is given
 * @param applied codes of the rules in force; no other code is given
 * @param until files picked up after this time are not compared
 */
public record FileLimits(
    Limits limits,
    int lookBackDays,
    int repeatedSubjectRequests,
    Set<ReasonCode> applied,
    Instant until) {
  private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

  /** Makes an unmodifiable copy of the codes. */
  public FileLimits {
    applied = Set.copyOf(applied);
  }

  /** Limits that compare with every other file that has been read, as intake does. */
  public FileLimits(Limits limits, int lookBackDays, int repeated, Set<ReasonCode> applied) {
    this(limits, lookBackDays, repeated, applied, NO_END);
  }

  /** The same limits, compared only with files picked up until then. */
  public FileLimits until(Instant then) {
    return new FileLimits(limits, lookBackDays, repeatedSubjectRequests, applied, then);
  }

  /** Whether the rule with this code is in force. */
  public boolean gives(ReasonCode code) {
    return applied.contains(code);
  }
}
