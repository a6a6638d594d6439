package countersign.approval;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.request.FileId;
import countersign.request.RequestKey;
import org.junit.jupiter.api.Test;

/** Every outcome tells the reviewer which request it concerns. */
class OutcomeTest {
  private static final RequestKey KEY =
      new RequestKey(new FileId("DHS-ICE_T_20261124_0001"), "R-000001");

  @Test
  void every_outcome_names_its_request_and_begins_with_its_code() {
    for (ApprovalOutcome outcome : Outcomes.of(KEY)) {
      assertThat(outcome.message())
          .as("%s", outcome.kind())
          .contains(KEY.toString())
          .startsWith(outcome.code().map(code -> code + "  ").orElse(""))
          .endsWith(".");
    }
  }

  @Test
  void every_outcome_has_its_own_kind() {
    assertThat(Outcomes.of(KEY))
        .extracting(ApprovalOutcome::kind)
        .containsExactly(OutcomeKind.values());
    assertThat(Outcomes.of(KEY))
        .extracting(Object::getClass)
        .hasSameElementsAs(java.util.List.of(ApprovalOutcome.class.getPermittedSubclasses()));
  }
}
