package countersign.request;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The word that a misspelled one probably means. Stateless. */
public final class Nearest {
  private static final int SHORTEST_STEM = 4;

  private Nearest() {}

  /** The nearest of the allowed words; empty if none is near. */
  public static Optional<String> of(String word, Collection<String> allowed) {
    return allowed.stream()
        .filter(one -> !one.isEmpty())
        .min(Comparator.comparingInt((String one) -> distance(word, one)).thenComparing(one -> one))
        .filter(one -> distance(word, one) <= Math.max(1, one.length() / 3))
        .or(() -> allowed.stream().filter(one -> isStem(word, one)).sorted().findFirst());
  }

  private static boolean isStem(String word, String one) {
    String small = word.toLowerCase(Locale.ROOT);
    String other = one.toLowerCase(Locale.ROOT);
    return Math.min(small.length(), other.length()) >= SHORTEST_STEM
        && (small.startsWith(other) || other.startsWith(small));
  }

  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    Arrays.setAll(row, at -> at);
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int above = row[j];
        boolean same =
            Character.toLowerCase(left.charAt(i - 1)) == Character.toLowerCase(right.charAt(j - 1));
        row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + (same ? 0 : 1));
        diagonal = above;
      }
    }
    return row[right.length()];
  }
}
