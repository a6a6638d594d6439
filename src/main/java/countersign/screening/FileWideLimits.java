package countersign.screening;

import countersign.authority.Limits;
import countersign.request.ReasonCode;
import java.time.Instant;
import java.util.Set;

/**
 * By which numbers a file is judged as a whole, and which of its rules are applied that day.
 *
 * @param limits the agreement's
 * @param lookBackDays how far back other files count
 * @param repeatedSubjectRequests from this request for one subject on, R224
 * @param applied codes that the rules in force give; no other is given
 * @param until files that were picked up later do not count
 */
public record FileWideLimits(
    Limits limits,
    int lookBackDays,
    int repeatedSubjectRequests,
    Set<ReasonCode> applied,
    Instant until) {
  private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

  public FileWideLimits {
    applied = Set.copyOf(applied);
  }

  /** With every other file that has been read, as intake compares. */
  public FileWideLimits(Limits limits, int lookBackDays, int repeated, Set<ReasonCode> applied) {
    this(limits, lookBackDays, repeated, applied, NO_END);
  }

  /** With what had come by then only. */
  public FileWideLimits until(Instant then) {
    return new FileWideLimits(limits, lookBackDays, repeatedSubjectRequests, applied, then);
  }

  /** Whether the rule that gives this code is in force. */
  public boolean gives(ReasonCode code) {
    return applied.contains(code);
  }
}
