package countersign.validation;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R23-R25, R27: an address is stated, or the exact code says what is there instead. */
@Proves({"R23", "R24", "R25", "R27"})
class AddressSufficiencyTest {
  private final AddressSufficiency judge = new AddressSufficiency(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 Unknown Rd",
        "9 Test Pilot Dr",
        "14 Na Pali Way",
        "10 Homeless Creek Rd",
        "1 Jail Rd",
        "412 N Oak St",
        "412 N. Oak St. Apt 3",
        "12-B Main Ave",
        "44-12 Queens Blvd",
        "N6W23001 Bluemound Rd",
        "1/2 Main St",
        "12 1/2 Main St",
        "ONE Main St",
        "Ten Downing St",
        "100 Front St",
        "9 Unit Drive",
        "12 Old Prison Ln",
        "7 O'Neill Rd",
        "123 5th Ave",
        "123 Broadway",
        "123 Main St Unit 4 Chicago IL 60601",
        "Apt 3 412 N Oak St",
        "# 3 412 N Oak St",
        "Apt #3 412 N Oak St",
        "Basement 412 N Oak St",
        "c/o Pat Example 412 N Oak St",
        "ATTN: Pat Example 412 N Oak St",
        "C/O Pat Example One Main St",
        "PO Box 12",
        "P.O. Box 12",
        "P O Box 12",
        "Post Office Box 12",
        "PO Box # 12",
        "PO Box 60601",
        "RR 2 Box 5",
        "Rural Route 2 Box 5A",
        "HC 7 Box 1",
        "Highway Contract 7 Box 1",
        "PSC 802 Box 74",
        "Unit 2050 Box 4190",
        "CMR 415 Box 10",
        "123 Chicago Ave Chicago IL 60601",
        "123 Main St Test Kitchen",
        "55 Pendleton Ave",
        "ten Main St",
        "POB 12",
        "PO Drawer 7",
        "Rt. 2 Box 5",
        "RFD 4 Box 87A",
        "Star Route 1 Box 3",
        "Unit 8400 Box 0000",
        "RR 2 Box 18 Bryan Dairy Rd",
        "Bldg 4 Apt 2 412 N Oak St",
        "1st Floor 412 N Oak St",
        "W5678 County Road EE",
        "N123 Hwy AA",
        "W5678 County Road XX",
        "412 N Oak St # AA",
        "20 Hangar Way",
        "842 E 1700 S",
        "1500 X St",
        "1200 N A St",
        "12½ Main St",
        "care of Pat Example 412 N Oak St",
        "60601 Main St",
      })
  void an_address_is_an_address(String line) {
    assertThat(codes(line, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', R202",
    "'   ', R202",
    "'\u200b\u00ad\ufeff', R202",
    "60601, R207",
    "60601 Chicago IL, R207",
    "60601 Chicago Illinois USA, R203",
    "60601-1234 Chicago Illinois, R203",
    "60601 N/A, R204",
    "60601 X, R204",
    "60601 Unknown, R204",
    "123 X, R204",
    "123 N/A, R204",
    "123 N/A 12345, R204",
    "123 X 12345, R204",
    "412 N Oak St N/A, R204",
    "123 Road XX, R204",
    "PO Box 0, R203",
    "PO Box 00000, R203",
    "RR 0 Box 5, R203",
    "PO Box 12 Unknown, R204",
    "5th Ave, R203",
    "5th Ave Apt 3, R203",
    "42nd St and 8th Ave, R203",
    "1st Floor, R203",
    "60601-1234, R207",
    "'60601.', R207",
    "IL 60601, R207",
    "'Chicago, IL 60601', R207",
    "Failed to Provide 60601, R204",
    "failed TO provide, R204",
    "Failure to provide, R204",
    "Did not provide, R204",
    "Not Provided, R204",
    "Not available 60601, R204",
    "Don't Care 12345, R204",
    "Don’t Care 12345, R204",
    "DONT KNOW, R204",
    "No Known Address, R204",
    "No fixed address, R204",
    "Address unknown, R204",
    "12 Unknown Address St, R204",
    "See File, R204",
    "123 Main St (on file), R204",
    "Same as above, R204",
    "To be determined, R204",
    "None given, R204",
    "Refused to State, R204",
    "Unknown 60601, R204",
    "UNKNOWN, R204",
    "UNKNOWN ADDRESS, R204",
    "UNKNOWN UNKNOWN, R204",
    "Unkown, R204",
    "Unknwon, R204",
    "Unknownn, R204",
    "Unkn0wn, R204",
    "Homless, R204",
    "UNK, R204",
    "NA, R204",
    "NA NA, R204",
    "N/A, R204",
    "n.a., R204",
    "N A, R204",
    "None, R204",
    "TBD, R204",
    "TEST, R204",
    "HOMELESS Chicago IL 60601, R204",
    "Transient, R204",
    "General, R204",
    "Withheld, R204",
    "Refused, R204",
    "XXX, R204",
    "X, R204",
    "xxxx xxx, R204",
    "0, R204",
    "00000, R204",
    "---, R204",
    "'. , ;', R204",
    "'#', R204",
    "123 Unknown, R204",
    "123 Unkown, R204",
    "123 N Unknown, R204",
    "123 Unknown Apt 3, R204",
    "123 Unknown Chicago IL 60601, R204",
    "123 Test Street Test, R204",
    "123 Main St Unknown, R204",
    "123 Lake Shore Dr Test, R204",
    "MAIN ST CHICAGO IL 60601, R203",
    "Main St, R203",
    "123 CHICAGO IL, R203",
    "'123 Chicago, IL 60601.', R203",
    "123 Chicago IL 60601-1234, R203",
    "123, R203",
    "123 Apt 4, R203",
    "123 # 4, R203",
    "123 Unit, R203",
    "00 Main St, R203",
    "12345678901 Main St, R203",
    "Pat Example 412 N Oak St, R203",
    "PO Box, R203",
    "PO Box Chicago IL 60601, R203",
    "RR Box 5, R203",
    "RR 2, R203",
    "PSC Box 74, R203",
    "General Delivery, R203",
    "Chicago IL, R203",
    "Calle Luna, R203",
    "COUNTY JAIL CHICAGO IL, R205",
    "Cook County Jail, R205",
    "ICE Processing Center, R205",
    "Residential Center 60601, R205",
    "State Penitentiary Chicago IL 60601, R205",
    "c/o Field Office, R205",
    "Courthouse, R205",
    "State Prison, R205",
    "Detention Center, R205",
    "Correctional Institution, R205",
    "Department of Corrections, R205",
    "Reformatory, R205",
    "2700 S California Ave Cook County Jail, R215",
    "PO Box 12 County Jail, R215",
    "Cook County Jail 2700 S California Ave, R215",
    "County Jail PO Box 12, R215",
    "c/o Detention Facility 12 Main St, R215",
  })
  void what_is_none_gets_the_exact_code(String line, String code) {
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
    "412 Chicago, Chicago IL 60601, ''",
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
  void both_lines_are_looked_at_together(String line1, String line2, String code) {
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
  void puerto_rico_has_a_form_of_its_own(String line) {
    assertThat(judge.judge(new Address(line, null, "San Juan", "pr", "00901"))).isEmpty();
    assertThat(judge.judge(new Address(line, null, "Austin", "TX", "78701")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "123", "Unknown", "N/A", "XX", "TBD", "Not provided", "---"})
  void a_city_is_judged_besides(String city) {
    assertThat(judge.judge(new Address("412 N Oak St", null, city, "IL", "60601")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(judge.judge(new Address("TBA", null, city, "IL", "60601")))
        .containsExactly(R204_ADDRESS_PLACEHOLDER, R203_ADDRESS_INCOMPLETE);
    assertThat(judge.judge(new Address("Main St", null, city, "IL", "60601")))
        .containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(judge.judge(new Address("Jail", null, city, "IL", "60601")))
        .containsExactly(R205_FACILITY_NO_LOCATOR);
  }

  @Test
  void no_address_and_an_empty_one_are_the_same() {
    assertThat(judge.judge(null))
        .isEqualTo(judge.judge(new Address(null, null, null, null, null)))
        .containsExactly(R202_ADDRESS_MISSING, R203_ADDRESS_INCOMPLETE);
  }

  @Test
  void an_agreement_may_add_words_and_phrases() {
    AddressSufficiency stricter = new AddressSufficiency(Set.of("elsewhere", "ask counsel"));
    Address word = new Address("Elsewhere", null, "Chicago", "IL", "60601");
    Address phrase = new Address("12 Main St, ask counsel", null, "Chicago", "IL", "60601");

    assertThat(stricter.judge(word)).containsExactly(R204_ADDRESS_PLACEHOLDER);
    assertThat(stricter.judge(phrase)).containsExactly(R204_ADDRESS_PLACEHOLDER);
    assertThat(judge.judge(word)).containsExactly(R203_ADDRESS_INCOMPLETE);
    assertThat(judge.judge(phrase)).isEmpty();
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
