package countersign.address;

import countersign.address.line.DeliveryLine;
import countersign.address.line.DeliveryLine.Form;
import countersign.address.line.StatedLines;
import countersign.postal.CountingWords;
import countersign.postal.Publication28;
import countersign.postal.StateNames;
import countersign.postal.WordList;
import countersign.postal.Words;
import countersign.postal.remark.Remarks;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names without a suffix that only a unit's id makes known, but that are no street's: a country, a
 * person, a company, a number in words or a kind of place. Pure.
 */
final class BareNames {
  private static final WordList LIST = WordList.read("clerks-words.txt");
  private static final Set<String> COUNTRIES = LIST.words(19);
  private static final Set<String> GIVEN_NAMES = LIST.words(20);
  private static final Set<String> COMPANIES = LIST.words(21);
  private static final Set<String> REGIONS = LIST.words(22);
  private static final Set<String> APARTMENTS = Set.of("APARTMENTS", "APTS");
  private static final Set<String> LAST = Set.of("A", "AN", "US");
  private static final Set<String> ABROAD =
      Set.of(
          "DF",
          "CDMX",
          "ITALY",
          "ITALIA",
          "FRANCE",
          "SPAIN",
          "ENGLAND",
          "GERMANY",
          "UK",
          "RICA",
          "PARIS",
          "LONDON",
          "ROMA",
          "MILANO",
          "MADRID",
          "BERLIN",
          "TORONTO",
          "MONTREAL",
          "BOGOTA");

  /** Parts of a town in an address of another country: {@code Calle Principal Barrio Abajo}. */
  private static final Set<String> FOREIGN_PARTS =
      Set.of("BARRIO", "COLONIA", "ALDEA", "MUNICIPIO", "CASERIO", "CANTON", "DEPARTAMENTO");

  private static final Set<String> ARTICLES =
      Set.of("DE", "DEL", "LA", "EL", "LAS", "LOS", "NEW", "NUEVO", "NUEVA");

  /** Words beside the name of a region, as a direction is. */
  private static final Set<String> ADJECTIVES =
      Set.of("CENTRAL", "NORTHERN", "SOUTHERN", "EASTERN", "WESTERN");

  /** States of which a part is named by a direction. */
  private static final Set<String> WITH_DIRECTION = Set.of("TEXAS", "CALIFORNIA", "FLORIDA");

  private static final Set<String> CITIES = Set.of("CITY", "DF", "CAPITAL");

  /** Countries that are a person's name too, behind another name. */
  private static final Set<String> ALSO_NAMES =
      Set.of("SALVADOR", "INDIA", "CHINA", "CUBA", "CHILE", "PERU");

  private static final int PERSON = 4;
  private static final int ZIP_DIGITS = 5;

  private BareNames() {}

  /** Whether VIA means through a place: {@code Via Mexico}, {@code Via Texas}. */
  static boolean isWayThrough(DeliveryLine line, StatedLines stated) {
    List<String> street = line.street();
    if (line.form() != Form.THOROUGHFARE || !street.get(0).equals("VIA")) {
      return false;
    }
    List<String> place = street.subList(1, street.size());
    return place.equals(stated.city())
        || StateNames.is(place)
        || (place.size() == 1 && COUNTRIES.contains(place.get(0)));
  }

  /** Whether a country follows the name of a road that has no number: {@code Via Roma Italy}. */
  static boolean endsWithCountry(DeliveryLine line) {
    List<String> street = line.street();
    int last = street.size() - 1;
    boolean rica = last > 0 && street.get(last).equals("RICA"); // Calle Costa Rica
    if (line.form() != Form.THOROUGHFARE || line.isNumberedRoad() || last < (rica ? 3 : 2)) {
      return false;
    }
    boolean country = COUNTRIES.contains(street.get(last)) || ABROAD.contains(street.get(last));
    return (country && !ARTICLES.contains(street.get(last - 1)))
        || Words.any(street.subList(2, last), FOREIGN_PARTS::contains)
        || Words.any(street, word -> Digits.only(word) && word.length() == ZIP_DIGITS);
  }

  /** The name without the word for the apartments that have it: {@code Oakhill Apartments}. */
  static List<String> withoutApartments(DeliveryLine line, String state) {
    List<String> name = RoadNumbers.nameBeside(line, state);
    int last = name.size() - 1;
    boolean named = line.form() == Form.BESIDE && last > 0 && APARTMENTS.contains(name.get(last));
    return named ? name.subList(0, last) : name;
  }

  /**
   * Whether a country, a state, a region or the own city has a direction beside it: {@code Mexico
   * South}, {@code North End}. A state with a unit is a street: {@code E Ohio Unit 12}.
   */
  private static boolean isRegion(DeliveryLine line, StatedLines stated) {
    List<String> name = line.nameWords();
    List<String> city = stated.city();
    boolean unit = !line.after().isEmpty();
    String state = stated.state();
    List<String> words =
        name.stream()
            .filter(word -> !Publication28.isDirection(word) && !ADJECTIVES.contains(word))
            .toList();
    return StateNames.is(name)
        || ((!unit || isOfState(name, words, state)) && StateNames.is(words))
        || words.equals(city)
        || (words.size() == 1
            && (COUNTRIES.contains(words.get(0)) || REGIONS.contains(words.get(0))));
  }

  /**
   * Whether the words are a part of a state: the own one, or one of those that people name by a
   * direction in full, {@code West Texas}.
   */
  private static boolean isOfState(List<String> name, List<String> words, String state) {
    return words.equals(StateNames.of(state))
        || (words.size() == 1 && WITH_DIRECTION.contains(words.get(0)) && name.get(0).length() > 2);
  }

  /** Whether the words are a country, alone or with a city: {@code Guatemala City}. */
  static boolean isCountry(List<String> words) {
    int last = words.size() - 1;
    if (last < 0 || GIVEN_NAMES.contains(words.get(0))) {
      return false;
    }
    boolean city = last == 1 && COUNTRIES.contains(words.get(0)) && CITIES.contains(words.get(1));
    return city
        || (COUNTRIES.contains(words.get(last))
            && (last == 0 || (last < PERSON - 1 && !ALSO_NAMES.contains(words.get(last)))));
  }

  /** Whether the name is no street's. */
  static boolean isNone(DeliveryLine line, StatedLines stated) {
    List<String> name = line.nameWords();
    if (Words.any(name, w -> Publication28.isDirection(w) || ADJECTIVES.contains(w))) {
      return isRegion(line, stated);
    }
    String last = name.get(name.size() - 1);
    List<String> written = new ArrayList<>(name);
    written.addAll(line.after().stream().limit(1).toList());
    boolean spelt = CountingWords.at(name, 0) == name.size();
    return spelt
        || name.equals(List.of(stated.state()))
        || (name.size() == 1 && COUNTRIES.contains(last))
        || (name.size() < PERSON && GIVEN_NAMES.contains(name.get(0)))
        || COMPANIES.contains(last)
        || (name.size() > 1 && LAST.contains(last))
        || Remarks.isKindOfPlace(written)
        || line.number().get(0).matches("[0-9]+/[0-9]+");
  }
}
