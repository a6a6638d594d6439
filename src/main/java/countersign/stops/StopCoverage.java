package countersign.stops;

import java.util.Collection;
import java.util.function.Supplier;

/** The requests that stops of single requests and vetoes cover; another package keeps requests. */
public interface StopCoverage {

  /**
   * The requests among those given that a stop of a person or a district, or a veto, covers.
   *
   * @param requests the ids of requests; asked for only if there is such a stop or veto
   */
  Stops.Halted halted(Supplier<? extends Collection<String>> requests);
}
