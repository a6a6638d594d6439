package countersign.request;

import java.time.Instant;
import java.util.Map;

/** A person's opened key, which signs the ledger's events of one action. */
@FunctionalInterface
public interface ActionSigner {
  /**
   * Signs an event.
   *
   * @param facts the facts of the event
   * @return the same facts with those of the signature
   */
  Map<String, String> sign(Verb verb, String subject, Instant at, Map<String, String> facts);
}
