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

  /** Rules that count addresses have one form. */
  @Test
  void spellings_of_one_place_count_once_but_for_ordinals_and_for_one_of_two_places() {
    List<Row> apart =
        PAIRS.stream()
            .filter(row -> row.expect().equals("same"))
            .filter(row -> !AddressForm.of(row.address(1)).equals(AddressForm.of(row.address(6))))
            .toList();

    assertThat(apart)
        .isNotEmpty()
        .allMatch(row -> isBareOrdinal(row.cells().get(1)) || isTwoPlaces(row), "is explained");
  }

  /** Whether a number without its ending is the street's name: {@code 88 E 125 St}. */
  private static boolean isBareOrdinal(String line) {
    return line.matches("[0-9]+ ([NSEW] )?[0-9]+ (St|Ave)");
  }

  /** Whether one of the addresses has a box and a street, and the other one of them. */
  private static boolean isTwoPlaces(Row row) {
    return row.cells().get(2).isEmpty() != row.cells().get(7).isEmpty()
        && (row.cells().get(1) + row.cells().get(2)).contains("Box");
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
