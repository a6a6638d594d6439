package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.NameWords;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.validation.Presence;
import java.util.List;

/**
 * What distinguishes the words of a street's name, or does not, when two addresses are compared:
 * plurals, initials and old ordinals. Pure.
 */
final class StreetNameForm {
  private StreetNameForm() {}

  /**
   * Writes the words of the name.
   *
   * @param words the street in standard abbreviations, which are changed
   * @param state the stated state, upper case
   */
  static void distinguish(List<String> words, DeliveryLine line, String state) {
    if (line.form() == Form.GRID) {
      if (state.equals("IN") && words.size() == 3) {
        words.add(1, "CR"); // 3150 S 60 W in Indiana is S County Road 60 W
      }
      return;
    }
    for (int i = 0; i < line.name(); i++) {
      String written = line.street().get(i);
      if (isPluralOfSuffix(written)) {
        words.set(i, written);
      }
      words.set(i, Ordinals.ofOldEnding(words.get(i)));
    }
    if (line.form() == Form.SUFFIX) {
      distinguishSaint(words, line);
    }
  }

  /**
   * Writes SAINT in full if it ends the name, and STREET if it begins a longer one: {@code Saint
   * St} is not {@code Street St}. ST before a name is Saint, and before a suffix Street.
   */
  private static void distinguishSaint(List<String> words, DeliveryLine line) {
    int last = line.name() - 1;
    for (int i = 0; i <= last; i++) {
      String written = line.street().get(i);
      boolean full = written.equals(i == last ? "SAINT" : i == 0 ? "STREET" : "");
      if (full) {
        words.set(i, written);
      }
    }
  }

  /**
   * Whether a suffix in the plural has the abbreviation of the singular. In a name the two differ:
   * {@code Park Ln}, {@code Parks Ln}.
   */
  private static boolean isPluralOfSuffix(String word) {
    int end = word.length();
    return end > 3
        && word.endsWith("S")
        && !word.endsWith("SS")
        && Publication28.isSuffix(word)
        && (isAbbreviatedLike(word, end - 1)
            || (word.endsWith("ES") && isAbbreviatedLike(word, end - 2)));
  }

  private static boolean isAbbreviatedLike(String word, int end) {
    String singular = word.substring(0, end);
    return Publication28.isSuffix(singular)
        && NameWords.standard(singular).equals(NameWords.standard(word));
  }

  /** Joins the initials of a name: {@code R L Thornton} is {@code RL Thornton}. */
  static void joinInitials(List<String> words, DeliveryLine line) {
    boolean initials =
        line.form() == Form.SUFFIX
            && line.name() > 2
            && words.size() > 2
            && isInitial(words.get(0))
            && !Publication28.isDirection(words.get(0))
            && isInitial(words.get(1))
            && !Publication28.isDirection(words.get(1))
            && words.get(2).length() > 1;
    if (initials) {
      words.set(0, words.get(0) + words.remove(1));
    }
  }

  private static boolean isInitial(String word) {
    return word.length() == 1 && Presence.hasLetter(word);
  }
}
