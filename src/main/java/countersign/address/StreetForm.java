package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.postal.Institutions;
import countersign.postal.KnownPersons;
import countersign.postal.NamePrefixes;
import countersign.postal.NameWords;
import countersign.postal.NumberWords;
import countersign.postal.Ordinals;
import countersign.postal.Publication28;
import countersign.postal.RoadLetters;
import countersign.postal.Words;
import countersign.postal.road.CountyRoads;
import countersign.postal.road.LocalRoads;
import countersign.postal.road.RoadDirections;
import countersign.postal.road.StateRoads;
import countersign.postal.unit.PlaceWords;
import countersign.postal.unit.UnitForms;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One spelling for the street of a delivery line, when two addresses are compared. Pure. */
final class StreetForm {
  private static final Map<String, String> DIRECTIONS =
      Map.of("N", "NORTH", "S", "SOUTH", "E", "EAST", "W", "WEST");

  private static final Set<String> HIGHWAYS = Set.of("HWY", "RTE");

  /** Direction, number and direction behind the house number. */
  private static final int GRID = 3;

  private StreetForm() {}

  /**
   * The street and the words after it, without units and without an addressee.
   *
   * @param units receives a designator and an id for each unit
   * @param named receives each building with a name
   * @param state the stated state, upper case
   */
  static List<String> of(
      DeliveryLine line,
      List<String> units,
      List<String> named,
      AddressReading reading,
      String state) {
    List<String> words = NameWords.standard(line.street());
    StreetNameForm.distinguish(words, line, state);
    keepNamedDirection(words, line);
    dropGridSuffix(words, line);
    words = NumberWords.inDigits(Ordinals.joined(words));
    words.replaceAll(word -> Digits.isDigit(word.charAt(0)) ? UnitForms.joined(word) : word);
    if (line.isNumberedRoad()) {
      writeCounty(words, line.name(), reading);
    }
    takeRear(line, words, units);
    if (line.form() == Form.SUFFIX && reading == AddressReading.ORDINAL) {
      Ordinals.beforeSuffix(words, line.name());
    }
    addAfter(line, words, units, named);
    RoadNumbers.dropRoad(words);
    StateRoads.abbreviate(words);
    LocalRoads.abbreviate(words, state);
    RoadDirections.moveBehind(words);
    letterFirst(line, words);
    StreetNameForm.joinInitials(words, line);
    NamePrefixes.join(words);
    return KnownPersons.abbreviated(words);
  }

  /** Writes the county of a road; two counties may have the same initials. */
  private static void writeCounty(List<String> words, int road, AddressReading reading) {
    if (CountyRoads.isNamed(words, road)) {
      switch (reading) {
        case UNNAMED -> CountyRoads.leaveOut(words, road);
        case INITIALS, COUNTED -> CountyRoads.abbreviate(words, road);
        default -> {
          // the name stays
        }
      }
    } else {
      CountyRoads.abbreviate(words, road);
    }
  }

  /** Removes ST behind a grid, which needs no suffix: {@code 842 E 1700 South St}. */
  private static void dropGridSuffix(List<String> words, DeliveryLine line) {
    List<String> name = line.nameWords();
    boolean grid =
        line.form() == Form.SUFFIX
            && name.size() == GRID
            && Publication28.isDirection(name.get(0))
            && Digits.only(name.get(1))
            && Publication28.isDirection(name.get(2));
    if (grid && words.get(GRID).equals("ST")) {
      words.remove(GRID);
    }
  }

  /** Adds the words behind the street or the box, apart from units, buildings and addressees. */
  private static void addAfter(
      DeliveryLine line, List<String> words, List<String> units, List<String> named) {
    List<String> after = new ArrayList<>(UnitForms.take(NameWords.standard(line.after()), units));
    int addressee = Institutions.careOf(after);
    if (addressee >= 0) {
      after.subList(addressee, after.size()).clear();
    }
    AddresseeParts.takePlaces(after, units);
    PlaceWords.take(after, units, units);
    NamedParts.takeBuildings(after, named);
    List<String> own = joinedDirection(after);
    if (isLoneUnit(line, own, units)) {
      units.add("APT " + UnitForms.withoutZeros(UnitForms.joined(own.get(0))));
    } else if (!isNameBehindBox(line, own)) {
      words.addAll(own);
    }
  }

  /** Whether a person or a company is behind a box: {@code PO Box 12 Maria Garcia}. */
  private static boolean isNameBehindBox(DeliveryLine line, List<String> own) {
    return !line.box().isEmpty() && Words.all(own, word -> word.length() > 1 && !Digits.any(word));
  }

  /** Writes {@code Avenue C} as {@code C Avenue}. */
  private static void letterFirst(DeliveryLine line, List<String> words) {
    int road = line.isNumberedRoad() ? words.indexOf("AVE") : -1;
    if (road >= 0 && road + 1 < words.size() && RoadLetters.are(words.get(road + 1))) {
      words.add(road, words.remove(road + 1));
    }
  }

  /** Writes two directions behind a street as one: {@code G St N E} is {@code G St NE}. */
  private static List<String> joinedDirection(List<String> after) {
    boolean two =
        after.size() == 2
            && (after.get(0).equals("N") || after.get(0).equals("S"))
            && (after.get(1).equals("E") || after.get(1).equals("W"));
    return two ? List.of(after.get(0) + after.get(1)) : after;
  }

  /** Takes REAR before a street's name as the unit: {@code 32 Rear Main St}. */
  private static void takeRear(DeliveryLine line, List<String> words, List<String> units) {
    if (line.form() == Form.SUFFIX && line.name() > 1 && words.get(0).equals("REAR")) {
      units.add(words.remove(0));
    }
  }

  /** Whether the only word behind the street is a unit's id: {@code 12 Oak St 3B}. */
  private static boolean isLoneUnit(DeliveryLine line, List<String> after, List<String> units) {
    return (line.form() == Form.COMMON || line.form() == Form.SUFFIX)
        && WordsAfterStreet.isLoneId(after)
        && !(line.form() == Form.SUFFIX && RoadKinds.isNumbered(line, after.get(0)))
        && Words.none(units, unit -> unit.startsWith("APT ") || unit.startsWith("UNIT "));
  }

  /**
   * Writes a direction in full that is a street's whole name, so that {@code East St} is another
   * street than {@code E St}, which has a letter as its name.
   */
  private static void keepNamedDirection(List<String> words, DeliveryLine line) {
    int name = namedDirection(line);
    if (name >= 0 && line.street().get(name).length() > 1) {
      words.set(name, DIRECTIONS.getOrDefault(words.get(name), words.get(name)));
    }
  }

  /** Whether the street's name is a number, so that its ending may be missing: {@code 12 St}. */
  static boolean isNumberOrOrdinal(DeliveryLine line) {
    List<String> name = line.nameWords();
    return line.form() == Form.SUFFIX && !name.isEmpty() && Digits.only(name.get(name.size() - 1));
  }

  /**
   * The same line with a state's road, if it is a highway of which the writer does not say whose it
   * is: {@code Highway 6} may be {@code State Highway 6}. Null for any other line.
   */
  static @Nullable DeliveryLine asStateRoad(DeliveryLine line) {
    boolean road = line.isNumberedRoad() && line.name() + 1 < line.street().size();
    if (!road
        || !HIGHWAYS.contains(Publication28.abbreviate(line.street().get(line.name())))
        || !Digits.only(line.street().get(line.name() + 1))) {
      return null;
    }
    List<String> street = new ArrayList<>(line.street());
    street.set(line.name(), "SR");
    return new DeliveryLine(
        line.form(), line.before(), line.number(), street, line.name(), line.box(), line.after());
  }

  /** Index of the direction that is the street's name; -1 if there is none. */
  private static int namedDirection(DeliveryLine line) {
    boolean directions =
        line.form() == Form.SUFFIX
            && line.name() > 0
            && Words.all(line.nameWords(), Publication28::isDirection);
    return directions ? line.name() - 1 : -1;
  }
}
