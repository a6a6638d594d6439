package countersign.authority;

import countersign.request.Environment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One agreement between a requesting agency and the agency that runs the gateway.
 *
 * @param id name of its file in {@code config/agreements}
 * @param environments environments in which it applies
 * @param agencies agencies that may ask under it
 * @param authority the statute that permits disclosure, such as {@code 26 USC 6103(i)(2)}
 * @param firstDay first day in force, in {@code zone}
 * @param lastDay last day in force, in {@code zone}
 * @param zone time zone of its dates
 * @param statutes criminal statutes that requests may cite
 * @param purposes purposes that requests may state
 * @param elements data elements that may be granted
 * @param attestationText id of the current sole-use text
 * @param lexiconAdditions further words that count as placeholders
 * @param conditions conditions it adds to the rules, in its own order
 * @param limits numeric limits
 * @param schedule release times and time limits for people
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
  /** Makes immutable copies of the collections. */
  public Agreement {
    environments = Set.copyOf(environments);
    agencies = Set.copyOf(agencies);
    statutes = List.copyOf(statutes);
    purposes = Set.copyOf(purposes);
    elements = Set.copyOf(elements);
    lexiconAdditions = Set.copyOf(lexiconAdditions);
    conditions = List.copyOf(conditions);
  }

  /** True if it is in force on this day, in its own zone, for this agency and environment. */
  public boolean inForce(LocalDate day, String agency, Environment environment) {
    return !day.isBefore(firstDay)
        && !day.isAfter(lastDay)
        && agencies.contains(agency)
        && environments.contains(environment);
  }

  /** The statute with this citation; empty if the agreement does not serve it. */
  public Optional<Statute> statute(String citation) {
    for (Statute statute : statutes) {
      if (statute.citation().equals(citation)) {
        return Optional.of(statute);
      }
    }
    return Optional.empty();
  }
}
