package countersign.validation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words and phrases that say "nobody told us". The lexicon is closed; an agreement may add words.
 */
final class Lexicon {
  private static final Set<String> WORDS =
      Set.of(
          "UNKNOWN",
          "UNK",
          "NONE",
          "NULL",
          "NIL",
          "NA",
          "TBD",
          "TBA",
          "TEST",
          "HOMELESS",
          "TRANSIENT",
          "GENERAL",
          "WITHHELD",
          "REFUSED",
          "PENDING",
          "BLANK",
          "VOID",
          "DUMMY");
  static final List<String> PHRASES =
      List.of(
          "FAILED TO PROVIDE",
          "FAILURE TO PROVIDE",
          "DID NOT PROVIDE",
          "NOT PROVIDED",
          "NOT AVAILABLE",
          "NOT APPLICABLE",
          "NOT GIVEN",
          "NOT STATED",
          "NONE GIVEN",
          "NO KNOWN ADDRESS",
          "NO FIXED ADDRESS",
          "NO ADDRESS",
          "ADDRESS UNKNOWN",
          "UNKNOWN ADDRESS",
          "DONT CARE",
          "DONT KNOW",
          "REFUSED TO STATE",
          "REFUSED TO PROVIDE",
          "SEE FILE",
          "SEE ATTACHED",
          "SAME AS ABOVE",
          "TO BE DETERMINED",
          "ON FILE");
  private static final int FUZZY_FROM = 6;

  private final Set<String> words;
  private final List<String> fuzzy;

  Lexicon(Set<String> additions) {
    Set<String> all = new HashSet<>(WORDS);
    additions.forEach(word -> all.add(ComparingForm.of(word)));
    this.words = Set.copyOf(all);
    this.fuzzy = words.stream().filter(word -> word.length() >= FUZZY_FROM).sorted().toList();
  }

  /** Whether every word is a lexicon word; {@code N A} together is one. True for no words. */
  boolean onlyLexicon(List<String> line) {
    int i = 0;
    while (i < line.size()) {
      boolean notApplicable =
          line.get(i).equals("N") && i + 1 < line.size() && line.get(i + 1).equals("A");
      if (notApplicable) {
        i += 2;
      } else if (isLexicon(line.get(i))) {
        i++;
      } else {
        return false;
      }
    }
    return true;
  }

  boolean isLexicon(String word) {
    return words.contains(word)
        || word.codePoints().noneMatch(Character::isLetterOrDigit)
        || oneCharacterRepeated(word)
        || misspelt(word);
  }

  /**
   * {@code X}, {@code XXX}, {@code 0000}; a single digit from 1 to 9 may be a number of something.
   */
  private static boolean oneCharacterRepeated(String word) {
    if (word.length() == 1 && word.charAt(0) >= '1' && word.charAt(0) <= '9') {
      return false;
    }
    return word.chars().allMatch(c -> c == word.charAt(0));
  }

  private boolean misspelt(String word) {
    if (word.length() < FUZZY_FROM - 1) {
      return false;
    }
    for (String known : fuzzy) {
      if (Math.abs(known.length() - word.length()) <= 1 && oneEditApart(known, word)) {
        return true;
      }
    }
    return false;
  }

  /** One letter missing, added, changed, or two neighbours swapped. */
  static boolean oneEditApart(String known, String word) {
    int start = 0;
    int shorter = Math.min(known.length(), word.length());
    while (start < shorter && known.charAt(start) == word.charAt(start)) {
      start++;
    }
    String a = known.substring(start);
    String b = word.substring(start);
    if (a.isEmpty() || b.isEmpty()) {
      return a.length() + b.length() <= 1;
    }
    if (a.length() == b.length()) {
      boolean changed = a.substring(1).equals(b.substring(1));
      boolean swapped =
          a.length() > 1
              && a.charAt(0) == b.charAt(1)
              && a.charAt(1) == b.charAt(0)
              && a.substring(2).equals(b.substring(2));
      return changed || swapped;
    }
    return a.length() > b.length() ? a.substring(1).equals(b) : b.substring(1).equals(a);
  }
}
