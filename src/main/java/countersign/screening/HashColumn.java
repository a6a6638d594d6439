package countersign.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One hash for each request of a file, by its position from 1; 0 means that the value is absent.
 * Eight bytes for each request. Not thread-safe.
 */
final class HashColumn {
  private long[] values = new long[1 << 10];
  private int end = 1;

  void set(int position, long value) {
    if (position >= values.length) {
      values = Arrays.copyOf(values, Math.max(position + 1, values.length / 2 * 3));
    }
    values[position] = value;
    end = Math.max(end, position + 1);
  }

  long get(int position) {
    return position < end ? values[position] : 0;
  }

  /** Last position plus 1. */
  int end() {
    return end;
  }

  /** Number of distinct values. */
  int different() {
    RequestIdSet seen = new RequestIdSet();
    int count = 0;
    for (int at = 1; at < end; at++) {
      count += values[at] != 0 && seen.add(values[at]) ? 1 : 0;
    }
    return count;
  }

  /** Values that occur at more than {@code places} positions. */
  Set<Long> valuesInMoreThan(int places) {
    long[] sorted = Arrays.copyOfRange(values, 1, end);
    Arrays.sort(sorted);
    Set<Long> often = new HashSet<>();
    for (int at = places; at < sorted.length; at++) {
      if (sorted[at] != 0 && sorted[at] == sorted[at - places]) {
        often.add(sorted[at]);
      }
    }
    return often;
  }

  /**
   * Values of this column that occur together with more than {@code different} distinct values of
   * {@code other}.
   */
  Set<Long> valuesWithMoreThan(int different, HashColumn other) {
    Set<Long> often = valuesInMoreThan(different);
    Pairs pairs = new Pairs();
    for (int at = 1; at < end; at++) {
      if (often.contains(values[at])) {
        pairs.add(values[at], other.get(at));
      }
    }
    return pairs.withMoreThan(different);
  }

  /** Counts the distinct partners of a value without storing the partners. */
  static final class Pairs {
    private static final long ODD = 0x9E3779B97F4A7C15L;
    private final RequestIdSet seen = new RequestIdSet();
    private final Map<Long, Integer> counts = new HashMap<>();

    /** Adds a pair of hashes; ignores it if the second value is absent. */
    void add(long first, long second) {
      long both = Long.rotateLeft(first, 1) ^ second * ODD;
      if (second != 0 && seen.add(both == 0 ? 1 : both)) {
        counts.merge(first, 1, Integer::sum);
      }
    }

    Set<Long> withMoreThan(int different) {
      Set<Long> found = new HashSet<>();
      counts.forEach(
          (first, count) -> {
            if (count > different) {
              found.add(first);
            }
          });
      return found;
    }
  }
}
