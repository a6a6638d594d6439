package countersign.policy;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every code tells the requester what to do. */
class CureTest {

  @ParameterizedTest
  @EnumSource(ReasonCode.class)
  void every_code_has_a_sentence(ReasonCode code) {
    assertThat(Cure.of(code)).matches("[A-Z].*\\.").hasSizeGreaterThan(20);
  }

  @Test
  void a_number_can_be_left_out_but_results_from_the_records_cannot_be_corrected() {
    assertThat(Cure.of(ReasonCode.M300_TIN_FORMAT)).contains("leave tin out");
    assertThat(Cure.of(ReasonCode.M399_NOT_DISCLOSED))
        .isEqualTo("No change to the file can correct this.")
        .isEqualTo(Cure.of(ReasonCode.M303_ADDRESS_NOT_OF_TAXPAYER));
  }
}
