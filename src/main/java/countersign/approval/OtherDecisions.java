package countersign.approval;

import java.time.Instant;
import java.util.Optional;

/**
 * Decisions of a person that this package does not store. They count for the reviewing floor like
 * those about requests.
 */
@FunctionalInterface
public interface OtherDecisions {
  /** The time of the account's last such decision; empty if there is none. */
  Optional<Instant> lastOf(String account);
}
