package countersign.validation;

import java.util.List;

/**
 * Places where people are held or offices sit, and how an address says that it goes care of
 * somebody.
 */
final class Institutions {
  private static final Phrases PLACES =
      new Phrases(
          List.of(
              "JAIL",
              "PRISON",
              "PENITENTIARY",
              "REFORMATORY",
              "DETENTION",
              "CORRECTIONAL",
              "CORRECTIONS",
              "RESIDENTIAL CENTER",
              "PROCESSING CENTER",
              "COURTHOUSE",
              "FIELD OFFICE"));

  private static final Phrases CARE_OF =
      new Phrases(List.of("C O", "CARE OF", "ATTN", "ATTENTION"));

  private Institutions() {}

  /** Whether an institution phrase stands among the words. */
  static boolean named(List<String> words) {
    return PLACES.in(words);
  }

  /** Whether an institution phrase stands among the words that ends not before a place. */
  static boolean named(List<String> words, int end) {
    return PLACES.in(words, end);
  }

  /** Whether the words before a number are an addressee: care of, attention, or an institution. */
  static boolean isAddressee(List<String> words) {
    return CARE_OF.in(words) || named(words);
  }
}
