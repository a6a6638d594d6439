package countersign.stops;

import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The stops and vetoes. Release, seal and dispatch call {@link #active} and {@link #halted} in
 * their transaction, after they have taken the stops' lock in shared mode; {@link #set} takes the
 * same lock exclusively. So no disclosure can overlook a stop that is being set.
 */
public interface Stops {

  /** Every stop and veto: those that are not lifted first, each part newest first. */
  List<Stop> all();

  /**
   * The stops that are not lifted and cover the disclosure as a whole; empty if there is none.
   * Vetoes, and stops of single requests, are left to {@link #halted}.
   */
  List<Stop> active(Stop.Disclosure disclosure);

  /** True if any stop halts the disclosure as a whole. */
  default boolean halts(Stop.Disclosure disclosure) {
    return !active(disclosure).isEmpty();
  }

  /**
   * The requests among those given that a stop of a person or a district, or a veto, covers.
   *
   * @param requests the ids of requests; asked for only if there is such a stop or veto
   */
  Halted halted(Supplier<? extends Collection<String>> requests);

  /**
   * Single requests that are covered.
   *
   * @param stopped ids of requests that wait until a stop is lifted
   * @param vetoed ids of requests that are not disclosed, because of a veto
   */
  record Halted(Set<String> stopped, Set<String> vetoed) {
    /** No request is covered. */
    public static final Halted NONE = new Halted(Set.of(), Set.of());

    /** Makes immutable copies of the sets. */
    public Halted {
      stopped = Set.copyOf(stopped);
      vetoed = Set.copyOf(vetoed);
    }

    /** Whether a stop or veto covers this request. */
    public boolean covers(RequestKey key) {
      return stopped.contains(key.toString()) || vetoed.contains(key.toString());
    }
  }

  /** True if a veto that is not lifted covers the file. */
  boolean isVetoed(FileId file);

  /** True if a veto that is not lifted covers the request, its file or its person. */
  boolean isVetoed(RequestKey request);

  /** The stop with this number; empty if there is none. */
  Optional<Stop> find(long number);

  /**
   * Sets a stop or veto; once this method has returned, no release or upload in its scope begins.
   *
   * @param reason why it is set; stored with the stop, not in the ledger
   * @throws IllegalArgumentException if the reason is missing, or a veto is on something else than
   *     a file or a person
   */
  Stop set(Stop.Kind kind, Stop.Target target, Actor actor, String reason);

  /** Sets a stop that needs no keyed hashes. */
  default Stop set(Stop.Scope scope, String value, Actor actor, String reason) {
    return set(Stop.Kind.STOP, Stop.Target.of(scope, value), actor, reason);
  }

  /**
   * The person who lifts.
   *
   * @param asCounsel whether that person has the role of counsel
   */
  record Lifter(Actor actor, boolean asCounsel) {}

  /**
   * Proposes to lift a stop, or lifts it if another person has proposed it and the proposal has not
   * expired. One of the two is counsel, and the person who set the stop never takes the second
   * step. The counsel who set a veto proposes to lift it, and a second counsel lifts it. Has no
   * effect on a stop that is already lifted.
   *
   * @return the stop after the call; empty if there is none with this number
   * @throws NotAllowed if this person may not take the step that is next
   * @throws IllegalArgumentException if the reason is missing
   */
  Optional<Stop> lift(long number, Lifter lifter, String reason);

  /**
   * Marks every stop as in force whose scope contains no running upload any more. A timer calls it;
   * it is safe to repeat.
   *
   * @return number of stops that came into force
   */
  int confirm();

  /** Thrown when a person may not take the next step of lifting. Nothing was changed. */
  final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ReasonCode code;

    NotAllowed(ReasonCode code, String sentence) {
      super("%s  %s".formatted(code, sentence));
      this.code = code;
    }

    /** The code for the refusal: A110 for a veto, otherwise S506. */
    public ReasonCode code() {
      return code;
    }
  }
}
