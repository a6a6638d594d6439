package countersign.console;

import countersign.request.Actor;
import java.util.List;
import java.util.Optional;

/** Sets and lifts holds, as pages and API need it. */
interface Holds {

  /** Every hold, standing ones first, then the newest first. */
  List<Hold> all();

  /**
   * Stops everything in a scope.
   *
   * @param scope one of the five words
   * @param value which one; {@code *} for ALL
   * @return the hold
   */
  Hold set(String scope, String value, Actor actor, String reason);

  /**
   * Lifts a hold; lifting it twice is lifting it once.
   *
   * @return the hold; empty if there is none of that number
   */
  Optional<Hold> lift(long id, Actor actor, String reason);

  /** One hold. */
  default Optional<Hold> byId(long id) {
    return all().stream().filter(hold -> hold.id() == id).findFirst();
  }
}
