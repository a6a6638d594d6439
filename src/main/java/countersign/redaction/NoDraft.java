package countersign.redaction;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;

/**
 * Nothing may leave for this request.
 *
 * @param key which request
 * @param inner why, for people who may see evidence only
 * @param evidence inner code and comparison as JSON
 */
public record NoDraft(RequestKey key, ReasonCode inner, byte[] evidence) {
  /** Copies the evidence in. */
  public NoDraft {
    evidence = evidence.clone();
  }

  @Override
  public byte[] evidence() {
    return evidence.clone();
  }

  /** Names the request only. */
  @Override
  public String toString() {
    return key.toString();
  }
}
