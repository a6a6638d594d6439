package countersign.postal.box;

import static countersign.postal.box.Boxes.isBox;
import static countersign.postal.box.Boxes.word;

import countersign.postal.RoadLetters;
import countersign.postal.unit.SecondaryUnits;
import countersign.validation.Digits;
import java.util.List;
import java.util.Set;

/**
 * The words before a post office box: {@code PO Box 12}, {@code Lock Box 3}, {@code Box 7}. Pure.
 */
final class PostOfficeBoxes {
  private static final Set<String> BEFORE = Set.of("LOCK", "CALL", "MAIL");

  private PostOfficeBoxes() {}

  /** Whether the last word is a box's letter: {@code PO Box A}, {@code Drawer KK}; X is none. */
  static boolean isLetter(List<String> line, int sign, int id) {
    String letter = line.get(id);
    boolean named =
        line.get(sign).equals("DRAWER") || (isBox(line.get(sign)) && isPostOffice(line, sign));
    return named
        && id + 1 == line.size()
        && letter.length() <= 2
        && RoadLetters.are(letter)
        && letter.charAt(0) != 'X';
  }

  /** The box with a letter. */
  static Box lettered(List<String> line, int sign, int id) {
    String kind = line.get(sign).equals("DRAWER") ? "DRAWER" : "BOX";
    List<String> words = List.of("PO", kind, line.get(id));
    return new Box(Box.Kind.POST_OFFICE, start(line, sign), id + 1, words);
  }

  /** Index of the first word of a post office box; -1 if its words are missing. */
  static int start(List<String> line, int sign) {
    String before = word(line, sign - 1);
    if (isPostOffice(line, sign)) {
      return before.equals("O") || before.equals("OFFICE") ? sign - 2 : sign - 1;
    }
    if (!isBox(line.get(sign))) {
      return sign;
    }
    if (BEFORE.contains(before)) {
      return sign - 1;
    }
    return isBare(line, sign) ? sign : -1;
  }

  private static boolean isPostOffice(List<String> line, int sign) {
    String before = word(line, sign - 1);
    return before.equals("PO")
        || before.equals("POST")
        || before.equals("FIRM")
        || (before.equals("O") && word(line, sign - 2).equals("P"))
        || (before.equals("OFFICE") && word(line, sign - 2).equals("POST"));
  }

  /** Whether there is no number but a unit's and no route before BOX: {@code PMB 102 Box 10001}. */
  private static boolean isBare(List<String> line, int sign) {
    for (int i = SecondaryUnits.pastAll(line.subList(0, sign)); i < sign; i++) {
      if (Digits.any(line.get(i)) || RouteBoxes.needsNumber(line.get(i))) {
        return false;
      }
    }
    return true;
  }
}
