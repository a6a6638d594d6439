package countersign.demo;

import countersign.request.ReasonCode;
import countersign.request.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and its expected outcome.
 *
 * @param request the request as sent
 * @param story explains the case to people
 * @param outcome the expected outcome
 * @param codes for a refused request every reason code; for a failed match the internal code, which
 *     no partner sees; otherwise empty
 * @param home address that must be disclosed; null unless {@code DISCLOSED}
 */
public record ExpectedOutcome(
    Request request,
    String story,
    Outcome outcome,
    List<ReasonCode> codes,
    SyntheticPerson.@Nullable Home home) {

  /** Makes an immutable copy of the codes. */
  public ExpectedOutcome {
    codes = List.copyOf(codes);
  }

  /** The possible outcomes of a request. */
  public enum Outcome {
    /** Both reviewers approve and the response contains the last known address. */
    DISCLOSED,
    /** The records do not confirm the request. */
    UNMATCHED,
    /** The first reviewer denies the request. */
    FIRST_DECLINES,
    /** The second reviewer denies the request. */
    SECOND_DECLINES,
    /** Screening refuses the request with every code. */
    REFUSED;

    /** True if two people review the request. */
    public boolean isReviewed() {
      return this == DISCLOSED || this == FIRST_DECLINES || this == SECOND_DECLINES;
    }
  }

  /** Id of the request in the file. */
  public String requestId() {
    return request.requestId() == null ? "" : request.requestId();
  }

  @Override
  public String toString() {
    return requestId() + " " + outcome;
  }
}
