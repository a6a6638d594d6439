package countersign.demo;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and what must become of it.
 *
 * @param request as it is sent
 * @param story what is behind it, for people
 * @param outcome how it must end
 * @param codes every reason code of a refused one, or the inner one of a match that fails, which no
 *     partner sees; empty otherwise
 * @param home the address that must be disclosed; null unless {@code DISCLOSED}
 */
public record ExpectedOutcome(
    Request request,
    String story,
    Outcome outcome,
    List<ReasonCode> codes,
    SyntheticPerson.@Nullable Home home) {

  /** Copies the codes in. */
  public ExpectedOutcome {
    codes = List.copyOf(codes);
  }

  /** How a request ends. */
  public enum Outcome {
    /** Both reviewers sign and the last known address is answered. */
    DISCLOSED,
    /** The records do not confirm it. */
    UNMATCHED,
    /** The first reviewer says no. */
    FIRST_DECLINES,
    /** The second reviewer says no. */
    SECOND_DECLINES,
    /** Screening says no, with every code. */
    REFUSED;

    /** Whether two people see it. */
    public boolean isReviewed() {
      return this == DISCLOSED || this == FIRST_DECLINES || this == SECOND_DECLINES;
    }
  }

  /** Its id in the file. */
  public String requestId() {
    return request.requestId() == null ? "" : request.requestId();
  }

  @Override
  public String toString() {
    return requestId() + " " + outcome;
  }
}
