package countersign.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.disclosure.ExportContradictions.Said;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.statement.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportContradictionsTest {
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
  private static final Said ENDORSED = said("ENDORSE", 0, Statement.About.NOTHING, "R-000001");
  private static final Said SIGNED =
      said("COUNTERSIGN", 1, new Statement.About("signature of ENDORSE 0", null), "R-000001");
  private static final Said DENIED = said("DECLINE", 2, Statement.About.NOTHING, "R-000001");
  private static final Said LIFTED =
      said("LIFT", 3, Statement.About.denial(DENIED.said().hash()), "R-000001");
  private static final Said ENDORSED_AGAIN =
      said("ENDORSE", 4, Statement.About.NOTHING, "R-000001");

  private static Said said(String step, int hour, Statement.About about, String request) {
    Statement statement =
        new Statement(
            new Statement.Place(
                "F0",
                "T",
                "dhs-ice",
                "",
                new RequestKey(new FileId("DHS-ICE_T_20261124_0001"), request)),
            step,
            1,
            "00",
            List.of(),
            "rules",
            Statement.Answers.NONE,
            "digest",
            new Statement.Signer("person-" + step, "account", 1),
            NINE.plusSeconds(3600L * hour),
            null,
            about);
    return new Said(statement, "signature of %s %d".formatted(step, hour), false);
  }

  private static Said ended(Said one) {
    return new Said(one.said(), one.signatureSha256(), true);
  }

  @Test
  void what_a_gateway_exports_does_not_contradict_itself() {
    assertThat(ExportContradictions.in(List.of(ENDORSED, SIGNED))).isEmpty();
    assertThat(ExportContradictions.in(List.of(ended(ENDORSED), ended(SIGNED), DENIED))).isEmpty();
    assertThat(
            ExportContradictions.in(
                List.of(ended(ENDORSED), ended(SIGNED), ended(DENIED), LIFTED, ENDORSED_AGAIN)))
        .isEmpty();
  }

  @Test
  void approvals_beside_a_denial_that_nobody_lifted_are_refused() {
    assertThat(ExportContradictions.in(List.of(ENDORSED, SIGNED, DENIED)))
        .containsExactly(
            "DECLINE by person-DECLINE at 2026-11-24T11:00:00Z was lifted by nobody, and the export says that approvals count.");
    assertThat(ExportContradictions.in(List.of(ended(DENIED))))
        .singleElement()
        .asString()
        .endsWith("the denial counts no longer.");
  }

  @Test
  void approvals_from_before_a_lift_do_not_count_again() {
    assertThat(ExportContradictions.in(List.of(ENDORSED, SIGNED, ended(DENIED), LIFTED)))
        .hasSize(2)
        .allMatch(sentence -> sentence.contains("is older than LIFT"));
  }

  @Test
  void a_decision_whose_reference_was_cut_out_is_refused() {
    assertThat(ExportContradictions.in(List.of(SIGNED)))
        .containsExactly(
            "COUNTERSIGN by person-COUNTERSIGN at 2026-11-24T10:00:00Z refers to a decision that the export lacks.");
    assertThat(ExportContradictions.in(List.of(LIFTED, ENDORSED_AGAIN))).hasSize(1);
  }

  @Test
  void a_decision_occurs_once_and_all_are_about_one_request() {
    assertThat(ExportContradictions.in(List.of(ENDORSED, ended(ENDORSED))))
        .containsExactly("ENDORSE by person-ENDORSE at 2026-11-24T09:00:00Z occurs twice.");
    assertThat(ExportContradictions.in(List.of(ENDORSED, ENDORSED_AGAIN)))
        .containsExactly("Two decisions ENDORSE count at the same time.");
    assertThat(
            ExportContradictions.in(
                List.of(ended(ENDORSED), said("ENDORSE", 5, Statement.About.NOTHING, "R-000002"))))
        .containsExactly("The decisions are about different requests.");
  }
}
