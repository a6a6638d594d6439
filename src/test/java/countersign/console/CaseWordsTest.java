package countersign.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import countersign.approval.CaseFile;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.statement.RequestInContext;
import countersign.statement.Statement;
import countersign.testkit.ConsoleData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the pages of a case say in words. */
class CaseWordsTest {
  private static final RequestKey KEY = ConsoleData.key("R-000001");
  private static final CaseFile CASE =
      new CaseFile(
          KEY,
          RequestState.DRAFTED,
          new RequestInContext(
              ConsoleData.request("R-000001"),
              "dhs-ice",
              "DHS-ICE",
              "irs-ice-2025",
              "HOA-001",
              List.of(),
              ConsoleData.THEN,
              null),
          new CaseFile.Shown(
              ConsoleData.item("R-000001"), ConsoleData.draftSha256("R-000001"), ConsoleData.THEN),
          null,
          ConsoleData.EVIDENCE,
          List.of());

  @Test
  void a_middle_name_that_only_the_record_has_is_a_difference() {
    Map<String, String> record =
        Map.of("givenName", "MARIA", "middleName", "ROBERT", "surname", "GARCIA MORALES");

    assertThat(ComparisonView.of(ConsoleData.request("R-000001"), List.of(record), null).rows())
        .filteredOn(ComparisonView.Compared::asksOther)
        .extracting(ComparisonView.Compared::field, ComparisonView.Compared::onRecord)
        .contains(tuple("Middle name", "ROBERT"));
  }

  @Test
  void records_found_are_shown_in_the_order_of_a_letter_and_in_words() {
    EvidenceView view =
        EvidenceView.of(
            "{\"strategy\":\"TIN\",\"facts\":[],\"held\":[{\"lastKnown\":\"true\",\"line1\":\"A\",\"surname\":\"B\"},{\"line2\":\"C\"}]}");

    assertThat(view.columns()).containsExactly("surname", "line1", "line2", "lastKnown");
    assertThat(view.shown(view.onRecord().get(0), "lastKnown")).isEqualTo("yes");
    assertThat(view.shown(view.onRecord().get(1), "line1")).isEmpty();
  }

  @Test
  void a_draft_waits_for_reviewers_only_until_they_have_decided() {
    for (RequestState state : RequestState.values()) {
      boolean waits = state == RequestState.DRAFTED || state == RequestState.ENDORSED;
      boolean sent = state == RequestState.DELIVERED || state == RequestState.RECALLED;
      String fate = CaseView.fate(state, 240);

      assertThat(fate.startsWith("If two reviewers approve, exactly these 240 bytes"))
          .as(fate)
          .isEqualTo(waits);
      assertThat(fate.contains("240 bytes were sent")).as(fate).isEqualTo(sent);
    }
    assertThat(CaseView.fate(RequestState.DECLINED, 240)).contains("They are not sent.");
    assertThat(CaseView.fate(RequestState.COUNTERSIGNED, 240)).contains("after the release");
    assertThat(CaseView.fate(RequestState.RELEASED, 240)).contains("are being sent");
  }

  @Test
  void a_statement_is_told_in_words_with_person_and_address() {
    Statement statement =
        new Statement(
            new Statement.Place("F0", "T", "dhs-ice", "irs-ice-2025", KEY),
            "ENDORSE",
            1,
            ConsoleData.draftSha256("R-000001"),
            List.of(new Statement.NamedOfficer("OFF-0417", "A", "B")),
            "rules",
            new Statement.Answers(false, false),
            "digest",
            new Statement.Signer("person-adams", "adams", 1),
            Instant.parse("2026-11-24T15:00:00Z"),
            null,
            Statement.About.NOTHING);

    StatementWords words =
        StatementWords.of(
            new String(statement.write(), StandardCharsets.UTF_8), key -> Optional.of(CASE));

    assertThat(words.sentence())
        .isEqualTo("You endorse the draft for request R-000001 of file DHS-ICE_T_20261124_0001.");
    assertThat(words.rows())
        .extracting(row -> row.label() + ": " + row.value())
        .containsExactly(
            "Who signs: person-adams, account adams",
            "About whom: Maria Garcia Morales",
            "Address in the draft: 412 N OAK ST APT 3, AUSTIN, TX, 78701",
            "Officers who receive it: OFF-0417",
            "It would identify an informant: no",
            "It would impair a tax investigation: no");
    assertThat(words.toString()).doesNotContain("Garcia");
  }
}
