package countersign.address.line;

import countersign.postal.CountingWords;
import countersign.postal.DateShapes;
import countersign.postal.HouseNumber;
import countersign.postal.Institutions;
import countersign.postal.Publication28;
import countersign.postal.PuertoRico;
import countersign.postal.Words;
import countersign.postal.road.NumberedRoads;
import countersign.postal.unit.SecondaryUnits;
import countersign.validation.Presence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds a delivery line behind a name, a company or a building: {@code Acme Roofing 12 Oak St}. A
 * number of the name, of a unit or of a road is no house number. Pure.
 */
final class AddresseeLine {
  /** Single words of which the number behind them is the number. */
  private static final Set<String> BUILDINGS =
      Set.of(
          "APARTMENTS",
          "APTS",
          "BLDG",
          "BUILDING",
          "CENTER",
          "CONDOMINIUM",
          "CONDOMINIUMS",
          "HOTEL",
          "HOUSE",
          "LOFTS",
          "MALL",
          "MANOR",
          "PLAZA",
          "RESIDENCES",
          "TOWER",
          "TOWERS");

  /** Roads that have a number as name, so that the number behind them is not a house number. */
  private static final Set<String> ROADS =
      Set.of("AVE", "HWY", "RTE", "RD", "LOOP", "SPUR", "CALLE", "CARR", "INTERSTATE", "EXIT");

  private AddresseeLine() {}

  /**
   * The delivery line behind the addressee.
   *
   * @param start index of the addressee's first word
   * @return null if there is none
   */
  static @Nullable DeliveryLine find(List<String> line, int start) {
    int spelt = -1;
    for (int i = start; i < line.size(); i++) {
      boolean fraction = spelt > 0 && HouseNumber.isFraction(line.get(i)); // Twelve 1/2 Oak St
      if (HouseNumber.isWritten(line.get(i)) && !fraction) {
        if (!isUnitId(line, start, i)) {
          DeliveryLine found = behind(line, start, i);
          return found == null
              ? spelt > 0 ? behindWords(line, start, spelt) : null
              : last(line, start, i, found);
        }
      } else if (spelt < 0 && i > start && CountingWords.at(line, i) > 0) {
        spelt = i;
      }
    }
    return spelt < 0 ? null : behindWords(line, start, spelt);
  }

  /**
   * The delivery line whose number is the last one, if the first number belongs to the addressee's
   * name: {@code Super 8 Motel 1250 E Main St}.
   */
  private static DeliveryLine last(List<String> line, int start, int at, DeliveryLine found) {
    if (found.form() != DeliveryLine.Form.SUFFIX) {
      return found;
    }
    int suffix = line.size() - found.after().size() - 1;
    for (int i = at + 1; i < suffix && !Publication28.isRoad(line.get(i)); i++) {
      boolean named =
          i > at + 1
              ? Words.any(line.subList(at + 1, i), NamedUnits::isName)
              : Publication28.isDirection(line.get(i + 1)); // Studio 54 254 W 54th St
      boolean number = HouseNumber.isWritten(line.get(i)) && !HouseNumber.isFraction(line.get(i));
      if (named && number && !isUnitId(line, start, i)) {
        DeliveryLine later = behind(line, start, i);
        if (later != null && later.form() == DeliveryLine.Form.SUFFIX) {
          return last(line, start, i, later);
        }
      }
    }
    return found;
  }

  /**
   * Whether the number is a unit's id. The number after FIELD OFFICE or after a building's name is
   * one only if another number follows.
   */
  private static boolean isUnitId(List<String> line, int start, int at) {
    int designator = at - 1;
    while (designator > start && HouseNumber.isSign(line.get(designator))) {
      designator--;
    }
    if (designator < start || !Publication28.isUnit(line.get(designator))) {
      return false;
    }
    boolean letter = at + 1 < line.size() && line.get(at + 1).length() == 1;
    if (HouseNumber.end(line, at + 1) > 0
        || SecondaryUnits.hasId(line, at + 1)
        || (letter && HouseNumber.end(line, at + 2) > 0)) { // Apt 3 B 412 Oak St
      return true;
    }
    if (designator > start && endsName(line, start, designator, at)) {
      return false;
    }
    List<String> before = line.subList(start, at);
    boolean building = before.size() > 1 && BUILDINGS.contains(line.get(designator));
    return !building && !Institutions.named(before, before.size());
  }

  /** Whether the designator belongs to the words before it, or may do so. */
  private static boolean endsName(List<String> line, int start, int designator, int at) {
    String before = line.get(designator - 1);
    String unit = line.get(designator);
    boolean island = at + 1 < line.size() && PuertoRico.isWord(line.get(at + 1));
    boolean either =
        NamedUnits.isName(before)
            && !Publication28.abbreviate(unit).equals("FL")
            && !Institutions.isAddressee(line.subList(start, at));
    return !island && (either || NamedUnits.isOfName(before, unit));
  }

  private static @Nullable DeliveryLine behind(List<String> line, int start, int at) {
    int end = at;
    while (end > start && HouseNumber.isSign(line.get(end - 1))) {
      end--;
    }
    List<String> addressee = line.subList(start, end);
    if (addressee.isEmpty()
        || Words.none(addressee, Presence::hasLetter) // 0 1/2 Oak St
        || DateShapes.isDay(line, at)
        || NumberedRoads.within(line, start, at)) {
      return null;
    }
    DeliveryLine found = StreetLine.at(line, end, at);
    if (found == null || Institutions.isAddressee(addressee)) {
      return found;
    }
    String last = addressee.get(addressee.size() - 1);
    boolean own =
        ROADS.contains(Publication28.abbreviate(last))
            || HouseNumber.isJoint(last)
            || (addressee.size() == 1
                && start == 0
                && (BUILDINGS.contains(last) || Publication28.isUnit(last)));
    if (own || !found.isComplete()) {
      return null;
    }
    boolean either = end == at && addressee.size() > 1 && isUnitOrName(addressee);
    return either ? found.doubtful() : found; // Oak Manor Apt 12 Main St
  }

  /** Whether the last word is a unit of which the number behind it may be the id. */
  private static boolean isUnitOrName(List<String> addressee) {
    String last = addressee.get(addressee.size() - 1);
    return Publication28.isUnit(last)
        && !SecondaryUnits.isPlace(last)
        && !BUILDINGS.contains(last)
        && !NamedUnits.isOfName(addressee.get(addressee.size() - 2), last);
  }

  /** A number in words behind a name may belong to the name, so a person looks at it. */
  private static @Nullable DeliveryLine behindWords(List<String> line, int start, int at) {
    List<String> addressee = line.subList(start, at);
    if (NumberedRoads.within(line, start, at)) {
      return null;
    }
    DeliveryLine found = StreetLine.at(line, at, at);
    if (found == null || Institutions.isAddressee(addressee)) {
      return found;
    }
    return found.isComplete() ? found.doubtful() : null;
  }
}
