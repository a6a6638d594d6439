package countersign.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Persons whose streets are written with their name or with their initials: {@code Martin Luther
 * King Jr} and {@code MLK}. Pure.
 */
public final class KnownPersons {
  private static final WordList LIST = WordList.read("name-words.txt");
  private static final Set<String> TITLES = LIST.words(3);
  private static final List<Person> PERSONS = LIST.lines(2).stream().map(Person::of).toList();

  /**
   * A person.
   *
   * @param initials of all names
   * @param given the given names
   * @param surname the last name
   */
  private record Person(String initials, List<String> given, String surname) {
    static Person of(String row) {
      List<String> words = List.of(row.split(" ", -1));
      int last = words.size() - 1;
      return new Person(words.get(0), words.subList(1, last), words.get(last));
    }

    /** How many words at {@code at} are the person; 0 if they are none. */
    int lengthAt(List<String> words, int at) {
      if (words.get(at).equals(initials) || isGlued(words, at)) {
        return words.get(at).equals(initials) ? 1 : 2;
      }
      int end = at + given.size();
      if (end >= words.size()) {
        return 0;
      }
      for (int i = at; i < end; i++) {
        if (!isName(words.get(i), given.get(i - at))) {
          return 0;
        }
      }
      return isName(words.get(end), surname) && isNamed(words, at, end) ? end + 1 - at : 0;
    }

    /** Whether the given names are joined initials: {@code ML King}. */
    private boolean isGlued(List<String> words, int at) {
      return words.get(at).equals(initials.substring(0, initials.length() - 1))
          && at + 1 < words.size()
          && words.get(at + 1).equals(surname);
    }

    /** Whether the surname is written in full, or no name is: {@code M L K}. */
    private boolean isNamed(List<String> words, int at, int end) {
      return words.get(end).equals(surname)
          || Words.all(words.subList(at, end), word -> word.length() == 1);
    }

    private static boolean isName(String word, String name) {
      return word.equals(name) || word.equals(name.substring(0, 1));
    }
  }

  private KnownPersons() {}

  /**
   * Writes the persons of a street's name as their initials, without a title.
   *
   * @param words in one spelling each
   */
  public static List<String> abbreviated(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      for (Person person : PERSONS) {
        int length = person.lengthAt(words, at);
        if (length > 0) {
          return replaced(words, at, at + length, person.initials());
        }
      }
    }
    return words;
  }

  private static List<String> replaced(List<String> words, int at, int end, String initials) {
    int from = at;
    while (from > 0 && TITLES.contains(words.get(from - 1)) && !isSuffix(words, from - 1)) {
      from--;
    }
    boolean junior = end < words.size() && words.get(end).equals("JR");
    List<String> out = new ArrayList<>(words.subList(0, from));
    out.add(initials);
    out.addAll(words.subList(junior ? end + 1 : end, words.size()));
    return out;
  }

  /** Whether DR is the suffix of another street, not a title: it stands behind a name. */
  private static boolean isSuffix(List<String> words, int at) {
    return words.get(at).equals("DR")
        && at > 0
        && !Publication28.isDirection(words.get(at - 1))
        && !TITLES.contains(words.get(at - 1));
  }
}
