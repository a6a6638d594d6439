package countersign.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.FileDetail.Detail;
import countersign.request.RequestHeader;
import countersign.testkit.RequestFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of header and trailer for which no rule has a code. */
class HeaderChecksTest {
  private static final String HEADER =
      RequestFile.named("DHS-ICE_T_20261124_0001").headerLine().strip();
  private static final String TRAILER =
      "{\"type\":\"trailer\",\"requestCount\":1,\"subjectCount\":1,\"caseHashTotal\":1,\"bodySha256\":\"%s\"}";

  private static RequestHeader header(String line) throws LineFault {
    return HeaderChecks.complete(RequestJson.parse(line));
  }

  private static void faultIn(String line, String field) {
    assertThatThrownBy(() -> header(line))
        .isInstanceOfSatisfying(
            LineFault.class,
            fault -> {
              assertThat(fault.detail()).isEqualTo(Detail.HEADER);
              assertThat(fault.field()).isEqualTo(field);
            });
  }

  @Test
  void ids_codes_and_times_are_trimmed_and_texts_for_people_are_not() throws LineFault {
    RequestHeader trimmed =
        header(
            HEADER
                .replace("\"irs-ice-2025\"", "\" irs-ice-2025 \"")
                .replace("\"TEST\"", "\"TEST \"")
                .replace("\"HOA-001\"", "\"HOA-001\\u2003\"")
                .replace("Z\"", "Z \"")
                .replace("\"sole-use-1\"", "\" sole-use-1\"")
                .replace("\"Director\"", "\" Director \""));

    RequestHeader plain = header(HEADER);
    assertThat(trimmed.agreement()).isEqualTo("irs-ice-2025");
    assertThat(trimmed.requester())
        .isEqualTo(new RequestHeader.Requester("HOA-001", "Jordan Example", " Director "));
    assertThat(trimmed.attestation()).isEqualTo(plain.attestation());
    assertThat(trimmed.environment()).isEqualTo(plain.environment());
    assertThat(trimmed.createdAt()).isEqualTo(plain.createdAt());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-11-24",
        "2026-11-24T14:00:00",
        "2026-11-24T14:00Z",
        "2026-11-24T14:00:00+00:00",
        "2026-11-24T24:00:00Z",
        "2026-11-24T14:60:00Z",
        "2026-13-24T14:00:00Z",
        "2026-02-30T14:00:00Z",
        "2026-11-24t14:00:00z",
        "2026-11-24 14:00:00Z",
      })
  void a_creation_time_that_is_no_instant_refuses_the_file(String createdAt) {
    faultIn(
        HEADER.replaceFirst("\"createdAt\":\"[^\"]*\"", "\"createdAt\":\"" + createdAt + "\""),
        "createdAt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"fileId\":\"DHS-ICE_T_20261123_0001\",\"statement\":\" \"|resubmissionOf.statement",
        "\"fileId\":\"DHS-ICE_T_20261123_0001\",\"statement\":\"\\u200b\"|resubmissionOf.statement",
        "\"fileId\":\"DHS-ICE_T_20261123_0001\"|resubmissionOf.statement",
        "\"statement\":\"Cured\"|resubmissionOf.fileId",
        "\"fileId\":\"\",\"statement\":\"Cured\"|resubmissionOf.fileId",
        "\"fileId\":\"DHS-ICE_T_20261123_0000\",\"statement\":\"Cured\"|resubmissionOf.fileId",
        "\"fileId\":\"DHS-CBP_T_20261123_0001\",\"statement\":\"Cured\"|resubmissionOf.fileId",
        "\"fileId\":\"the file of Monday\",\"statement\":\"Cured\"|resubmissionOf.fileId",
        "\"fileId\":\"UNNAMED_20261123_0123456789abcdef\",\"statement\":\"Cured\"|resubmissionOf.fileId",
        "|resubmissionOf.fileId, resubmissionOf.statement",
      })
  void a_resubmission_names_a_file_of_the_agency_and_says_what_changed(
      String written, String field) {
    String cited = written == null ? "" : written;
    faultIn(
        HEADER.substring(0, HEADER.length() - 1) + ",\"resubmissionOf\":{" + cited + "}}", field);
  }

  @ParameterizedTest
  @CsvSource({"fileId", "agency", "environment", "sequence", "createdAt", "format"})
  void a_missing_field_is_named(String field) {
    faultIn(HEADER.replaceFirst("\"%s\":(\"[^\"]*\"|1),".formatted(field), ""), field);
  }

  @Test
  void a_text_for_people_must_be_visible_too() {
    faultIn(HEADER.replace("Jordan", "Jor\\u202edan"), "requester.name");
  }

  @Test
  void a_hash_may_be_written_in_capitals() throws LineFault {
    assertThat(
            HeaderChecks.completeTrailer(RequestJson.parse(TRAILER.formatted("AB".repeat(32))))
                .bodySha256())
        .isEqualTo("AB".repeat(32));
    assertThatThrownBy(
            () -> HeaderChecks.completeTrailer(RequestJson.parse(TRAILER.formatted("AB"))))
        .isInstanceOfSatisfying(
            LineFault.class, fault -> assertThat(fault.field()).isEqualTo("bodySha256"));
  }
}
