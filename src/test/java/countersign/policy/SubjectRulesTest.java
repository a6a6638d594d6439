package countersign.policy;

import static countersign.policy.PolicyFixtures.codes;
import static countersign.policy.PolicyFixtures.context;
import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Environment;
import countersign.request.ReasonCode;
import countersign.request.Request.Tin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R16, R17, R42 and the second identifier. The numbers are built in this test and belong to no real
 * person.
 */
@Proves({"R16", "R17", "R42", "R44"})
class SubjectRulesTest {

  @ParameterizedTest
  @CsvSource({
    "900, 40, 0001, ''",
    "999, 69, 0001, ''",
    "999, 89, 0001, ''",
    "001, 01, 0001, F111",
    "900, 50, 0001, F111",
    "900, 93, 0001, F111",
    "000, 00, 0000, F111",
    "900, 40, 000, M300",
    "900, 40, 000A, M300",
  })
  void the_test_exchange_takes_synthetic_numbers_only(
      String area, String group, String serial, String code) {
    assertThat(in(Environment.T, "ITIN", area + group + serial)).isEqualTo(expected(code));
  }

  @ParameterizedTest
  @CsvSource({
    "001, 01, 0001, ''",
    "900, 50, 0001, ''",
    "900, 40, 0001, M300",
    "912, 49, 1234, M300",
    "912, 93, 1234, M300",
    "912, 28, 1234, M300",
    "000, 12, 3456, M300",
    "666, 12, 3456, M300",
    "001, 00, 0001, M300",
    "001, 01, 0000, M300",
    "001, 01, 00001, M300",
  })
  void production_takes_numbers_that_an_individual_can_have(
      String area, String group, String serial, String code) {
    assertThat(in(Environment.P, "SSN", area + group + serial)).isEqualTo(expected(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EIN", "ATIN", "ssn", ""})
  void a_taxpayer_number_must_be_an_ssn_or_an_itin(String type) {
    assertThat(in(Environment.T, type, "900400001")).containsExactly(M300_TIN_FORMAT);
    assertThat(in(Environment.T, type, "900" + "50" + "0001")).containsExactly(M300_TIN_FORMAT);
    assertThat(in(Environment.T, null, "900400001")).containsExactly(M300_TIN_FORMAT);
  }

  @Test
  void a_number_without_a_value_counts_as_missing() {
    assertThat(in(Environment.T, "SSN", " ")).isEmpty();
    assertThat(codes(draft -> draft.tin = null)).isEmpty();
    assertThat(codes(draft -> draft.birthDate = null)).isEmpty();
    assertThat(
            codes(
                draft -> {
                  draft.tin = new Tin("SSN", null);
                  draft.birthDate = "";
                }))
        .containsExactly(R223_NO_SECOND_IDENTIFIER);
    assertThat(codes(draft -> draft.withSubject = false))
        .containsExactly(R201_NAME_MISSING, R223_NO_SECOND_IDENTIFIER);
  }

  @ParameterizedTest
  @CsvSource({
    "SSN, ''",
    "ITIN, ''",
    "' ITIN ', ''",
    "'', ''",
    "EIN, M300",
    "itin, M300",
    "SSN or ITIN, M300"
  })
  void a_type_without_a_number_is_in_the_closed_list_too(String type, String code) {
    for (Environment environment : Environment.values()) {
      assertThat(in(environment, type, " ")).isEqualTo(expected(code));
    }
    assertThat(
            codes(
                draft -> {
                  draft.tin = new Tin("EIN", null);
                  draft.birthDate = null;
                }))
        .containsExactly(M300_TIN_FORMAT, R223_NO_SECOND_IDENTIFIER);
  }

  @Test
  void a_format_objection_is_reported_with_all_others() {
    assertThat(
            codes(
                draft -> {
                  draft.tin = new Tin("SSN", "1");
                  draft.purpose = null;
                }))
        .containsExactly(A106_CIVIL_PURPOSE, M300_TIN_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1899-12-31", "2026-11-25", "1984-02-30", "11/03/1984", "1984", "UNKNOWN"})
  void a_birth_date_must_be_from_1900_to_today(String birthDate) {
    assertThat(codes(draft -> draft.birthDate = birthDate)).containsExactly(F109_SCHEMA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2026-11-24", "2000-02-29", ""})
  void a_birth_date_may_be_absent_if_there_is_a_taxpayer_number(String birthDate) {
    assertThat(codes(draft -> draft.birthDate = birthDate)).isEmpty();
  }

  private static List<ReasonCode> in(Environment environment, @Nullable String type, String tin) {
    return codes(context(environment, PolicyFixtures.NOW), draft -> draft.tin = new Tin(type, tin));
  }

  private static List<ReasonCode> expected(String code) {
    return switch (code) {
      case "F111" -> List.of(F111_REAL_LOOKING_IN_TEST);
      case "M300" -> List.of(M300_TIN_FORMAT);
      default -> List.of();
    };
  }
}
