package countersign.validation;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * R17, R42: kinds of nine-digit numbers. The numbers are built in this test and belong to no real
 * person.
 */
@Proves({"R17", "R42"})
class TaxpayerNumberRangeTest {

  @ParameterizedTest
  @CsvSource({
    "000, 12, 3456, INVALID",
    "666, 12, 3456, INVALID",
    "001, 00, 0001, INVALID",
    "001, 01, 0000, INVALID",
    "001, 01, 0001, SSN",
    "899, 99, 9999, SSN",
    "900, 50, 0001, ITIN",
    "912, 49, 1234, SYNTHETIC",
    "912, 93, 1234, ATIN",
    "900, 40, 0001, SYNTHETIC",
    "999, 89, 0000, SYNTHETIC",
  })
  void the_published_examples_are_classified(
      String area, String group, String serial, TaxpayerNumberRange kind) {
    assertThat(TaxpayerNumberRange.of(area + group + serial)).isEqualTo(kind);
  }

  @Test
  void every_group_of_the_nine_hundreds_is_in_one_published_range() {
    for (int group = 0; group < 100; group++) {
      assertThat(TaxpayerNumberRange.of("%03d%02d%04d".formatted(950, group, 1)))
          .as("group %02d", group)
          .isEqualTo(expected(group));
    }
  }

  private static TaxpayerNumberRange expected(int group) {
    if (in(group, 40, 49) || in(group, 66, 69) || group == 89) {
      return TaxpayerNumberRange.SYNTHETIC;
    }
    if (in(group, 50, 65) || in(group, 70, 88) || in(group, 90, 92) || in(group, 94, 99)) {
      return TaxpayerNumberRange.ITIN;
    }
    if (group == 93) {
      return TaxpayerNumberRange.ATIN;
    }
    boolean internal =
        in(group, 1, 10) || in(group, 17, 19) || in(group, 28, 29) || in(group, 37, 39);
    return internal ? TaxpayerNumberRange.IRSN : TaxpayerNumberRange.INVALID;
  }

  private static boolean in(int group, int from, int to) {
    return group >= from && group <= to;
  }

  @ParameterizedTest
  @CsvSource({"''", "12345678", "1234567890", "900-40-0001", "90040000A", "９００４００００１", "+90040000"})
  void text_other_than_nine_ascii_digits_is_malformed(String written) {
    assertThat(TaxpayerNumberRange.of(written)).isEqualTo(TaxpayerNumberRange.MALFORMED);
  }

  @Test
  void surrounding_blanks_are_ignored() {
    assertThat(TaxpayerNumberRange.of(" 900400001 ")).isEqualTo(TaxpayerNumberRange.SYNTHETIC);
  }
}
