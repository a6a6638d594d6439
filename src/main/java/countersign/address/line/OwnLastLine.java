package countersign.address.line;

import countersign.address.line.DeliveryLine.Form;
import countersign.postal.HouseNumber;
import countersign.postal.Publication28;
import countersign.postal.StateNames;
import countersign.postal.StreetWords;
import countersign.postal.Words;
import countersign.request.Request.Address;
import countersign.validation.ComparingForm;
import countersign.validation.Presence;
import java.util.ArrayList;
import java.util.List;

/**
 * The request's own city, state and ZIP, which it takes from the end of a line. It remembers
 * whether the city was already taken from a line.
 */
final class OwnLastLine {
  private static final int ZIP_DIGITS = 5;
  private static final int ZIP_PLUS_FOUR = 10;

  private final String zip;
  private final List<String> state;
  private final List<String> stateName;
  private final List<String> city;
  private boolean cityTaken;

  OwnLastLine(Address address) {
    this.zip = Presence.trimmed(address.postalCode());
    this.state = ComparingForm.bareWords(address.state());
    this.stateName = StateNames.of(String.join(" ", state));
    this.city = ComparingForm.bareWords(address.city());
  }

  /** The words of the city; empty if it is missing. */
  List<String> city() {
    return city;
  }

  /**
   * Removes the last line from the end. A city without state and ZIP is removed from one line only,
   * because the other line may end in a street of the same name.
   *
   * @param beside whether the other line has words
   */
  List<String> takenFrom(List<String> words, boolean beside) {
    List<String> rest = withShortState(StatedLines.withoutCountry(words), beside);
    int whole = rest.size();
    boolean zipTaken = false;
    boolean stateTaken = false;
    boolean here = false;
    int before;
    do {
      before = rest.size();
      if (!zipTaken && !rest.isEmpty() && isZip(rest.get(rest.size() - 1), zip)) {
        rest = rest.subList(0, rest.size() - 1);
        zipTaken = true;
      }
      if (!stateTaken && StatedLines.endsWith(rest, state) && !(here && isSuffixBehindName(rest))) {
        rest = rest.subList(0, rest.size() - state.size());
        stateTaken = true;
      }
      if (!here && endsWithCity(rest, zipTaken || stateTaken)) {
        rest = rest.subList(0, rest.size() - city.size());
        here = true;
      }
    } while (rest.size() < before);
    boolean street = // 500 Broadway, in Broadway; Washington Ct, in Connecticut
        here ? isCommonStreet(words, rest) : stateTaken && !zipTaken && isSuffixBehindName(words);
    cityTaken |= here && !street;
    boolean country = rest.size() < words.size() && isComplete(rest); // 12 Elm St USA
    return withoutLeadingZip(street || (rest.size() == whole && !country) ? words : rest);
  }

  /**
   * Writes the state short if its name is written out behind the city, or alone in a line. A street
   * may have the name of the state: {@code 12 Texas}.
   */
  private List<String> withShortState(List<String> words, boolean beside) {
    int zips = !words.isEmpty() && isZip(words.get(words.size() - 1), zip) ? 1 : 0;
    List<String> named = words.subList(0, words.size() - zips);
    if (!StatedLines.endsWith(named, stateName)) {
      return words;
    }
    List<String> before = named.subList(0, named.size() - stateName.size());
    List<String> street =
        StatedLines.endsWith(before, city)
            ? before.subList(0, before.size() - city.size())
            : before;
    boolean isLast =
        street.isEmpty() ? beside : street.size() < before.size() || isComplete(before);
    if (!isLast || (Words.all(street, word -> isZip(word, zip)) && !beside)) {
      return words;
    }
    List<String> written = new ArrayList<>(before);
    written.addAll(state);
    written.addAll(words.subList(named.size(), words.size()));
    return written;
  }

  /** Whether the words are a street with its suffix or a box: {@code 12 Oak St Texas}. */
  private static boolean isComplete(List<String> words) {
    DeliveryLine street = StreetLine.find(words);
    return street != null && street.form() == DeliveryLine.Form.SUFFIX;
  }

  /** Whether the city is a common street name too, and only a number is left without it. */
  private boolean isCommonStreet(List<String> words, List<String> rest) {
    boolean number = rest.size() == 1 && HouseNumber.isWritten(rest.get(0));
    return number
        && words.size() == city.size() + 1
        && StreetWords.isCommon(city.get(city.size() - 1));
  }

  /**
   * Whether the words end in the city.
   *
   * @param last whether state or ZIP follow, so that even a street's suffix is the city
   */
  private boolean endsWithCity(List<String> words, boolean last) {
    return (last || (!cityTaken && !isSuffix(city))) && StatedLines.endsWith(words, city);
  }

  /** Whether the city is a street's suffix, as Street in Maryland. */
  private static boolean isSuffix(List<String> city) {
    return city.size() == 1 && Publication28.isRoad(city.get(0));
  }

  private static boolean isSuffixBehindName(List<String> words) {
    return words.size() > 1 && Publication28.isSuffix(words.get(words.size() - 1));
  }

  /**
   * Removes the request's own ZIP from the start of a line without a street suffix, because there
   * it is not a house number: {@code 78701 Austin Texas}.
   */
  private List<String> withoutLeadingZip(List<String> rest) {
    boolean leads = !rest.isEmpty() && isZip(rest.get(0), zip);
    if (!leads || Words.any(rest, Publication28::isSuffix) || isNumberOfRoad(rest)) {
      return rest;
    }
    int from = 0;
    while (from < rest.size() && isZip(rest.get(from), zip)) {
      from++;
    }
    return rest.subList(from, rest.size());
  }

  /** Whether a road follows, so that the ZIP is a house number: {@code 80205 Calle Luna}. */
  private static boolean isNumberOfRoad(List<String> words) {
    StreetName street = words.size() > 1 ? StreetName.read(words, 1) : null;
    return street != null && street.form() != Form.NONE;
  }

  /** Whether the word is this ZIP, with or without its last four digits. */
  private static boolean isZip(String word, String zip) {
    return word.equals(zip)
        || (isZipLength(word)
            && isZipLength(zip)
            && word.regionMatches(0, zip, 0, ZIP_DIGITS)
            && word.length() != zip.length());
  }

  private static boolean isZipLength(String word) {
    return word.length() == ZIP_DIGITS
        || (word.length() == ZIP_PLUS_FOUR && word.charAt(ZIP_DIGITS) == '-');
  }
}
