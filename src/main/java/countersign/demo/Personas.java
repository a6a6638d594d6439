package countersign.demo;

import countersign.request.Request.Officer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Selects the people for the cases of a demo file, each at most once, and names officers. Another
 * sequence number starts with other people and officers.
 */
final class Personas {
  /** Largest number of people that one file uses. */
  static final int PER_FILE = 100;

  private static final int OFFICERS = 40;
  private static final List<String> GIVEN =
      List.of(
          "Alex", "Blake", "Casey", "Devon", "Emery", "Finley", "Gray", "Harper", "Indigo",
          "Jules");
  private static final List<String> SURNAMES =
      List.of("Sample", "Example", "Specimen", "Placeholder");
  private static final List<String> OFFICES =
      List.of("Austin", "San Antonio", "Houston", "El Paso");

  private final List<SyntheticPerson> people;
  private final int start;
  private final int sequence;
  private final Set<Integer> used = new HashSet<>();

  Personas(List<SyntheticPerson> people, int sequence) {
    this.people = people;
    this.sequence = sequence;
    this.start = (int) ((long) sequence * PER_FILE % people.size());
  }

  /**
   * The next person who satisfies the predicate.
   *
   * @throws IllegalStateException if none does
   */
  SyntheticPerson next(Predicate<SyntheticPerson> fits) {
    for (int i = 0; i < people.size(); i++) {
      int index = (start + i) % people.size();
      if (!used.contains(index) && fits.test(people.get(index))) {
        used.add(index);
        return people.get(index);
      }
    }
    throw new IllegalStateException("No synthetic person fits this request");
  }

  /**
   * The next person who shares surname and date of birth with the person before if {@code twin},
   * otherwise only the home.
   */
  SyntheticPerson nextTo(boolean twin) {
    return next(
        person -> {
          int index = people.indexOf(person);
          SyntheticPerson before = people.get(Math.max(0, index - 1));
          boolean twins =
              before.surname().equals(person.surname())
                  && before.birthDate().equals(person.birthDate());
          boolean shares =
              before.lastKnown().line1().equals(person.lastKnown().line1())
                  && before.lastKnown().postalCode().equals(person.lastKnown().postalCode());
          return index > 0 && (twin ? twins : shares && !twins);
        });
  }

  /** Enrolled officers; the same numbers give the same officers. */
  List<Officer> officers(int... numbers) {
    List<Officer> officers = new ArrayList<>();
    for (int number : numbers) {
      officers.add(officer((sequence * 5 + number) % OFFICERS));
    }
    return officers;
  }

  /** One of OFF-0401 to OFF-0440, by index from 0. */
  static Officer officer(int index) {
    String name = GIVEN.get(index % GIVEN.size()) + " " + SURNAMES.get(index / GIVEN.size());
    return new Officer(
        "OFF-%04d".formatted(401 + index),
        index == 0 ? "Robin Sample" : index == 16 ? "Alex Sample" : name,
        "HSI " + OFFICES.get(index % OFFICES.size()));
  }
}
