package countersign.policy;

import static countersign.policy.PolicyFixtures.codes;
import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.Request;
import countersign.request.Request.Address;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All rules about one request together. */
class RequestRulesTest {
  @Test
  void a_complete_request_gets_no_code() {
    assertThat(codes(draft -> {})).isEmpty();
  }

  @Test
  void an_empty_request_gets_every_code_for_missing_fields_once_and_sorted() {
    Request nothing =
        new Request(
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Collections.emptyMap(),
            null);
    RequestContext context =
        PolicyFixtures.context(countersign.request.Environment.T, PolicyFixtures.NOW);
    assertThat(
            new Policy(PolicyFixtures.authority(countersign.request.Environment.T))
                .screen(nothing, context))
        .containsExactly(
            A106_CIVIL_PURPOSE,
            A108_OUT_OF_SCOPE_NEEDS_COURT_ORDER,
            R201_NAME_MISSING,
            R202_ADDRESS_MISSING,
            R203_ADDRESS_INCOMPLETE,
            R208_STATE_ZIP_INVALID,
            R209_TAX_PERIOD,
            R210_STATUTE_MISSING,
            R211_REASON_MISSING,
            R213_OFFICER_MISSING,
            R220_NO_ACTIVE_CRIMINAL_CASE,
            R223_NO_SECOND_IDENTIFIER,
            R230_FINAL_ORDER_DATE,
            R232_ORDER_NOT_FINAL,
            R233_NOT_1227A_CLASS,
            R235_STATUS_NOT_STATED,
            R236_ORDER_NUMBER);
  }

  @Test
  void last_line_and_delivery_line_are_checked_separately() {
    assertThat(codes(draft -> draft.address = new Address("N/A", null, "Chicago", "IL", "90210")))
        .containsExactly(R204_ADDRESS_PLACEHOLDER, R208_STATE_ZIP_INVALID);
  }
}
