package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.approval.ApprovalOutcome;
import countersign.approval.CaseFile;
import countersign.approval.OutcomeKind;
import countersign.approval.Outcomes;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.statement.RequestInContext;
import countersign.testkit.ConsoleData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every outcome that changed nothing has an error, which names the request. */
class OutcomeToProblemTest {
  private static final RequestKey KEY = ConsoleData.key("R-000001");

  private final OutcomeToProblem problems = new OutcomeToProblem(key -> Optional.of(drafted(key)));

  private static CaseFile drafted(RequestKey key) {
    byte[] item = ConsoleData.item(key.requestId());
    return new CaseFile(
        key,
        RequestState.DRAFTED,
        new RequestInContext(
            ConsoleData.request(key.requestId()),
            "dhs-ice",
            "DHS-ICE",
            "irs-ice-2025",
            "HOA-001",
            List.of(),
            ConsoleData.THEN,
            null),
        new CaseFile.Shown(item, ConsoleData.draftSha256(key.requestId()), ConsoleData.THEN),
        null,
        ConsoleData.EVIDENCE,
        List.of());
  }

  private List<ApprovalOutcome> unchanged() {
    return Outcomes.of(KEY).stream().filter(one -> one.kind() != OutcomeKind.DONE).toList();
  }

  @Test
  void every_answer_names_its_request() {
    assertThat(unchanged())
        .allSatisfy(
            outcome ->
                assertThat(problems.of(outcome).getMessage())
                    .as("%s", outcome.kind())
                    .contains(KEY.toString()));
  }

  @Test
  void every_outcome_has_its_status_and_code() {
    Map<String, String> answers =
        unchanged().stream()
            .collect(
                Collectors.toMap(
                    outcome -> outcome.kind().name(),
                    outcome -> {
                      ApiException exception = problems.of(outcome);
                      return exception.status().value() + " " + exception.code();
                    }));
    assertThat(answers)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("UNKNOWN", "404 C404_UNKNOWN"),
                Map.entry("WRONG_ROLE", "403 S506_ACCESS"),
                Map.entry("WRONG_PERSON", "403 D404_SAME_APPROVER"),
                Map.entry("VETOED", "403 A110_COUNSEL_REFUSED"),
                Map.entry("NOT_OF_RECORD", "403 A110_COUNSEL_REFUSED"),
                Map.entry("SAME_COUNSEL", "403 D404_SAME_APPROVER"),
                Map.entry("TOO_LATE", "409 A110_COUNSEL_REFUSED"),
                Map.entry("STALE_DRAFT", "409 D406_MANIFEST_CHANGED"),
                Map.entry("EXPIRED", "409 D405_APPROVAL_EXPIRED"),
                Map.entry("WRONG_STATE", "409 C409_OTHER_STATE"),
                Map.entry("TOO_SOON", "409 C409_TOO_SOON"),
                Map.entry("UNANSWERED", "422 C422_QUESTION_UNANSWERED"),
                Map.entry("CLAIMED", "409 C409_CLAIMED"),
                Map.entry("SAME_PAIR", "409 C409_SAME_PAIR"),
                Map.entry("DECIDED_OTHERWISE", "409 C409_DECIDED_OTHERWISE"),
                Map.entry("NOT_ENROLLED", "403 C403_NOT_ENROLLED"),
                Map.entry("NO_REASON", "422 C422_NO_REASON")));
  }

  @Test
  void the_error_for_an_outdated_decision_contains_the_current_state_of_the_case() {
    for (ApprovalOutcome outcome : unchanged()) {
      Map<String, Object> facts = problems.of(outcome).facts();
      boolean tells =
          switch (outcome.kind()) {
            case STALE_DRAFT, EXPIRED, WRONG_STATE -> true;
            case DONE,
                UNKNOWN,
                WRONG_ROLE,
                WRONG_PERSON,
                VETOED,
                NOT_OF_RECORD,
                SAME_COUNSEL,
                TOO_LATE,
                TOO_SOON,
                UNANSWERED,
                NO_REASON,
                CLAIMED,
                SAME_PAIR,
                DECIDED_OTHERWISE,
                NOT_ENROLLED ->
                false;
          };
      assertThat(facts.containsKey("draftSha256")).as("%s", outcome.kind()).isEqualTo(tells);
    }
  }
}
