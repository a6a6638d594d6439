package countersign.address;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.address.AddressRows.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two spellings of one place agree, and two places do not. The pairs were labelled by hand, without
 * knowledge of the code that compares.
 */
class AddressPairsTest {
  private static final List<Row> PAIRS =
      Stream.of("same-place.csv", "same-place-by-kind.csv", "same-place-by-outsider.csv")
          .flatMap(name -> AddressRows.read(name).stream())
          .toList();

  @Test
  void the_file_holds_many_pairs_of_both_kinds() {
    assertThat(PAIRS).hasSizeGreaterThanOrEqualTo(1_800);
    assertThat(PAIRS).extracting(Row::expect).containsOnly("same", "different");
  }

  @Test
  void spellings_of_one_place_are_equal() {
    assertThat(judgedOtherwise("same")).isEmpty();
  }

  @Test
  void different_places_are_not_equal() {
    assertThat(judgedOtherwise("different")).isEmpty();
  }

  private static List<String> judgedOtherwise(String label) {
    List<String> failing =
        PAIRS.stream()
            .filter(row -> row.expect().equals(label))
            .filter(row -> areEqual(row) != label.equals("same"))
            .map(row -> row.line() + " " + row.cells())
            .toList();
    AddressRows.report("pairs-" + label + ".txt", failing);
    return failing;
  }

  private static boolean areEqual(Row row) {
    AddressReadings one = AddressReadings.of(row.address(1));
    AddressReadings other = AddressReadings.of(row.address(6));
    assertThat(one.agreeWith(other)).as("in both orders").isEqualTo(other.agreeWith(one));
    return one.agreeWith(other);
  }
}
