package countersign.stops;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Keyed hashes by which a stop finds the requests of a person or a district. Another package makes
 * them, under the same keys as those of the requests.
 */
public interface ScopeKeys {

  /**
   * The hashes of a taxpayer's number: for each agency those of the last year, this year and the
   * next {@value #YEARS_AHEAD} years, in hexadecimal form. The number is kept nowhere.
   */
  List<String> ofPerson(String number, Collection<String> agencies);

  /** The same for the addresses of requests in these states, such as {@code TX}. */
  List<String> ofStates(Set<String> states, Collection<String> agencies);

  /** Number of years after this one for which hashes are made. */
  int YEARS_AHEAD = 5;
}
