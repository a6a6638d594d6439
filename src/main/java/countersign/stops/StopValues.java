package countersign.stops;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The values that a stop may have: the ids that the registers or the tables hold, the judicial
 * districts, days of pick-up, and taxpayers' numbers. Stateless.
 */
public final class StopValues {
  private static final int MOST_FILES = 500;
  private static final int SHORT_FORM = 12;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{9}");

  private final KnownIds ids;
  private final Authority authority;
  private final ScopeKeys keys;
  private final Clock clock;

  StopValues(KnownIds ids, Authority authority, ScopeKeys keys, Clock clock) {
    this.ids = ids;
    this.authority = authority;
    this.keys = keys;
    this.clock = clock;
  }

  /** Thrown when a scope has no such value. The message never contains the value. */
  public static final class UnknownValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownValue(String sentence) {
      super(sentence);
    }
  }

  /**
   * The values of a scope that can be listed, sorted; for {@link Stop.Scope#FILE} the newest
   * {@value #MOST_FILES}. Empty for everything, for persons and for days.
   */
  public List<String> known(Stop.Scope scope) {
    return switch (scope) {
      case AGREEMENT -> authority.agreements().stream().map(Agreement::id).sorted().toList();
      case AGENCY -> List.copyOf(agencies());
      case FILE -> ids.files(MOST_FILES);
      case OFFICER -> List.copyOf(officers());
      case DISTRICT -> Districts.all();
      case ALL, SUBJECT, PICKED_UP -> List.of();
    };
  }

  /**
   * What a stop is set on.
   *
   * @param text id, district, two days such as {@code 2026-11-01/2026-11-30}, or the nine digits of
   *     a taxpayer's number; anything for {@link Stop.Scope#ALL}
   * @throws UnknownValue if the scope has no such value
   */
  public Stop.Target target(Stop.Scope scope, String text) {
    return switch (scope) {
      case ALL -> Stop.Target.of(scope, "*");
      case AGREEMENT, AGENCY, OFFICER -> listed(scope, text, known(scope));
      case FILE -> file(text);
      case SUBJECT -> person(text);
      case DISTRICT -> district(text);
      case PICKED_UP -> days(text);
    };
  }

  private static Stop.Target listed(Stop.Scope scope, String text, Collection<String> known) {
    if (!known.contains(text)) {
      throw unknown(scope);
    }
    return Stop.Target.of(scope, text);
  }

  private static UnknownValue unknown(Stop.Scope scope) {
    return new UnknownValue(
        "No %s has this id. Choose one from the list."
            .formatted(scope.name().toLowerCase(Locale.ROOT)));
  }

  private Stop.Target file(String text) {
    return listed(Stop.Scope.FILE, text, ids.isFile(text) ? List.of(text) : List.of());
  }

  /** The short form tells counsel that two stops are on one person, and nobody who it is. */
  private Stop.Target person(String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw new UnknownValue("A taxpayer's number has nine digits and nothing else.");
    }
    List<String> hashes = keys.ofPerson(number, agencies());
    if (hashes.isEmpty()) {
      throw new UnknownValue("No agency is configured, so no request can be about this person.");
    }
    return new Stop.Target(
        Stop.Scope.SUBJECT, "person-" + hashes.get(0).substring(0, SHORT_FORM), hashes);
  }

  private Stop.Target district(String district) {
    Set<String> states = Districts.states(district);
    if (states.isEmpty()) {
      throw unknown(Stop.Scope.DISTRICT);
    }
    List<String> hashes = keys.ofStates(states, agencies());
    return new Stop.Target(Stop.Scope.DISTRICT, district, hashes);
  }

  private Stop.Target days(String text) {
    StopDays days;
    try {
      days = StopDays.parse(text);
    } catch (IllegalArgumentException cause) {
      throw new UnknownValue(
          "Give the first and the last day of pick-up, such as 2026-11-01/2026-11-30.");
    }
    if (days.first().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
      throw new UnknownValue("The first day of pick-up is in the future.");
    }
    return Stop.Target.of(Stop.Scope.PICKED_UP, text);
  }

  private Set<String> agencies() {
    Set<String> agencies = new TreeSet<>();
    authority.agreements().forEach(agreement -> agencies.addAll(agreement.agencies()));
    agencies.addAll(ids.agencies());
    return agencies;
  }

  private Set<String> officers() {
    List<String> officers = new ArrayList<>(authority.officers());
    officers.addAll(ids.officers());
    return new TreeSet<>(officers);
  }
}
