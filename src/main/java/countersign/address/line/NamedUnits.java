package countersign.address.line;

import countersign.postal.Publication28;
import countersign.validation.Digits;
import java.util.Set;

/** Words for a unit that end an addressee's name: {@code Legal Dept}, {@code Upper Unit}. Pure. */
final class NamedUnits {
  /** Units that end an addressee's name, standard abbreviations. */
  private static final Set<String> OFFICES = Set.of("DEPT", "OFC", "LBBY");

  /** Words before a unit that has no id of its own, standard abbreviations. */
  private static final Set<String> PARTS =
      Set.of(
          "BSMT",
          "UPPR",
          "LOWR",
          "REAR",
          "FRNT",
          "SIDE",
          "THE",
          "GARDEN",
          "GARAGE",
          "ATTIC",
          "MIDDLE",
          "UPSTAIRS",
          "DOWNSTAIRS",
          "LEFT",
          "RIGHT",
          "INNER",
          "OUTER",
          "BACK");

  private NamedUnits() {}

  /** Whether the designator ends an addressee: {@code Legal Dept}, {@code Upper Unit}. */
  static boolean isOfName(String before, String designator) {
    return isName(before)
        && (OFFICES.contains(Publication28.abbreviate(designator))
            || PARTS.contains(Publication28.abbreviate(before))
            || PARTS.contains(before));
  }

  /** Whether the word is neither a letter nor a number. */
  static boolean isName(String word) {
    return word.length() > 1 && !Digits.any(word);
  }
}
