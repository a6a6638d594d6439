package countersign.address.line;

import countersign.address.line.DeliveryLine.Form;
import countersign.postal.DateShapes;
import countersign.postal.LocatorDigits;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.postal.PuertoRico;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.postal.unit.SecondaryUnits;
import countersign.validation.Digits;
import countersign.validation.Presence;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a Puerto Rican line without a house number before its street: {@code Calle Luna 12}, {@code
 * Carr 2 Km 4.5}, {@code Cond Ashford Apt 5}. A corner and a road without a number are none. Pure.
 */
final class IslandLine {
  private static final WordList LIST = WordList.read("clerks-words.txt");
  private static final Set<String> REMARKS = LIST.words(18);

  /** Words between two streets. */
  private static final Set<String> JOINTS = Set.of("AND", "AT", "Y", "/", "ESQ", "ESQUINA", "BTWN");

  /** Roads, of which a unit's id is no house number; standard abbreviations. */
  private static final Set<String> ROADS =
      Set.of("CALLE", "AVE", "VIA", "CARR", "CALLEJON", "PASEO", "CAMINO", "HWY", "RTE");

  /** Words behind a house number. */
  private static final Set<String> BEHIND =
      Set.of(
          "ALTOS",
          "BAJOS",
          "INT",
          "INTERIOR",
          "FINAL",
          "KM",
          "HM",
          "BLOQUE",
          "BLQ",
          "NUM",
          "NUMERO",
          "CASA",
          "PDA",
          "PARADA",
          "PISO",
          "OFICINA",
          "TORRE",
          "LOCAL",
          "APARTAMENTO",
          "PUERTA");

  private IslandLine() {}

  /**
   * Reads the line.
   *
   * @return null if it has no place or no number of a house
   */
  static @Nullable DeliveryLine find(List<String> own) {
    int corner = corner(own);
    int first = firstPart(own);
    boolean numbered =
        corner < 0
            ? isNumbered(own)
            : isNumbered(own.subList(0, corner)) || isNumbered(own.subList(corner + 1, own.size()));
    if (first < 0 || Words.any(own, DateShapes::isLong) || !numbered) {
      return null;
    }
    DeliveryLine found =
        DeliveryLine.box(
            Form.PUERTO_RICO, own.subList(0, first), List.of(), own.subList(first, own.size()));
    boolean doubtful =
        corner >= 0
            || Words.any(own, REMARKS::contains)
            || IntStream.range(0, own.size()).noneMatch(at -> isLocator(own, at));
    return doubtful ? found.doubtful() : found;
  }

  private static int corner(List<String> own) {
    for (int i = 1; i + 1 < own.size(); i++) {
      if (JOINTS.contains(own.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static int firstPart(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      if (PuertoRico.isWord(line.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the line has a name and a number, or the numbers of a street and a house. */
  private static boolean isNumbered(List<String> line) {
    boolean named = false;
    boolean place = Words.any(line, IslandLine::isPlace);
    boolean road = false;
    int numbers = 0;
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i);
      road |= isNumberOfRoad(line, i) || isLetterOfRoad(line, i);
      boolean counts = LocatorDigits.in(word) && !Ordinals.is(word);
      boolean unit = SecondaryUnits.isDesignated(line, 0, i) && !line.get(i - 1).equals("#");
      numbers += counts && !(unit && !place) && !isNumberOfRoad(line, i) ? 1 : 0;
      named |= !counts && word.length() > 1 && Presence.hasLetter(word) && isNameWord(word);
    }
    return numbers > 0 && (named || road) && firstPart(line) >= 0;
  }

  private static boolean isPlace(String word) {
    return PuertoRico.isWord(word) && !ROADS.contains(Publication28.abbreviate(word));
  }

  /** Whether the number is a road's name: {@code Calle 5}. */
  private static boolean isNumberOfRoad(List<String> line, int at) {
    return at > 0
        && LocatorDigits.in(line.get(at))
        && ROADS.contains(Publication28.abbreviate(line.get(at - 1)));
  }

  /** Whether the letter is a road's name: {@code Calle A}. */
  private static boolean isLetterOfRoad(List<String> line, int at) {
    return at > 0
        && line.get(at).length() == 1
        && Presence.hasLetter(line.get(at))
        && ROADS.contains(Publication28.abbreviate(line.get(at - 1)));
  }

  /** Whether a number ends the line or stands before another part, not before a plain word. */
  private static boolean isLocator(List<String> line, int at) {
    if (!LocatorDigits.in(line.get(at)) || isNumberOfRoad(line, at)) {
      return false;
    }
    String next = at + 1 < line.size() ? line.get(at + 1) : "";
    return next.length() < 2 || Digits.any(next) || BEHIND.contains(next) || !isNameWord(next);
  }

  private static boolean isNameWord(String word) {
    return !PuertoRico.isWord(word)
        && !Publication28.isUnit(word)
        && !Publication28.isDirection(word);
  }
}
