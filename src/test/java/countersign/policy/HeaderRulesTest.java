package countersign.policy;

import static countersign.request.ReasonCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.request.Environment;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestHeader;
import countersign.request.RequestHeader.Attestation;
import countersign.request.RequestHeader.Requester;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stage 4: the header, compared with the file's name, the registers and the agreement. */
@Proves({"R1", "R2", "R3", "R12", "R17", "R34"})
class HeaderRulesTest {
  private static final String ID = "DHS-ICE_T_20261124_0001";

  /** A valid header of which a test changes single fields. */
  private static final class Draft {
    @Nullable String fileId = ID;
    @Nullable String agreement = "irs-ice-2025";
    @Nullable String environment = "TEST";
    @Nullable String agency = "DHS-ICE";
    @Nullable Long sequence = 1L;
    @Nullable String createdAt = "2026-11-24T14:00:00Z";
    @Nullable Requester requester = new Requester("HOA-001", "Jordan Example", "Director");
    @Nullable Attestation attestation = new Attestation("sole-use-1", "HOA-001", "2026-11-24");
    @Nullable String delegation;

    void delegate(@Nullable String instrument) {
      requester = new Requester("DEL-001", null, null);
      attestation = new Attestation("sole-use-1", "DEL-001", "2026-11-24");
      delegation = instrument;
    }

    RequestHeader build() {
      return new RequestHeader(
          "countersign/1",
          fileId,
          agreement,
          environment,
          agency,
          sequence,
          createdAt,
          requester,
          attestation,
          delegation,
          null);
    }
  }

  private static List<ReasonCode> codes(Consumer<Draft> spoil) {
    return codes(Environment.T, ID, PolicyFixtures.NOW, spoil);
  }

  private static List<ReasonCode> codes(
      Environment ours, String file, Instant at, Consumer<Draft> spoil) {
    Draft draft = new Draft();
    spoil.accept(draft);
    return new Policy(PolicyFixtures.authority(ours))
        .screenHeader(draft.build(), new FileId(file), "DHS-ICE", at);
  }

  @Test
  void a_complete_header_gets_no_code() {
    assertThat(codes(draft -> {})).isEmpty();
  }

  @Test
  void a_header_must_match_the_file_name() {
    assertThat(codes(draft -> draft.fileId = "DHS-ICE_T_20261124_0002"))
        .containsExactly(F103_FILENAME);
    assertThat(codes(draft -> draft.sequence = 2L)).containsExactly(F103_FILENAME);
    assertThat(codes(draft -> draft.agency = "DHS-CBP")).containsExactly(F103_FILENAME);
    assertThat(codes(draft -> draft.createdAt = "2026-11-23T23:59:59Z"))
        .containsExactly(F103_FILENAME);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "yesterday", "2026-11-24", "2026-11-24T14:00:00"})
  void an_invalid_creation_time_does_not_match_the_file_name(String createdAt) {
    assertThat(codes(draft -> draft.createdAt = createdAt)).containsExactly(F103_FILENAME);
  }

  @Test
  void a_file_may_be_created_up_to_ten_minutes_in_the_future() {
    Instant beforeMidnight = Instant.parse("2026-11-23T23:55:00Z");
    Consumer<Draft> early =
        draft -> {
          draft.createdAt = "2026-11-24T00:04:00Z";
          draft.attestation = new Attestation("sole-use-1", "HOA-001", "2026-11-23");
        };
    assertThat(codes(Environment.T, ID, beforeMidnight, early)).isEmpty();
    assertThat(codes(Environment.T, ID, beforeMidnight.minusSeconds(120), early))
        .containsExactly(F103_FILENAME);
  }

  @Test
  void test_and_production_files_are_never_mixed() {
    assertThat(codes(draft -> draft.environment = "PRODUCTION"))
        .containsExactly(F103_FILENAME, F110_TEST_IN_PROD);
    assertThat(codes(Environment.P, ID, PolicyFixtures.NOW, draft -> {}))
        .containsExactly(F110_TEST_IN_PROD);
    assertThat(
            codes(
                Environment.P,
                "DHS-ICE_P_20261124_0001",
                PolicyFixtures.NOW,
                draft -> {
                  draft.fileId = "DHS-ICE_P_20261124_0001";
                  draft.environment = "PRODUCTION";
                }))
        .isEmpty();
  }

  @Test
  void the_agreement_must_be_in_force_for_the_agency() {
    assertThat(codes(draft -> draft.agreement = null)).containsExactly(A109_AGREEMENT_NOT_IN_FORCE);
    assertThat(codes(draft -> draft.agreement = "other"))
        .containsExactly(A109_AGREEMENT_NOT_IN_FORCE);
    assertThat(
            codes(
                Environment.T,
                "DHS-ICE_T_20270101_0001",
                Instant.parse("2027-01-01T15:00:00Z"),
                draft -> {
                  draft.fileId = "DHS-ICE_T_20270101_0001";
                  draft.createdAt = "2027-01-01T14:00:00Z";
                  draft.attestation = new Attestation("sole-use-1", "HOA-001", "2026-12-31");
                }))
        .containsExactly(A109_AGREEMENT_NOT_IN_FORCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HOA-404", "HOA-900", "hoa-001"})
  void the_requester_must_be_registered_for_the_agency(String registerId) {
    assertThat(
            codes(
                draft -> {
                  draft.requester = new Requester(registerId, "Jordan Example", "Director");
                  draft.attestation = new Attestation("sole-use-1", registerId, "2026-11-24");
                }))
        .contains(A101_REQUESTER_NOT_AUTHORIZED)
        .doesNotContain(A102_DELEGATION_INVALID);
  }

  @Test
  void a_missing_requester_gets_one_code_only() {
    assertThat(codes(draft -> draft.requester = null))
        .containsExactly(A101_REQUESTER_NOT_AUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "I-404", "I-UNAPPROVED", "I-EXPIRED", "I-OTHER"})
  void a_delegate_without_a_valid_instrument_gets_one_code(String instrument) {
    assertThat(codes(draft -> draft.delegate(instrument))).containsExactly(A102_DELEGATION_INVALID);
  }

  @Test
  void a_delegate_with_a_valid_instrument_may_ask() {
    assertThat(codes(draft -> draft.delegate("I-GOOD"))).isEmpty();
    assertThat(codes(draft -> draft.delegate(null))).containsExactly(A102_DELEGATION_INVALID);
    assertThat(codes(draft -> draft.delegation = " ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sole-use-1, HOA-001, 2026-10-25, true",
    "sole-use-1, HOA-001, 2026-10-24, false",
    "sole-use-1, HOA-001, 2026-11-25, false",
    "sole-use-1, HOA-001, '', false",
    "sole-use-1, HOA-001, 24.11.2026, false",
    "sole-use-1, DEL-001, 2026-11-24, false",
    "sole-use-1, '', 2026-11-24, false",
    "sole-use-0, HOA-001, 2026-11-24, false",
    "'', HOA-001, 2026-11-24, false",
  })
  void the_sole_use_statement_must_be_current_and_signed_by_the_requester(
      String text, String signer, String day, boolean good) {
    assertThat(codes(draft -> draft.attestation = new Attestation(text, signer, day)))
        .isEqualTo(good ? List.of() : List.of(A107_ATTESTATION));
  }

  @Test
  void a_missing_sole_use_statement_is_reported_with_all_other_objections() {
    assertThat(
            codes(
                draft -> {
                  draft.attestation = null;
                  draft.agreement = null;
                  draft.requester = null;
                }))
        .containsExactly(
            A101_REQUESTER_NOT_AUTHORIZED, A107_ATTESTATION, A109_AGREEMENT_NOT_IN_FORCE);
  }
}
