package countersign.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Numbers of a file's requests say the same as sets of them would. */
class HashColumnTest {

  @Property(tries = 200)
  void it_counts_as_sets_do(
      @ForAll long seed,
      @ForAll @IntRange(max = 4_000) int size,
      @ForAll @IntRange(max = 6) int than) {
    Random random = new Random(seed);
    HashColumn first = new HashColumn();
    HashColumn second = new HashColumn();
    Map<Long, Integer> places = new TreeMap<>();
    Map<Long, Set<Long>> beside = new TreeMap<>();
    for (int at = size; at >= 1; at--) {
      long one = random.nextInt(1 + size / 3);
      long other = random.nextInt(8);
      first.set(at, one);
      second.set(at, other);
      if (one != 0) {
        places.merge(one, 1, Integer::sum);
        Set<Long> others = beside.computeIfAbsent(one, key -> new HashSet<>());
        if (other != 0) {
          others.add(other);
        }
      }
    }

    assertThat(first.different()).isEqualTo(places.size());
    assertThat(first.inMoreThan(than)).isEqualTo(keys(places, count -> count > than));
    assertThat(first.besideMoreThan(than, second))
        .isEqualTo(keys(beside, others -> others.size() > than));
  }

  @Test
  void nothing_stands_where_nothing_was_set() {
    HashColumn column = new HashColumn();
    column.set(3, 7);

    assertThat(column.get(2)).isZero();
    assertThat(column.get(3)).isEqualTo(7);
    assertThat(column.get(9_999)).isZero();
    assertThat(column.end()).isEqualTo(4);
  }

  private static <V> Set<Long> keys(Map<Long, V> map, java.util.function.Predicate<V> which) {
    return map.entrySet().stream()
        .filter(entry -> which.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
