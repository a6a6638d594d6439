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

/** Columns of hashes give the same results as sets of the values. */
class HashColumnTest {

  @Property(tries = 200)
  void a_column_counts_like_sets_of_its_values(
      @ForAll long seed,
      @ForAll @IntRange(max = 4_000) int size,
      @ForAll @IntRange(max = 6) int than) {
    Random random = new Random(seed);
    HashColumn first = new HashColumn();
    HashColumn second = new HashColumn();
    Map<Long, Integer> places = new TreeMap<>();
    Map<Long, Set<Long>> partners = new TreeMap<>();
    for (int at = size; at >= 1; at--) {
      long one = random.nextInt(1 + size / 3);
      long other = random.nextInt(8);
      first.set(at, one);
      second.set(at, other);
      if (one != 0) {
        places.merge(one, 1, Integer::sum);
        Set<Long> others = partners.computeIfAbsent(one, key -> new HashSet<>());
        if (other != 0) {
          others.add(other);
        }
      }
    }

    assertThat(first.different()).isEqualTo(places.size());
    assertThat(first.valuesInMoreThan(than)).isEqualTo(keys(places, count -> count > than));
    assertThat(first.valuesWithMoreThan(than, second))
        .isEqualTo(keys(partners, others -> others.size() > than));
  }

  @Test
  void a_position_that_was_never_set_is_absent() {
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
