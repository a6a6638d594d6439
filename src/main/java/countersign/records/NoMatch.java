package countersign.records;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;

/**
 * The records do not confirm the person in a request. Partners receive the same code as for any
 * other result without disclosure.
 *
 * @param key key of the request
 * @param internalReason internal reason, only for people who may see evidence
 * @param evidence which comparisons agreed and which did not
 * @see <a href="../../../../../docs/rules.md">R47</a>
 */
public record NoMatch(RequestKey key, ReasonCode internalReason, Evidence evidence) {
  /** Returns the request's key only, because the internal reason must not be logged. */
  @Override
  public String toString() {
    return key.toString();
  }
}
