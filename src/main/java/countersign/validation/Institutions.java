package countersign.validation;

import java.util.List;

/**
 * Places where people are held or offices sit, and how an address says that it goes care of
 * somebody.
 */
final class Institutions {
  private static final List<String> PHRASES =
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
          "FIELD OFFICE");

  private static final List<String> CARE_OF = List.of("C O", "CARE OF", "ATTN", "ATTENTION");

  private Institutions() {}

  /** Whether an institution phrase stands among the words. */
  static boolean named(List<String> words) {
    String form = String.join(" ", words);
    return PHRASES.stream().anyMatch(phrase -> ComparingForm.holds(form, phrase));
  }

  /** Whether the words before a number are an addressee: care of, attention, or an institution. */
  static boolean isAddressee(List<String> words) {
    String form = String.join(" ", words);
    return CARE_OF.stream().anyMatch(phrase -> ComparingForm.holds(form, phrase)) || named(words);
  }
}
