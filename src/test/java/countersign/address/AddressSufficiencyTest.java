package countersign.address;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R23-R25, R27: a usable address is accepted, and anything else gets exactly its code. */
@Proves({"R23", "R24", "R25", "R27"})
class AddressSufficiencyTest {
  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @ParameterizedTest
  @CsvFileSource(resources = "/addresses/addresses.csv", delimiter = '|')
  void a_complete_address_is_sufficient(String line) {
    assertThat(codes(line, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/addresses/no-addresses.csv", delimiter = '|')
  void an_insufficient_address_gets_exactly_its_code(String line, String code) {
    assertThat(codes(line, null)).containsExactly(code(code));
  }

  @ParameterizedTest
  @CsvSource({
    "Cook County Jail, 2700 S California Ave, R215",
    "2700 S California Ave, Cook County Jail, R215",
    "2700 S Jail Rd, Apt 3, ''",
    "c/o Pat Example, 412 N Oak St, ''",
    "Unknown, 412 N Oak St, ''",
    "412 N Oak St, Unknown, ''",
    "123 Unknown, Apt 3, R204",
    "412 N Oak St, N/A, ''",
    "412 N Oak St, not applicable, R204",
    "412 N Oak St, Chicago IL 60601, ''",
    "412 Chicago, Chicago IL 60601, R206",
    "RR 2, Box 18, ''",
    "Unit 2050, Box 4190, ''",
    "RR 2, 412 N Oak St, ''",
    "123 Chicago IL 60601, Apt 3, R203",
    "123, Main St, R203",
    "Address, Unknown, R204",
    "NA, NA, R204",
    "'', 412 N Oak St, ''",
    "'', 60601, R207",
    "Chicago, IL 60601, R207",
    "60601 Chicago, 60601 Chicago, R203",
    "60601, 'Unknown, Chicago IL 60601', R204",
    "Main St, County Jail, R205",
    "Apt 3, PO Box 7, ''",
  })
  void both_lines_are_checked_together(String line1, String line2, String code) {
    List<ReasonCode> expected = code.isEmpty() ? List.of() : List.of(code(code));
    assertThat(codes(line1, line2)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "URB Las Flores 12",
        "Urbanización Las Flores 12",
        "Calle Luna 12",
        "Cond El Mar Apt 4",
        "Bo Sur Carr 2 Km 3",
        "Parcelas Falú 7"
      })
  void puerto_rico_has_its_own_address_forms(String line) {
    assertThat(judge.judge(new Address(line, null, "San Juan", "pr", "00901"))).isEmpty();
    assertThat(judge.judge(new Address(line, null, "Austin", "TX", "78701")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  /** A place without a street was read as one, and the file could not be judged. */
  @ParameterizedTest
  @CsvSource({
    "HC 27 Box Calle, ''",
    "IL 12 Ferry Calle, Southwest",
    "Hwy N50 W16948 Maple Ave, ''",
    "Urb 78 Gladiolas, 150 Calle"
  })
  void a_doubtful_place_of_puerto_rico_is_held(String line1, String line2) {
    assertThat(judge.judge(new Address(line1, line2, "San Juan", "PR", "00901")))
        .containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "123", "Unknown", "N/A", "XX", "TBD", "Not provided", "---"})
  void a_missing_or_placeholder_city_is_an_additional_objection(String city) {
    assertThat(judge.judge(new Address("412 N Oak St", null, city, "IL", "60601")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(judge.judge(new Address("TBA", null, city, "IL", "60601")))
        .containsExactly(R204_ADDRESS_PLACEHOLDER, R203_ADDRESS_INCOMPLETE);
    assertThat(judge.judge(new Address("Main St", null, city, "IL", "60601")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(judge.judge(new Address("Jail", null, city, "IL", "60601")))
        .containsExactly(R205_FACILITY_NO_LOCATOR);
  }

  @ParameterizedTest
  @CsvSource({
    "New York NY 10001, R207",
    "'New York, NY', R203",
    "123 New York NY, R203",
    "York NY 10001, R203",
    "123 New York Ave New York NY 10001, ''",
  })
  void a_city_of_several_words_is_not_a_street(String line, String code) {
    assertThat(judge.judge(new Address(line, null, "New York", "NY", "10001")))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code(code)));
  }

  @Test
  void a_doubtful_address_of_an_institution_gets_both_codes_for_a_person() {
    assertThat(codes("2700 Cook County Jail", null))
        .containsExactly(R206_ADDRESS_DOUBTFUL, R215_IN_CUSTODY_REVIEW);
    assertThat(codes("Cook County Jail", "2700 Texas"))
        .containsExactly(R206_ADDRESS_DOUBTFUL, R215_IN_CUSTODY_REVIEW);
  }

  @Test
  void a_doubtful_address_without_a_city_is_only_incomplete() {
    assertThat(judge.judge(new Address("101 Texas", null, "", "IL", "60601")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @Test
  void a_court_in_connecticut_is_not_a_state() {
    Address court = new Address("4124 Washington Ct", "Apt 2", "New Haven", "CT", "06511");
    Address repeated =
        new Address("4124 Washington Ct New Haven CT", null, "New Haven", "CT", "06511");
    assertThat(judge.judge(court)).isEmpty();
    assertThat(judge.judge(repeated)).isEmpty();
  }

  @Test
  void an_absent_address_is_the_same_as_an_empty_one() {
    assertThat(judge.judge(null))
        .isEqualTo(judge.judge(new Address(null, null, null, null, null)))
        .containsExactly(R202_ADDRESS_MISSING, R203_ADDRESS_INCOMPLETE);
  }

  @Test
  void an_agreement_may_add_words_and_phrases() {
    AddressSufficiency stricter = new AddressSufficiency(Set.of("hinterland", "ask counsel"));
    Address word = new Address("Hinterland", null, "Chicago", "IL", "60601");
    Address phrase = new Address("12 Main St, ask counsel", null, "Chicago", "IL", "60601");

    assertThat(stricter.judge(word)).containsExactly(R204_ADDRESS_PLACEHOLDER);
    assertThat(stricter.judge(phrase)).containsExactly(R204_ADDRESS_PLACEHOLDER);
    assertThat(judge.judge(word)).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(judge.judge(phrase)).containsExactly(R206_ADDRESS_DOUBTFUL);
  }

  @Test
  void additions_of_an_agreement_are_matched_like_the_closed_lexicon() {
    AddressSufficiency stricter =
        new AddressSufficiency(Set.of("hinterland", "ask counsel", "closed", "moved", "--"));
    assertThat(stricter.judge(in("12 Hinterland Rd")))
        .as("may be a street")
        .containsExactly(R206_ADDRESS_DOUBTFUL);
    assertThat(judge.judge(in("12 Hinterland Rd"))).isEmpty();
    assertThat(stricter.judge(in("Counsel"))).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(stricter.judge(in("Closd"))).containsExactly(R204_ADDRESS_PLACEHOLDER);
    assertThat(stricter.judge(in("Movd"))).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(stricter.judge(in("412 N Oak St"))).isEmpty();
  }

  private static Address in(String line) {
    return new Address(line, null, "Chicago", "IL", "60601");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200b\u00ad\ufeff", "\u0007", "\u00a0", "\u2007\u3000", "\u2060", "\t\n"})
  void invisible_characters_count_as_missing(String line) {
    assertThat(codes(line, null)).containsExactly(R202_ADDRESS_MISSING);
    assertThat(codes(line, line)).containsExactly(R202_ADDRESS_MISSING);
    assertThat(judge.judge(new Address("412 N Oak St", null, line, "IL", "60601")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  private List<ReasonCode> codes(String line1, String line2) {
    return judge.judge(new Address(line1, line2, "Chicago", "IL", "60601"));
  }

  private static ReasonCode code(String number) {
    for (ReasonCode code : ReasonCode.values()) {
      if (code.name().startsWith(number + "_")) {
        return code;
      }
    }
    throw new IllegalArgumentException("There is no code " + number);
  }
}
