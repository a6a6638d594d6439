package countersign.postal;

import countersign.postal.unit.UnitForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One order for the parts of a Puerto Rican address: the house number and its street first, the
 * other parts sorted. {@code Calle 41 798} is {@code 798 Calle 41}. Pure.
 */
public final class PuertoRico {
  /** First words of the parts, in standard abbreviations. */
  private static final Set<String> PARTS =
      Set.of(
          "URB", "COND", "BO", "RES", "BDA", "PARC", "REPTO", "SECT", "EDIF", "COM", "CARR", "KM",
          "HM", "BLQ", "SOLAR", "CALLE");

  private static final String STREET = "CALLE";

  /** Words with which Puerto Rican lines are written, in standard abbreviations. */
  private static final Set<String> WORDS =
      Set.of(
          "URB",
          "COND",
          "BO",
          "CALLE",
          "RES",
          "EXT",
          "AVE",
          "CARR",
          "BDA",
          "PARC",
          "REPTO",
          "SECT",
          "EDIF",
          "JARD",
          "VILLA",
          "VIA",
          "COM",
          "COMUNIDAD",
          "SOLAR",
          "CALLEJON",
          "PASEO",
          "CAMINO",
          "BUZON",
          "BZN",
          "HACIENDA");

  private PuertoRico() {}

  /** Whether the word is one of those with which Puerto Rican lines are written. */
  public static boolean isWord(String word) {
    return WORDS.contains(Publication28.abbreviate(word));
  }

  /** Whether one of the words starts a part. */
  public static boolean holds(List<String> words) {
    return Words.any(words, PARTS::contains);
  }

  /**
   * Orders the parts.
   *
   * @param words the delivery line in standard abbreviations, without units
   */
  public static List<String> ordered(List<String> words) {
    if (!holds(words)) {
      return words;
    }
    List<String> first = new ArrayList<>();
    List<List<String>> parts = new ArrayList<>();
    for (String word : words) {
      if (PARTS.contains(word)) {
        parts.add(new ArrayList<>());
      }
      (parts.isEmpty() ? first : parts.get(parts.size() - 1)).add(word);
    }
    List<String> street = takeStreet(parts, first);
    List<String> out = new ArrayList<>(first);
    out.addAll(street);
    parts.stream().map(part -> String.join(" ", part)).sorted().forEach(out::add);
    return List.of(String.join(" ", out).split(" ", -1));
  }

  /** Removes the street from the parts and puts its house number first. */
  private static List<String> takeStreet(List<List<String>> parts, List<String> first) {
    for (int i = 0; i < parts.size(); i++) {
      List<String> street = parts.get(i);
      if (street.get(0).equals(STREET)) {
        parts.remove(i);
        if (first.isEmpty()) {
          takeNumber(i > 0 ? parts.get(i - 1) : List.of(), street, first);
        }
        return street;
      }
    }
    return List.of();
  }

  /** Moves the house number, which stands before the street or behind its name. */
  private static void takeNumber(List<String> before, List<String> street, List<String> first) {
    int last = before.size() - 1;
    boolean named = last > 1 && !before.get(0).equals("CARR") && !before.get(0).equals("KM");
    if (named && LocatorDigits.in(before.get(last))) {
      first.add(UnitForms.joined(before.remove(last)));
      return;
    }
    for (int i = 2; i < street.size(); i++) {
      if (LocatorDigits.in(street.get(i))) {
        first.add(UnitForms.joined(street.remove(i)));
        return;
      }
    }
  }
}
