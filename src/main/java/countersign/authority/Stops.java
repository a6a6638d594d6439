package countersign.authority;

import countersign.request.Actor;
import countersign.request.ReasonCode;
import java.util.List;
import java.util.Optional;

/**
 * The stops. Release and dispatch ask {@link #standing} inside their change, after taking the
 * stops' lock shared; setting one takes that lock alone, so nothing slips past.
 */
public interface Stops {

  /** Every stop: standing ones first, then the newest first. */
  List<Stop> all();

  /** The stops that stand and lie in this way; empty: nothing halts it. */
  List<Stop> standing(Stop.Way way);

  /** Whether any stop halts it. */
  default boolean stands(Stop.Way way) {
    return !standing(way).isEmpty();
  }

  /** The stop of that number. */
  Optional<Stop> find(long number);

  /**
   * Sets a stop; from the return on nothing in its scope begins.
   *
   * @param value which agreement, agency, file or officer; {@code *} for {@link Stop.Scope#ALL}
   * @param reason why; it is kept beside the stop and does not enter the ledger
   * @throws IllegalArgumentException without a reason, or if the value does not fit the scope
   */
  Stop set(Stop.Scope scope, String value, Actor actor, String reason);

  /**
   * Lifts a stop; lifting it twice is lifting it once.
   *
   * @return the stop as it is then; empty if there is none of that number
   * @throws SamePerson if the actor set it
   * @throws IllegalArgumentException without a reason
   */
  Optional<Stop> lift(long number, Actor actor, String reason);

  /**
   * Marks as in force every stop in whose scope no upload is under way any more. Called by a timer;
   * harmless to repeat.
   *
   * @return how many came into force
   */
  int confirm();

  /** Whoever set a stop may not lift it. */
  final class SamePerson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SamePerson(Stop stop) {
      super(
          "%s  Stop %d was set by %s. Another person must lift it. The stop is still in force."
              .formatted(ReasonCode.S506_ACCESS, stop.number(), stop.setBy()));
    }

    /** Why. */
    public ReasonCode code() {
      return ReasonCode.S506_ACCESS;
    }
  }
}
