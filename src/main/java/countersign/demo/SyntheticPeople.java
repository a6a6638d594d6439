package countersign.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Generates people, homes and histories from a seed; the same seed gives the same people. Common
 * and compound surnames, twins, shared homes and apartment houses are frequent enough that a match
 * on too few fields finds the wrong person.
 */
public final class SyntheticPeople {
  private static final List<Integer> GROUPS =
      List.of(40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 66, 67, 68, 69, 89);

  private final Random random;
  private final SyntheticAddresses places;

  private SyntheticPeople(long seed) {
    this.random = new Random(seed);
    this.places = new SyntheticAddresses(random);
  }

  /**
   * Generates people.
   *
   * @param count 1 to 15,000,000
   */
  public static List<SyntheticPerson> make(int count, long seed) {
    return new SyntheticPeople(seed).make(count);
  }

  private List<SyntheticPerson> make(int count) {
    List<SyntheticPerson> people = new ArrayList<>(count);
    while (people.size() < count) {
      int kind = random.nextInt(100);
      SyntheticPerson before = people.isEmpty() ? null : people.get(people.size() - 1);
      if (before != null && kind < 3) {
        people.add(twinOf(before, people.size()));
      } else if (before != null && kind < 18) {
        people.add(sharesHomeWith(before, people.size()));
      } else {
        people.add(person(people.size(), null));
      }
    }
    return people;
  }

  private SyntheticPerson twinOf(SyntheticPerson other, int index) {
    String given = SyntheticNames.given(random);
    return new SyntheticPerson(
        tin(index),
        given.equals(other.givenName()) ? given + "A" : given,
        null,
        other.surname(),
        null,
        other.birthDate(),
        other.homes());
  }

  private SyntheticPerson sharesHomeWith(SyntheticPerson other, int index) {
    return person(index, other.lastKnown());
  }

  private SyntheticPerson person(int index, SyntheticPerson.@Nullable Home sharedHome) {
    int moves = 2 + random.nextInt(3);
    int last = 2025 - random.nextInt(2);
    List<SyntheticPerson.Home> homes = new ArrayList<>();
    for (int i = 0; i < moves; i++) {
      homes.add(places.home(last - (moves - 1 - i)));
    }
    if (sharedHome != null) {
      homes.set(moves - 1, sharedHome.in(last));
    }
    return new SyntheticPerson(
        tin(index),
        SyntheticNames.given(random),
        random.nextInt(3) == 0 ? SyntheticNames.given(random) : null,
        SyntheticNames.family(random),
        random.nextInt(40) == 0 ? "JR" : null,
        LocalDate.of(1950, 1, 1).plusDays(random.nextInt(20_000)),
        homes);
  }

  /** A TIN of nine digits: 9xx, then 40-49, 66-69 or 89, then four more; unique for each index. */
  static String tin(int index) {
    int serial = index % 10_000;
    int rest = index / 10_000;
    int group = GROUPS.get(rest % GROUPS.size());
    int area = 900 + rest / GROUPS.size() % 100;
    return "%03d%02d%04d".formatted(area, group, serial);
  }
}
