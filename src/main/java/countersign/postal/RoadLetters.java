package countersign.postal;

import countersign.validation.Digits;
import countersign.validation.Presence;

/** Letters that name a road: {@code ZZZ}, and a county's initials {@code WCR}. Pure. */
public final class RoadLetters {
  private static final String ROAD = "CR";
  private static final int LONGEST = 3;

  private RoadLetters() {}

  /** One to three equal letters: the name of a road such as County Road ZZZ. */
  public static boolean are(String word) {
    if (word.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i)) || word.charAt(i) != word.charAt(0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the word is a county's initials with CR: {@code WCR}, {@code VZCR}. */
  public static boolean areInitials(String word) {
    int initials = word.length() - ROAD.length();
    return initials >= 1
        && initials <= 2
        && word.endsWith(ROAD)
        && !Digits.any(word)
        && Presence.hasLetter(word);
  }
}
