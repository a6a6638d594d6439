package countersign.authority;

import countersign.request.Environment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One agreement between a requesting agency and the gateway's.
 *
 * @param id name of its file in {@code config/agreements}
 * @param environments where it holds
 * @param agencies which agencies may ask under it
 * @param authority the statute that permits disclosure, such as {@code 26 USC 6103(i)(2)}
 * @param firstDay first day in force, in {@code zone}
 * @param lastDay last day in force
 * @param zone in which its dates are meant
 * @param statutes paragraphs served
 * @param purposes purposes served
 * @param elements what may be granted
 * @param attestationText id of the current sole-use text
 * @param lexiconAdditions words that also count as placeholders
 * @param conditions what it adds to the rules, in its own order
 * @param limits numbers
 * @param schedule times
 */
public record Agreement(
    String id,
    Set<Environment> environments,
    Set<String> agencies,
    String authority,
    LocalDate firstDay,
    LocalDate lastDay,
    ZoneId zone,
    List<Statute> statutes,
    Set<String> purposes,
    Set<String> elements,
    String attestationText,
    Set<String> lexiconAdditions,
    List<Condition> conditions,
    Limits limits,
    Schedule schedule) {
  /** Copies the collections in. */
  public Agreement {
    environments = Set.copyOf(environments);
    agencies = Set.copyOf(agencies);
    statutes = List.copyOf(statutes);
    purposes = Set.copyOf(purposes);
    elements = Set.copyOf(elements);
    lexiconAdditions = Set.copyOf(lexiconAdditions);
    conditions = List.copyOf(conditions);
  }

  /** Whether it is in force on that day of its zone for that agency and environment. */
  public boolean inForce(LocalDate day, String agency, Environment environment) {
    return !day.isBefore(firstDay)
        && !day.isAfter(lastDay)
        && agencies.contains(agency)
        && environments.contains(environment);
  }

  /** The paragraph cited, if it is served. */
  public Optional<Statute> statute(String citation) {
    for (Statute statute : statutes) {
      if (statute.citation().equals(citation)) {
        return Optional.of(statute);
      }
    }
    return Optional.empty();
  }
}
