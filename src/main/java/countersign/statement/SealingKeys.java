package countersign.statement;

import java.time.Instant;
import java.util.Optional;

/** The key to which a response to an officer is sealed now. */
@FunctionalInterface
public interface SealingKeys {

  /** Fingerprints of the primary key and of the encryption key, upper-case hexadecimal. */
  record Fingerprints(String primary, String encryption) {}

  /**
   * The key of an officer.
   *
   * @param agency the requesting agency, to which the officer must belong
   * @return empty if the officer has no usable key
   */
  Optional<Fingerprints> of(String officerId, String agency, Instant at);
}
