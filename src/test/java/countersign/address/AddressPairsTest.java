package countersign.address;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.address.AddressRows.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two spellings of one place have one comparing form, and two places have two. The pairs were
 * labelled by hand, without knowledge of the code that compares.
 */
class AddressPairsTest {
  private static final List<Row> PAIRS = AddressRows.read("same-place.csv");

  @Test
  void the_file_holds_many_pairs_of_both_kinds() {
    assertThat(PAIRS).hasSizeGreaterThanOrEqualTo(250);
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
    return AddressForm.of(row.address(1)).equals(AddressForm.of(row.address(6)));
  }
}
