package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.address.line.ParsedAddress;
import countersign.address.line.StatedLines;
import countersign.postal.Institutions;
import countersign.postal.Lexicon;
import countersign.postal.Phrases;
import countersign.postal.Publication28;
import countersign.postal.PuertoRico;
import countersign.postal.StateNames;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.postal.remark.Remarks;
import countersign.request.Request.Address;
import countersign.validation.Presence;
import java.util.List;

/**
 * Decides whether a person has to look at a delivery line: it has no known form, its name contains
 * a placeholder, or it reads like a clerk's remark, an institution, a corner or a form's number.
 */
final class DoubtfulAddress {
  /** Suffixes that are hardly ever part of a name. */
  private static final List<String> ROADS =
      List.of("STREET", "ST", "ROAD", "RD", "AVENUE", "AVE", "DRIVE", "DR", "LANE", "LN");

  private static final List<String> NAMES =
      WordList.read("street-names.txt").lines(6); // names with a lexicon word

  private static final Phrases STREETS = new Phrases(NAMES);
  private static final int ZIP_DIGITS = 5;

  private final Lexicon lexicon;
  private final DoubtfulUnits units;

  DoubtfulAddress(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.units = new DoubtfulUnits(lexicon);
  }

  /**
   * Whether a person has to look at the line.
   *
   * @param parsed the address in which the line was found
   */
  boolean is(DeliveryLine line, ParsedAddress parsed, Address address) {
    boolean remark =
        Remarks.mayBe(line.street()) || Remarks.mayBe(line.before()) || Remarks.mayBe(line.after());
    if (line.form() == Form.NONE
        || (remark && (Remarks.isBeside(line.before()) || Remarks.isBeside(line.after())))
        || onlyLexicon(line.before())
        || units.areDoubtful(line.after())
        || units.areDoubtful(parsed.ownOther())
        || FormEntries.is(line, parsed.lines().state())
        || OtherRemarks.are(line, parsed, address)
        || DoubtfulNumbers.is(line)
        || StackedRoads.are(line, parsed.lines().state())) {
      return true;
    }
    return switch (line.form()) {
      case PUERTO_RICO -> Remarks.isName(line.after(), true) || onlyLexicon(line.after());
      case BOX, RURAL, MILITARY -> false;
      default -> isDoubtfulStreet(line, parsed, address, remark);
    };
  }

  private boolean isDoubtfulStreet(
      DeliveryLine line, ParsedAddress parsed, Address address, boolean remark) {
    StatedLines stated = parsed.lines();
    List<String> name = BareNames.withoutApartments(line, stated.state());
    boolean suffixed = line.form() == Form.SUFFIX;
    if (RoadNumbers.isOfOtherState(line, stated.state())) {
      return true;
    }
    if (line.isNumberedRoad() && RoadNumbers.isDoubtful(line, stated.state())) {
      return true;
    }
    boolean named = suffixed || line.isNumberedRoad();
    return ((remark || !named) && !isKnownStreet(name) && Remarks.isName(name, named))
        || holdsLexicon(name)
        || (line.form() == Form.BESIDE && isLastLine(name, stated))
        || RoadNumbers.isBeforeRemark(line)
        || BareNames.endsWithCountry(line)
        || BareNames.isWayThrough(line, stated)
        || (suffixed && isOwnZip(line, parsed, address))
        || (line.form() == Form.BESIDE && BareNames.isNone(line, stated))
        || (suffixed && onlyLexicon(name))
        || isInstitution(line)
        || Remarks.isPlace(line.street(), line.nameWords(), suffixed)
        || Remarks.isBlock(line.number(), name)
        || Intersections.is(line)
        || RoadKinds.isWithoutNumber(line)
        || KindsOfPlace.is(line)
        || (!stated.state().equals("PR") && WordsAfterStreet.isText(line))
        || WordsAfterStreet.isOnOtherLine(line, parsed);
  }

  /**
   * Whether the name is only the own city, the own state or the country: {@code 12 Austin Apt 3}.
   */
  private static boolean isLastLine(List<String> name, StatedLines stated) {
    return name.equals(stated.city())
        || name.equals(StateNames.of(stated.state()))
        || StatedLines.withoutCountry(name).isEmpty();
  }

  /** Whether ZIP code and city stand before a suffix: {@code 62701 Springfield Ave}. */
  private static boolean isOwnZip(DeliveryLine line, ParsedAddress parsed, Address address) {
    String zip = Presence.trimmed(address.postalCode());
    String number = line.number().get(0);
    return number.length() >= ZIP_DIGITS
        && zip.startsWith(number.substring(0, ZIP_DIGITS))
        && line.nameWords().equals(parsed.lines().city());
  }

  /** Whether the whole name is one of the published streets. */
  private static boolean isKnownStreet(List<String> name) {
    return NAMES.contains(String.join(" ", name));
  }

  /** Whether the name is an institution and ends neither in a road nor in a square. */
  static boolean isInstitution(DeliveryLine line) {
    List<String> street = line.street();
    return !street.isEmpty()
        && Institutions.named(street)
        && !(line.form() == Form.SUFFIX
            && Words.any(street.subList(1, street.size()), Publication28::isRoad));
  }

  /** Whether one of the words is a lexicon word, and the name is not a known street. */
  private boolean holdsLexicon(List<String> name) {
    for (int i = 0; i < name.size(); i++) {
      if (lexicon.isWord(name.get(i)) || Lexicon.isDisguised(name, i)) {
        return !STREETS.in(name);
      }
    }
    return false;
  }

  /** Whether all words apart from directionals, numbers and single letters are lexicon words. */
  private boolean onlyLexicon(List<String> words) {
    boolean any = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean counts =
          word.length() > 1
              && Presence.hasLetter(word)
              && !Publication28.isDirection(word)
              && !ROADS.contains(word)
              && !PuertoRico.isWord(word);
      if (counts && !lexicon.isLexicon(word)) {
        return false;
      }
      any |= counts;
    }
    return any && !STREETS.in(words);
  }
}
