package countersign.records;

import static countersign.records.RecordsFixtures.TIN;
import static countersign.records.RecordsFixtures.austin;
import static countersign.records.RecordsFixtures.request;
import static countersign.records.RecordsFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.intake.IntakeFixtures;
import countersign.intake.ScreenedSlice;
import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import countersign.request.Unavailable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R43 to R48: which requests the records confirm, decided by one code path. */
@Proves({"R43", "R44", "R45", "R46", "R48"})
class RecordLookupTest {
  private static final FoundRecord FORMER =
      row(TIN, "Maria", "Garcia Morales", austin("412 N Oak St", "Apt 3"), "2023", false);
  private static final FoundRecord LAST =
      row(TIN, "Maria", "Garcia Morales", austin("9 Elm Rd", null), "2024", true);

  @Test
  void a_former_stated_address_is_confirmed_and_the_last_known_one_is_released() {
    Matches found =
        match(List.of(FORMER, LAST), request("R-1", TIN, austin("412 North Oak Street", "APT 3")));

    assertThat(found.others()).isEmpty();
    Match match = found.matches().get(0);
    assertThat(match.lastKnown()).isEqualTo(LAST.address());
    assertThat(match.asOf()).isEqualTo("2024");
    assertThat(match.confirmed().period()).isEqualTo("2023");
  }

  @Test
  void number_and_name_without_an_address_of_the_taxpayer_are_no_match() {
    assertThat(
            internalReason(List.of(FORMER, LAST), request("R-1", TIN, austin("1 Other St", null))))
        .isEqualTo(ReasonCode.M303_ADDRESS_NOT_OF_TAXPAYER);
  }

  @Test
  void an_unknown_number_and_another_persons_number_are_no_match() {
    Request request = request("R-1", TIN, LAST.address());

    assertThat(internalReason(List.of(), request)).isEqualTo(ReasonCode.M301_NO_RECORD_TIN);
    assertThat(
            internalReason(List.of(row(TIN, "Bo", "Lee", LAST.address(), "2024", true)), request))
        .isEqualTo(ReasonCode.M302_NAME_CONTROL_MISMATCH);
  }

  @Test
  void an_address_from_a_year_that_was_not_requested_is_no_match() {
    FoundRecord newer = row(TIN, "Maria", "Garcia Morales", LAST.address(), "2025", true);

    assertThat(internalReason(List.of(newer), request("R-1", TIN, LAST.address())))
        .isEqualTo(ReasonCode.M307_OUTSIDE_PERIOD);
  }

  @Test
  void without_a_number_exactly_one_person_must_have_name_address_and_birth_date() {
    Request request = request("R-1", null, LAST.address());
    FoundRecord twin = row("900400002", "Maria", "Garcia Morales", LAST.address(), "2024", true);
    FoundRecord brother = row("900400003", "Juan", "Garcia Morales", LAST.address(), "2024", true);

    assertThat(match(List.of(LAST, brother), request).matches()).hasSize(1);
    assertThat(internalReason(List.of(LAST, twin), request)).isEqualTo(ReasonCode.M304_AMBIGUOUS);
    assertThat(internalReason(List.of(), request)).isEqualTo(ReasonCode.M305_NO_MATCH);
    assertThat(internalReason(List.of(brother), request)).isEqualTo(ReasonCode.M306_FUZZY_ONLY);
  }

  @Test
  void two_last_known_addresses_are_no_match() {
    FoundRecord other = row(TIN, "Maria", "Garcia Morales", FORMER.address(), "2024", true);

    assertThat(internalReason(List.of(LAST, other), request("R-1", TIN, LAST.address())))
        .isEqualTo(ReasonCode.M304_AMBIGUOUS);
  }

  @Test
  void a_slice_needs_one_query_whatever_it_contains() {
    List<List<LookupKey>> questions = new ArrayList<>();
    RecordLookup records =
        new RecordLookup(
            keys -> {
              questions.add(keys);
              return List.of(LAST);
            });

    records.match(
        slice(
            request("R-1", TIN, LAST.address()),
            request("R-2", TIN, LAST.address()),
            request("R-3", null, LAST.address())));

    assertThat(questions)
        .containsExactly(
            List.of(
                new LookupKey.ByTin(TIN),
                new LookupKey.ByBirthDateAndZip(LocalDate.parse("1984-03-11"), "78701")));
  }

  @Test
  void an_unavailable_source_differs_from_an_empty_answer() {
    RecordLookup records =
        new RecordLookup(
            keys -> {
              throw new Unavailable("RECORDS_DOWN", "Down.", null);
            });

    assertThatThrownBy(() -> records.match(slice(request("R-1", TIN, LAST.address()))))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("RECORDS_DOWN"));
  }

  @Test
  void evidence_lists_agreements_and_its_to_string_shows_no_value() {
    Matches found = match(List.of(LAST), request("R-1", TIN, LAST.address()));

    assertThat(found.matches().get(0).evidence().facts())
        .extracting(Evidence.Fact::what)
        .containsExactly(
            "RECORD_OF_TIN",
            "NAME_CONTROL",
            "FULL_NAME",
            "BIRTH_DATE",
            "ADDRESS_OF_TAXPAYER",
            "ONE_LAST_KNOWN_ADDRESS",
            "PERIOD_ASKED_FOR");
    assertThat(found.matches().get(0)).hasToString("DHS-ICE_T_20261124_0001/R-1");
    assertThat(LAST.toString() + found.matches().get(0).evidence())
        .doesNotContainIgnoringCase("elm");
  }

  private static ReasonCode internalReason(List<FoundRecord> held, Request request) {
    Matches found = match(held, request);
    assertThat(found.matches()).isEmpty();
    return found.others().get(0).internalReason();
  }

  private static Matches match(List<FoundRecord> held, Request request) {
    return new RecordLookup(keys -> held).match(slice(request));
  }

  private static ScreenedSlice slice(Request... requests) {
    List<ScreenedRequest> screened =
        Arrays.stream(requests)
            .map(
                request ->
                    new ScreenedRequest(
                        new RequestKey(RecordsFixtures.FILE, String.valueOf(request.requestId())),
                        1,
                        request))
            .toList();
    return IntakeFixtures.slice(new SliceId(RecordsFixtures.FILE, 1), "irs-ice-2025", screened);
  }
}
