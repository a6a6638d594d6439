package countersign.redaction;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;

/**
 * A request for which nothing may be disclosed.
 *
 * @param key key of the request
 * @param internalReason internal reason, only for people who may see evidence
 * @param evidence internal reason and comparison as JSON
 */
public record NoDraft(RequestKey key, ReasonCode internalReason, byte[] evidence) {
  /** Copies the evidence. */
  public NoDraft {
    evidence = evidence.clone();
  }

  @Override
  public byte[] evidence() {
    return evidence.clone();
  }

  /** Returns the request's key only, because the other values must not be logged. */
  @Override
  public String toString() {
    return key.toString();
  }
}
