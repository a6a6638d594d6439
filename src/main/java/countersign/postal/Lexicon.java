package countersign.postal;

import countersign.validation.ComparingForm;
import countersign.validation.Digits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words and phrases that stand for a missing address, such as UNKNOWN. The lexicon is closed; an
 * agreement may add words.
 */
public final class Lexicon {
  private static final Set<String> WORDS = WordList.read("placeholder-words.txt").words();
  private static final List<String> PHRASES = WordList.read("placeholder-phrases.txt").lines();
  private static final Phrases CLOSED = new Phrases(PHRASES);
  private static final int FUZZY_FROM = 6;

  /** Beginnings of the words, which may be written as a word of their own. */
  private static final Set<String> BEGINNINGS = beginnings();

  private final Set<String> words;
  private final Phrases phrases;
  private final List<List<Misspellable>> fuzzy;

  /**
   * Combines the closed lexicon with the additions of an agreement.
   *
   * @param additions words; an entry of several words is a phrase
   */
  public Lexicon(Set<String> additions) {
    Set<String> all = new HashSet<>(WORDS);
    List<String> several = new ArrayList<>();
    for (String addition : additions) {
      List<String> form = ComparingForm.bareWords(addition);
      if (form.size() == 1) {
        all.addAll(form);
      } else if (!form.isEmpty()) {
        several.add(String.join(" ", form));
      }
    }
    this.words = Set.copyOf(all);
    this.phrases = new Phrases(several);
    this.fuzzy = fuzzy(words);
  }

  /**
   * A word that is recognised with one wrong letter.
   *
   * @param letters a bit for each letter; one wrong letter changes two of them at most
   */
  private record Misspellable(String word, long letters) {}

  /** The long words by their length. */
  private static List<List<Misspellable>> fuzzy(Set<String> words) {
    List<List<Misspellable>> fuzzy = new ArrayList<>();
    for (String word : words) {
      while (fuzzy.size() <= word.length()) {
        fuzzy.add(new ArrayList<>());
      }
      if (word.length() >= FUZZY_FROM) {
        fuzzy.get(word.length()).add(new Misspellable(word, letters(word)));
      }
    }
    return fuzzy;
  }

  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << (word.charAt(i) & 63);
    }
    return letters;
  }

  private static Set<String> beginnings() {
    Set<String> beginnings = new HashSet<>();
    for (String word : WORDS) {
      for (int end = 1; end < word.length(); end++) {
        beginnings.add(word.substring(0, end));
      }
    }
    return beginnings;
  }

  /** Whether an agreement adds nothing to the closed lexicon. */
  public boolean isClosed() {
    return words.size() == WORDS.size() && phrases.isEmpty();
  }

  /** Whether the line contains one of the phrases. */
  public boolean holdsPhrase(List<String> line) {
    return CLOSED.in(line) || phrases.in(line);
  }

  /** Whether every word is a lexicon word; true for an empty line. */
  public boolean onlyLexicon(List<String> line) {
    for (int i = 0; i < line.size(); i++) {
      if (!isLexicon(line.get(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the word is a lexicon word, possibly misspelt, one repeated character, or without
   * letters and digits.
   */
  public boolean isLexicon(String word) {
    return words.contains(word)
        || oneCharacterRepeated(word)
        || !hasLetterOrDigit(word)
        || misspelt(word);
  }

  /** Whether the word is a lexicon word, possibly misspelt, but not one repeated character. */
  public boolean isWord(String word) {
    return words.contains(word) || misspelt(word);
  }

  /**
   * Whether a word of the closed lexicon has digits behind it or is written as two words: {@code
   * UNK1}, {@code UN KNOWN}.
   */
  public static boolean isDisguised(List<String> words, int at) {
    String word = words.get(at);
    int end = word.length();
    while (end > 0 && Digits.isDigit(word.charAt(end - 1))) {
      end--;
    }
    boolean numbered = end > 2 && end < word.length() && isClosed(word.substring(0, end));
    return numbered
        || (at + 1 < words.size()
            && BEGINNINGS.contains(word)
            && word.length() + words.get(at + 1).length() >= FUZZY_FROM
            && isClosed(word + words.get(at + 1)));
  }

  /** Whether the word is in the closed lexicon. */
  public static boolean isClosed(String word) {
    return WORDS.contains(word);
  }

  /**
   * Whether the word is one repeated character: {@code X}, {@code XXX}, {@code 0000}; this covers
   * {@code N A} too. A single digit from 1 to 9 does not count, because it may be a number.
   */
  private static boolean oneCharacterRepeated(String word) {
    char first = word.charAt(0);
    if (word.length() == 1) {
      return first < '1' || first > '9';
    }
    for (int i = 1; i < word.length(); i++) {
      if (word.charAt(i) != first) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasLetterOrDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetterOrDigit(word.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean misspelt(String word) {
    if (word.length() < FUZZY_FROM - 1 || Publication28.isSuffix(word)) { // MISSION, not MISSING
      return false;
    }
    long letters = letters(word);
    int last = Math.min(word.length() + 1, fuzzy.size() - 1);
    for (int length = word.length() - 1; length <= last; length++) {
      List<Misspellable> all = fuzzy.get(length);
      for (int i = 0; i < all.size(); i++) {
        Misspellable known = all.get(i);
        if (Long.bitCount(known.letters() ^ letters) <= 2 && oneEditApart(known.word(), word)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether the words differ by one missing, added or changed letter, or by two swapped neighbours.
   */
  public static boolean oneEditApart(String known, String word) {
    int at = 0;
    int shorter = Math.min(known.length(), word.length());
    while (at < shorter && known.charAt(at) == word.charAt(at)) {
      at++;
    }
    if (known.length() > word.length()) {
      return sameFrom(known, at + 1, word, at);
    }
    if (known.length() < word.length()) {
      return sameFrom(known, at, word, at + 1);
    }
    boolean swapped =
        at + 1 < shorter
            && known.charAt(at) == word.charAt(at + 1)
            && known.charAt(at + 1) == word.charAt(at)
            && sameFrom(known, at + 2, word, at + 2);
    return at == shorter || swapped || sameFrom(known, at + 1, word, at + 1);
  }

  private static boolean sameFrom(String one, int from, String other, int otherFrom) {
    int length = one.length() - from;
    return length == other.length() - otherFrom
        && one.regionMatches(from, other, otherFrom, length);
  }
}
