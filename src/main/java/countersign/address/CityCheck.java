package countersign.address;

import countersign.address.line.StatedLines;
import countersign.postal.Lexicon;
import countersign.postal.StateNames;
import countersign.postal.WordList;
import countersign.postal.remark.ForeignText;
import countersign.postal.remark.Remarks;
import countersign.request.Request.Address;
import countersign.validation.ComparingForm;
import countersign.validation.Presence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides whether a text names a city. */
final class CityCheck {
  /** Words that name no city, alone or together. */
  static final Set<String> EMPTY =
      Set.of(
          "CITY",
          "TOWN",
          "VILLAGE",
          "CIUDAD",
          "PUEBLO",
          "ANY",
          "SOME",
          "MY",
          "YOUR",
          "THE",
          "NO",
          "NOT",
          "SIN",
          "SAME",
          "VARIOUS",
          "OTHER",
          "VARIES",
          "MULTIPLE",
          "LOCAL",
          "MISMA",
          "MISMO",
          "USA",
          "US",
          "COUNTRY",
          "STATE",
          "COUNTY",
          "AMERICA",
          "CITYNAME",
          "ANYCITY",
          "LOCATION",
          "ADDRESS",
          "STREET",
          "XX",
          "OF",
          "NAME",
          "OUT");

  private static final Set<List<String>> COUNTRIES =
      Set.of(
          List.of("U", "S"),
          List.of("U", "S", "A"),
          List.of("UNITED", "STATES"),
          List.of("UNITED", "STATES", "OF", "AMERICA"));

  /** Cities of which every word is in the list above. */
  private static final Set<List<String>> CITIES =
      Set.of(
          List.of("TOWN", "AND", "COUNTRY"),
          List.of("VILLAGE"),
          List.of("THE", "VILLAGE"),
          List.of("PUEBLO"));

  /** Post offices whose name looks like a placeholder, each with the codes of its states. */
  private static final Map<List<String>, Set<String>> POST_OFFICES = postOffices();

  /** Names of states that are cities of the same name, or of a district. */
  private static final Set<List<String>> ALSO_CITIES =
      Set.of(List.of("NEW", "YORK"), List.of("WASHINGTON"));

  private final Lexicon lexicon;

  CityCheck(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  private static Map<List<String>, Set<String>> postOffices() {
    Map<List<String>, Set<String>> offices = new HashMap<>();
    for (String row : WordList.read("post-offices.txt").lines()) {
      List<String> words = List.of(row.split(" ", -1));
      offices
          .computeIfAbsent(words.subList(1, words.size()), key -> new HashSet<>())
          .add(words.get(0));
    }
    return offices;
  }

  /**
   * Whether the address names a city.
   *
   * @param words the words of the stated city
   */
  boolean is(List<String> words, Address address) {
    boolean named =
        isName(words)
            && !COUNTRIES.contains(words)
            && !isStateCode(words)
            && !isStateWithCountry(words)
            && !ForeignText.isTemplate(address.city())
            && !lexicon.holdsPhrase(words);
    return named || isPostOffice(words, address);
  }

  /** Whether the word is a placeholder or a clerk's word: {@code Deported}. */
  private boolean isPlaceholder(String word) {
    return lexicon.isLexicon(word) || Remarks.isAnywhere(word);
  }

  private static boolean isPostOffice(List<String> words, Address address) {
    Set<String> states = POST_OFFICES.get(words);
    return CITIES.contains(words)
        || (states != null && states.contains(ComparingForm.of(address.state())));
  }

  /** Whether one of the words that may be a city's name is no placeholder. */
  private boolean isName(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (Presence.hasLetter(word) && !EMPTY.contains(word) && !isPlaceholder(word)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the text is a state and the country: {@code Texas USA}. New York and Washington are
   * cities too.
   */
  private static boolean isStateWithCountry(List<String> words) {
    List<String> state = StatedLines.withoutCountry(words);
    return state.size() < words.size()
        && !ALSO_CITIES.contains(state)
        && (isStateCode(state) || StateNames.is(state));
  }

  private static boolean isStateCode(List<String> words) {
    return words.size() == 1 && StateAndZip.isState(words.get(0));
  }
}
