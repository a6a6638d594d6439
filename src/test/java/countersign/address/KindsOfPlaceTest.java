package countersign.address;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.postal.WordList;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person looks at a kind of place, a kind of road and a remark that look like a street. */
@Proves("R24")
class KindsOfPlaceTest {
  private static final AddressSufficiency JUDGE = new AddressSufficiency(Set.of());
  private static final WordList LIST = WordList.read("kinds-of-places.txt");

  @Test
  void every_word_of_a_kind_does_not_pass_before_the_suffixes_of_that_kind() {
    assertThat(LIST.headings() % 2).isEqualTo(1);
    for (int kind = 1; kind < LIST.headings(); kind += 2) {
      for (String word : new TreeSet<>(LIST.words(kind))) {
        for (String suffix : LIST.words(kind + 1)) {
          String line = "12 " + word + " " + suffix;
          assertThat(codes(line, null)).as(line).isNotEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 Harbor Rescue Mission",
        "12 Freeway Overpass",
        "12 The Primary Key",
        "12 State Highway",
        "12 N County Rd",
        "12 Forest Service Road",
        "12 Oak St Maria Garcia",
        "12 Oak St Apt 3 blue door",
        "12 Oak St 2024-03-01",
        "12 Oak St 14 Elm St",
        "12 Oak St?",
        "12 (14) Oak St",
        "5 Via Roma Milano Italy"
      })
  void a_kind_or_a_remark_is_held(String line) {
    assertThat(codes(line, null)).containsExactly(ReasonCode.R206_ADDRESS_DOUBTFUL);
  }

  @ParameterizedTest
  @CsvSource({
    "12 Rescue Ln,",
    "12 Mission Center Rd,",
    "12 County St,",
    "12 State Highway 6,",
    "12 Oak St 3B,",
    "12 Oak St Rear House,",
    "12 Oak St Tower 2 Apt 5,",
    "12 Oak St Illinois,",
    "12 Oak St c/o Maria Garcia,",
    "12 Oak St,Maria Garcia",
    "12 Quail Hollow Close,",
    "12 E Via Entrada,",
    "12 Calle Mexico,"
  })
  void a_street_with_its_unit_or_addressee_passes(String line1, @Nullable String line2) {
    assertThat(codes(line1, line2)).isEmpty();
  }

  private static List<ReasonCode> codes(String line1, @Nullable String line2) {
    return JUDGE.judge(new Address(line1, line2, "Chicago", "IL", "60601"));
  }
}
