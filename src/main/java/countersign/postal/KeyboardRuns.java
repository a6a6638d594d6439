package countersign.postal;

import countersign.validation.Digits;
import java.util.List;

/**
 * Recognises words that a hand made on a keyboard, not in a language: {@code QWER}, {@code ASDASD},
 * {@code ABCD}, {@code SDLKFJ}. Pure.
 */
public final class KeyboardRuns {
  /** Rows and columns; a run follows one of them in either direction. */
  private static final List<String> LINES =
      List.of(
          "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM", "QAZ", "WSX", "EDC", "RFV", "TGB", "YHN", "UJM");

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** Whether the second letter follows the first one in a row or column, in either direction. */
  private static final boolean[][] BESIDE = beside();

  private static final String HOME_ROW = "ASDFGHJKL";
  private static final String VOWELS = "AEIOUY";
  private static final int RUN = 3;
  private static final int WITHOUT_VOWEL = 4;
  private static final int MASH = 5;

  private KeyboardRuns() {}

  /** Whether the word, in comparing form, is one. */
  public static boolean is(String word) {
    if (word.length() < RUN || Digits.any(word)) {
      return false;
    }
    boolean run = (startsRun(word) && (isRuns(word) || isSwing(word)));
    return (run || isWithoutVowel(word) || isHomeRow(word)) && !isAbbreviation(word);
  }

  private static boolean[][] beside() {
    boolean[][] beside = new boolean[ALPHABET.length()][ALPHABET.length()];
    for (String line : LINES) {
      for (int i = 1; i < line.length(); i++) {
        int one = line.charAt(i - 1) - 'A';
        int other = line.charAt(i) - 'A';
        beside[one][other] = true;
        beside[other][one] = true;
      }
    }
    for (int i = 1; i < ALPHABET.length(); i++) {
      beside[i - 1][i] = true; // forward only
    }
    return beside;
  }

  /** Whether the second key is beside the first one, as in every run and swing. */
  private static boolean startsRun(String word) {
    int one = word.charAt(0) - 'A';
    int other = word.charAt(1) - 'A';
    return one >= 0
        && one < BESIDE.length
        && other >= 0
        && other < BESIDE.length
        && BESIDE[one][other];
  }

  private static boolean isAbbreviation(String word) {
    return Publication28.isStandard(word) || !NameWords.standard(word).equals(word);
  }

  /** Whether the word is one run after another, each of three letters or more. */
  private static boolean isRuns(String word) {
    int at = 0;
    while (at < word.length()) {
      int length = runAt(word, at);
      if (length < RUN) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /** The length of the longest run at an index. */
  private static int runAt(String word, int at) {
    int longest = run(ALPHABET, word, at, 1); // MLK is no run
    for (String line : LINES) {
      longest = Math.max(longest, Math.max(run(line, word, at, 1), run(line, word, at, -1)));
    }
    return longest;
  }

  private static int run(String line, String word, int at, int step) {
    int key = line.indexOf(word.charAt(at));
    int length = 0;
    while (at + length < word.length()
        && key >= 0
        && key < line.length()
        && line.charAt(key) == word.charAt(at + length)) {
      key += step;
      length++;
    }
    return length;
  }

  /** Whether each key is beside the one before it in the same row: {@code ASDSA}. */
  private static boolean isSwing(String word) {
    if (word.length() < MASH) {
      return false;
    }
    for (String row : LINES.subList(0, RUN)) {
      boolean beside = row.indexOf(word.charAt(0)) >= 0;
      for (int i = 1; i < word.length() && beside; i++) {
        int key = row.indexOf(word.charAt(i));
        beside = key >= 0 && Math.abs(key - row.indexOf(word.charAt(i - 1))) == 1;
      }
      if (beside) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithoutVowel(String word) {
    if (word.length() < WITHOUT_VOWEL || word.startsWith("MLK")) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'A' || c > 'Z' || VOWELS.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the word has the middle row's letters only, four consonants of them together. */
  private static boolean isHomeRow(String word) {
    int consonants = 0;
    int most = 0;
    for (int i = 0; i < word.length(); i++) {
      if (HOME_ROW.indexOf(word.charAt(i)) < 0) {
        return false;
      }
      consonants = word.charAt(i) == 'A' ? 0 : consonants + 1;
      most = Math.max(most, consonants);
    }
    return word.length() >= MASH && most >= WITHOUT_VOWEL;
  }
}
