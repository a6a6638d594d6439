package countersign.address;

import countersign.postal.KeyboardRuns;
import countersign.postal.Lexicon;
import countersign.postal.LocatorDigits;
import countersign.postal.Publication28;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/** Units of a building that have no id or a placeholder instead of it. Immutable. */
final class DoubtfulUnits {
  /** Designators that need an id, in standard abbreviations. */
  private static final Set<String> NEED_ID = Set.of("APT", "STE", "RM", "UNIT", "#");

  private final Lexicon lexicon;

  DoubtfulUnits(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether one of the units in the words is doubtful. */
  boolean areDoubtful(List<String> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      String id = words.get(i + 1);
      boolean last = i + 2 == words.size() || Publication28.isUnit(words.get(i + 2));
      if (Publication28.isUnit(words.get(i)) && (isPlaceholder(id) || (last && isGeneric(id)))) {
        return true;
      }
    }
    return isWithoutId(words);
  }

  /** Whether the id is a placeholder: {@code Apt Unknown}, {@code Apt 0}. */
  private boolean isPlaceholder(String id) {
    return lexicon.isWord(id) || isCrossedOut(id) || (Digits.only(id) && !LocatorDigits.in(id));
  }

  /** Whether the id is XX or longer. */
  private static boolean isCrossedOut(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) != 'X') {
        return false;
      }
    }
    return id.length() > 1;
  }

  private static boolean isGeneric(String id) {
    return !Digits.any(id)
        && !Publication28.isUnit(id)
        && (KeyboardRuns.is(id) || NamelessStreets.isGeneric(id));
  }

  /**
   * Whether the last unit has no id: {@code Apt ???}, {@code Ste}. A word before it may be its
   * name: {@code Basement Apt}.
   */
  private static boolean isWithoutId(List<String> words) {
    int last = words.size() - 1;
    if (last < 0 || !NEED_ID.contains(Publication28.abbreviate(words.get(last)))) {
      return false;
    }
    String before = last == 0 ? "" : words.get(last - 1);
    return before.length() <= 1
        || Digits.any(before)
        || NEED_ID.contains(Publication28.abbreviate(before));
  }
}
