package countersign.validation;

import countersign.validation.DeliveryLine.Form;
import java.util.List;
import java.util.Set;

/**
 * Decides whether a person has to look at a delivery line: it has no known form, its name is a
 * placeholder before a suffix, or it reads like a clerk's remark.
 */
final class DoubtfulAddress {
  private static final WordList LIST = WordList.read("clerks-words.txt");
  private static final Set<String> WORDS = LIST.words(1);
  private static final Phrases PHRASES = new Phrases(LIST.lines(2));
  private static final Set<String> WITHOUT_SUFFIX = LIST.words(3);

  /** Suffixes that are hardly ever part of a name. */
  private static final Set<String> ROADS =
      Set.of("STREET", "ST", "ROAD", "RD", "AVENUE", "AVE", "DRIVE", "DR", "LANE", "LN");

  private final Lexicon lexicon;

  DoubtfulAddress(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a person has to look at the line. */
  boolean is(DeliveryLine line) {
    if (line.form() == Form.NONE || isRemark(line.before()) || onlyLexicon(line.before())) {
      return true;
    }
    if (line.form() == Form.PUERTO_RICO) {
      return isRemark(line.after()) || onlyLexicon(line.after());
    }
    List<String> name = line.nameWords();
    boolean suffixed = line.form() == Form.SUFFIX;
    return isRemark(name)
        || (suffixed && onlyLexicon(name))
        || (!suffixed && !line.isNumberedRoad() && holds(WITHOUT_SUFFIX, name));
  }

  /** Whether all words apart from directionals, numbers and single letters are lexicon words. */
  private boolean onlyLexicon(List<String> words) {
    boolean any = false;
    for (String word : words) {
      boolean counts =
          word.length() > 1
              && Presence.hasLetter(word)
              && !Publication28.isDirection(word)
              && !ROADS.contains(word)
              && !ParsedAddress.isPuertoRican(word);
      if (counts && !lexicon.isLexicon(word)) {
        return false;
      }
      any |= counts;
    }
    return any;
  }

  private static boolean isRemark(List<String> words) {
    return holds(WORDS, words) || PHRASES.in(words);
  }

  /** Whether one of the words is in the list; NO before a number is a number sign. */
  private static boolean holds(Set<String> list, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (list.contains(words.get(i))
          && !(HouseNumber.isSign(words.get(i))
              && i + 1 < words.size()
              && Digits.any(words.get(i + 1)))) {
        return true;
      }
    }
    return false;
  }
}
