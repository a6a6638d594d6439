package countersign.postal;

import java.util.List;

/**
 * Recognises institutions (places where people are held, and offices) and care-of phrases in an
 * address.
 */
public final class Institutions {
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

  /** Whether the words contain an institution phrase. */
  public static boolean named(List<String> words) {
    return PLACES.in(words);
  }

  /** Whether the words contain an institution phrase that ends at {@code end} or later. */
  public static boolean named(List<String> words, int end) {
    return PLACES.in(words, end);
  }

  /** Index of a care-of phrase; -1 if there is none. */
  public static int careOf(List<String> words) {
    return CARE_OF.indexIn(words);
  }

  /** Whether the words before a number are an addressee: care of, attention, or an institution. */
  public static boolean isAddressee(List<String> words) {
    return CARE_OF.in(words) || named(words);
  }
}
