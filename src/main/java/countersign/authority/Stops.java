package countersign.authority;

import countersign.request.Actor;
import countersign.request.ReasonCode;
import java.util.List;
import java.util.Optional;

/**
 * The stops. Release and dispatch call {@link #active} in their transaction, after they have taken
 * the stops' lock in shared mode; {@link #set} takes the same lock exclusively. So no disclosure
 * can overlook a stop that is being set.
 */
public interface Stops {

  /** Every stop: those that are not lifted first, each part newest first. */
  List<Stop> all();

  /** The stops that are not lifted and cover the disclosure; empty if nothing halts it. */
  List<Stop> active(Stop.Disclosure disclosure);

  /** True if any stop halts the disclosure. */
  default boolean halts(Stop.Disclosure disclosure) {
    return !active(disclosure).isEmpty();
  }

  /** The stop with this number; empty if there is none. */
  Optional<Stop> find(long number);

  /**
   * Sets a stop; once this method has returned, no release or upload in its scope begins.
   *
   * @param value id of the agreement, agency, file or officer; {@code *} for {@link Stop.Scope#ALL}
   * @param reason why it is set; stored with the stop, not in the ledger
   * @throws IllegalArgumentException if the reason is missing or the value does not fit the scope
   */
  Stop set(Stop.Scope scope, String value, Actor actor, String reason);

  /**
   * Lifts a stop; has no effect on a stop that is already lifted.
   *
   * @return the stop after the call; empty if there is none with this number
   * @throws SamePerson if the actor set the stop
   * @throws IllegalArgumentException if the reason is missing
   */
  Optional<Stop> lift(long number, Actor actor, String reason);

  /**
   * Marks every stop as in force whose scope contains no running upload any more. A timer calls it;
   * it is safe to repeat.
   *
   * @return number of stops that came into force
   */
  int confirm();

  /** Thrown when the person who set a stop tries to lift it. */
  final class SamePerson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SamePerson(Stop stop) {
      super(
          "%s  Stop %d was set by %s. Another person must lift it. The stop is still in force."
              .formatted(ReasonCode.S506_ACCESS, stop.number(), stop.setBy()));
    }

    /** The code for the refusal. */
    public ReasonCode code() {
      return ReasonCode.S506_ACCESS;
    }
  }
}
