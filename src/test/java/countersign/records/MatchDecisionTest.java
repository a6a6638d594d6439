package countersign.records;

import static countersign.records.RecordsFixtures.TIN;
import static countersign.records.RecordsFixtures.austin;
import static countersign.records.RecordsFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.intake.IntakeFixtures;
import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.records.Evidence.Fact;
import countersign.request.ReasonCode;
import countersign.request.Request;
import countersign.request.Request.Address;
import countersign.request.Request.Subject;
import countersign.request.Request.Tin;
import countersign.request.RequestKey;
import countersign.request.SliceId;
import countersign.request.Unavailable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The keys with which the record source is searched, and the evidence that reviewers see. */
@Proves({"R43", "R44", "R48"})
class MatchDecisionTest {
  private static final Address ELM = austin("9 Elm Rd", null);
  private static final Subject MARIA =
      new Subject("Maria", null, "Garcia", null, "1984-03-11", new Tin("ITIN", TIN));
  private static final Subject MARIA_BORN =
      new Subject("Maria", null, "Garcia", null, " 1984-03-11 ", null);

  @Test
  void records_are_searched_by_number_or_else_by_birth_date_and_zip() {
    assertThat(RecordLookup.lookupKey(screened(MARIA, ELM))).contains(new LookupKey.ByTin(TIN));
    assertThat(RecordLookup.lookupKey(screened(MARIA_BORN, zip(" 78701-1234 "))))
        .contains(new LookupKey.ByBirthDateAndZip(LocalDate.parse("1984-03-11"), "78701"));
    assertThat(RecordLookup.lookupKey(screened(MARIA_BORN, zip("78701")))).isPresent();
  }

  @Test
  void a_request_without_a_key_is_not_looked_up() {
    assertThat(RecordLookup.lookupKey(screened(null, ELM))).isEmpty();
    assertThat(RecordLookup.lookupKey(screened(born("soon"), ELM))).isEmpty();
    assertThat(RecordLookup.lookupKey(screened(born(null), ELM))).isEmpty();
    assertThat(RecordLookup.lookupKey(screened(MARIA_BORN, null))).isEmpty();
    assertThat(RecordLookup.lookupKey(screened(MARIA_BORN, zip(null)))).isEmpty();
    assertThat(RecordLookup.lookupKey(screened(MARIA_BORN, zip(" 7870 ")))).isEmpty();
    Subject unnumbered = new Subject("Maria", null, "Garcia", null, null, new Tin("ITIN", null));
    assertThat(RecordLookup.lookupKey(screened(unnumbered, ELM))).isEmpty();

    Matches found = new RecordLookup(keys -> null).match(slice(screened(born(null), ELM)));
    assertThat(found.matches()).isEmpty();
    assertThat(found.others())
        .extracting(NoMatch::internalReason)
        .containsExactly(ReasonCode.M305_NO_MATCH);
  }

  @Test
  void a_missing_answer_differs_from_an_empty_answer() {
    RecordLookup records = new RecordLookup(keys -> null);
    assertThatThrownBy(() -> records.match(slice(screened(MARIA, ELM))))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("RECORDS_DOWN"));
  }

  @Test
  void a_request_without_a_person_or_an_address_has_no_match() {
    FoundRecord held = row(TIN, "Maria", "Garcia", ELM, "2024", true);
    assertThat(internalReason(held, screened(null, ELM))).isEqualTo(ReasonCode.M305_NO_MATCH);
    assertThat(internalReason(held, screened(MARIA, null))).isEqualTo(ReasonCode.M305_NO_MATCH);
    assertThat(internalReason(held, screened(born("1984-03-12"), ELM)))
        .isEqualTo(ReasonCode.M305_NO_MATCH);
    Subject unnamed = new Subject("Maria", null, null, null, null, new Tin("ITIN", TIN));
    assertThat(internalReason(held, screened(unnamed, ELM)))
        .isEqualTo(ReasonCode.M302_NAME_CONTROL_MISMATCH);
    Subject foreign = new Subject("Maria", null, "王", null, null, new Tin("ITIN", TIN));
    FoundRecord uncontrolled = row(TIN, "Maria", "王", ELM, "2024", true);
    assertThat(internalReason(uncontrolled, screened(foreign, ELM)))
        .as("an empty name control agrees with none")
        .isEqualTo(ReasonCode.M302_NAME_CONTROL_MISMATCH);
  }

  @Test
  void a_person_with_that_name_and_birth_date_at_another_address_is_no_match() {
    FoundRecord held = row(TIN, "Maria", "Garcia", austin("1 Oak St", null), "2024", true);
    NoMatch no = match(held, screened(MARIA_BORN, ELM)).others().get(0);

    assertThat(no.internalReason()).isEqualTo(ReasonCode.M305_NO_MATCH);
    assertThat(no.evidence().held())
        .as("the rows belong to another person, so none is shown")
        .isEmpty();
    assertThat(no.evidence().facts())
        .containsExactly(new Fact("FULL_NAME_ADDRESS_AND_BIRTH_DATE", false));
  }

  @Test
  void year_and_single_last_known_address_are_checked_after_a_search_by_name_too() {
    FoundRecord former = row(TIN, "Maria", "Garcia", ELM, "2023", false);
    FoundRecord newer = row(TIN, "Maria", "Garcia", austin("1 Oak St", null), "2025", true);

    assertThat(
            match(List.of(former, newer), screened(MARIA_BORN, ELM))
                .others()
                .get(0)
                .internalReason())
        .isEqualTo(ReasonCode.M307_OUTSIDE_PERIOD);
    assertThat(internalReason(former, screened(MARIA_BORN, ELM)))
        .isEqualTo(ReasonCode.M304_AMBIGUOUS);
  }

  @Test
  void blanks_around_number_date_and_year_are_ignored() {
    FoundRecord held = row(TIN, "Maria", "Garcia", ELM, "2024", true);
    Subject spaced =
        new Subject("Maria", null, "Garcia", null, " 1984-03-11 ", new Tin("ITIN", " " + TIN));
    Matches found = match(held, screened(spaced, ELM));

    assertThat(found.others()).isEmpty();
    assertThat(found.matches().get(0).evidence().facts()).allMatch(Fact::agrees);
    assertThat(match(held, screened(MARIA_BORN, ELM)).matches())
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.key()).isEqualTo(screened(MARIA_BORN, ELM).key());
              assertThat(match.request().subject()).isEqualTo(MARIA_BORN);
              assertThat(match.evidence().strategy()).isEqualTo(Evidence.Strategy.NAME);
              assertThat(match.evidence().facts())
                  .extracting(Fact::what)
                  .containsExactly(
                      "FULL_NAME_ADDRESS_AND_BIRTH_DATE",
                      "EXACTLY_ONE_RECORD",
                      "ADDRESS_OF_TAXPAYER",
                      "ONE_LAST_KNOWN_ADDRESS",
                      "PERIOD_ASKED_FOR");
            });
  }

  @Test
  void a_match_has_the_newest_year_of_the_stated_address() {
    Matches found =
        match(
            List.of(
                row(TIN, "Maria", "Garcia", ELM, "2021", false),
                row(TIN, "Maria", "Garcia", ELM, "2023", false),
                row(TIN, "Maria", "Garcia", ELM, "2022", false),
                row(TIN, "Maria", "Garcia", austin("1 Oak St", null), "2024", true)),
            screened(MARIA, ELM));
    assertThat(found.matches().get(0).confirmed().period()).isEqualTo("2023");
  }

  @Test
  void evidence_lists_failed_comparisons_and_held_rows() {
    FoundRecord held =
        new FoundRecord(
            TIN,
            "GARC",
            new FoundRecord.Name("Marie", "Q", "Garcia", "JR"),
            "1984-03-12",
            new Address("1 Oak St", "Apt 3", "Austin", "TX", "78701"),
            "2024",
            true);
    NoMatch no = match(held, screened(MARIA, ELM)).others().get(0);

    assertThat(no.evidence().strategy()).isEqualTo(Evidence.Strategy.TIN);
    assertThat(no.evidence().facts())
        .containsExactly(
            new Fact("RECORD_OF_TIN", true),
            new Fact("NAME_CONTROL", true),
            new Fact("FULL_NAME", false),
            new Fact("BIRTH_DATE", false),
            new Fact("ADDRESS_OF_TAXPAYER", false));
    assertThat(no.evidence().held())
        .containsExactly(
            Map.ofEntries(
                Map.entry("givenName", "Marie"),
                Map.entry("middleName", "Q"),
                Map.entry("surname", "Garcia"),
                Map.entry("suffix", "JR"),
                Map.entry("birthDate", "1984-03-12"),
                Map.entry("line1", "1 Oak St"),
                Map.entry("line2", "Apt 3"),
                Map.entry("city", "Austin"),
                Map.entry("state", "TX"),
                Map.entry("postalCode", "78701"),
                Map.entry("period", "2024"),
                Map.entry("lastKnown", "true")));
    assertThat(no.evidence().held().get(0).keySet()).startsWith("givenName").endsWith("lastKnown");
  }

  @Test
  void evidence_keeps_at_most_twenty_rows_of_the_matching_people() {
    FoundRecord held = row(TIN, "Maria", "Garcia", austin("1 Oak St", null), "2024", false);
    assertThat(
            match(Collections.nCopies(21, held), screened(MARIA, ELM))
                .others()
                .get(0)
                .evidence()
                .held())
        .hasSize(20);

    FoundRecord brother = row("900400002", "Juan", "Garcia", ELM, "2024", true);
    FoundRecord maria = row(TIN, "Maria", "Garcia", ELM, "2024", true);
    Matches both = match(List.of(brother, maria), screened(MARIA_BORN, ELM));
    assertThat(both.matches().get(0).evidence().held())
        .singleElement()
        .extracting(row -> row.get("givenName"))
        .isEqualTo("Maria");
    assertThat(match(brother, screened(MARIA_BORN, ELM)).others().get(0).evidence().held())
        .singleElement()
        .extracting(row -> row.get("givenName"))
        .isEqualTo("Juan");
  }

  @Test
  void to_string_contains_no_personal_data() {
    FoundRecord held = row(TIN, "Maria", "Garcia", ELM, "2024", true);
    Matches found = match(held, screened(MARIA, ELM));

    assertThat(found).hasToString(found.slice().toString());
    assertThat(found.agreementId()).isEqualTo("irs-ice-2025");
    assertThat(held).hasToString("FoundRecord");
    assertThat(found.matches().get(0).evidence()).hasToString("Evidence");
    assertThat(new LookupKey.ByTin(TIN)).hasToString("by TIN");
    assertThat(new LookupKey.ByBirthDateAndZip(LocalDate.EPOCH, "78701"))
        .hasToString("by birth date and ZIP");
    assertThat(match(held, screened(null, ELM)).others().get(0))
        .hasToString("DHS-ICE_T_20261124_0001/R-1");
  }

  private static Subject born(@Nullable String day) {
    return new Subject("Maria", null, "Garcia", null, day, null);
  }

  private static Address zip(@Nullable String postalCode) {
    return new Address("9 Elm Rd", null, "Austin", "TX", postalCode);
  }

  private static ScreenedRequest screened(@Nullable Subject subject, @Nullable Address address) {
    return new ScreenedRequest(
        new RequestKey(RecordsFixtures.FILE, "R-1"),
        1,
        new Request(
            "R-1",
            subject,
            address,
            List.of("2023", " 2024 "),
            List.of("MAILING_ADDRESS"),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Map.of(),
            null));
  }

  private static ReasonCode internalReason(FoundRecord held, ScreenedRequest screened) {
    Matches found = match(held, screened);
    assertThat(found.matches()).isEmpty();
    return found.others().get(0).internalReason();
  }

  private static Matches match(FoundRecord held, ScreenedRequest screened) {
    return match(List.of(held), screened);
  }

  private static Matches match(List<FoundRecord> held, ScreenedRequest screened) {
    return new RecordLookup(keys -> held).match(slice(screened));
  }

  private static countersign.intake.ScreenedSlice slice(ScreenedRequest screened) {
    return IntakeFixtures.slice(
        new SliceId(RecordsFixtures.FILE, 1), "irs-ice-2025", List.of(screened));
  }
}
