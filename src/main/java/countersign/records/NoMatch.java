package countersign.records;

import countersign.request.ReasonCode;
import countersign.request.RequestKey;

/**
 * The records do not confirm who was asked about; to the partner it is one and the same as every
 * other no disclosure.
 *
 * @param key which request
 * @param inner why, for people who may see evidence only
 * @param evidence what agreed and what did not
 * @see <a href="../../../../../docs/rules.md">R47</a>
 */
public record NoMatch(RequestKey key, ReasonCode inner, Evidence evidence) {
  /** Names the request only: which code it got is not for a log. */
  @Override
  public String toString() {
    return key.toString();
  }
}
