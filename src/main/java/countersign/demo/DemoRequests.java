package countersign.demo;

import static countersign.demo.ExpectedOutcome.Outcome.DISCLOSED;
import static countersign.demo.ExpectedOutcome.Outcome.FIRST_DECLINES;
import static countersign.demo.ExpectedOutcome.Outcome.REFUSED;
import static countersign.demo.ExpectedOutcome.Outcome.SECOND_DECLINES;
import static countersign.demo.ExpectedOutcome.Outcome.UNMATCHED;

import countersign.demo.ExpectedOutcome.Outcome;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import countersign.request.Request.Officer;
import countersign.request.Request.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The demo's forty requests: valid ones in every spelling, one for each way in which a match can
 * fail, one for each reviewer to deny, and one for each failure of the 2025 exchange that concerns
 * a single person. The same sequence number gives the same requests.
 */
final class DemoRequests {
  private static final Predicate<SyntheticPerson> STREET =
      person -> person.lastKnown().line1().matches("\\d.*") && person.homes().size() > 1;
  private static final Predicate<SyntheticPerson> HOUSE =
      STREET.and(person -> person.lastKnown().line2() == null);
  private static final Predicate<SyntheticPerson> FLAT =
      STREET.and(person -> person.lastKnown().line2() != null);
  private static final int SETS = 4;

  private final Personas personas;
  private final int sequence;
  private final LocalDate today;
  private final List<ExpectedOutcome> planned = new ArrayList<>();

  DemoRequests(List<SyntheticPerson> people, int sequence, LocalDate today) {
    this.personas = new Personas(people, sequence);
    this.sequence = sequence;
    this.today = today;
  }

  List<ExpectedOutcome> forty() {
    spelledInManyWays();
    hardToTellApart();
    notConfirmed();
    declined();
    placeholders();
    incomplete();
    nobodyAnswersForIt();
    noCriminalCase();
    return List.copyOf(planned);
  }

  private void spelledInManyWays() {
    good(HOUSE, Spelling.AS_HELD, "address as the records hold it");
    good(HOUSE, Spelling.MIXED_CASE, "the same in small letters");
    good(HOUSE, Spelling.WRITTEN_OUT, "street and direction written out");
    good(FLAT, Spelling.UNIT_WRITTEN_OUT, "Apartment for APT");
    good(FLAT, Spelling.NUMBER_SIGN, "# for APT");
    good(FLAT, Spelling.ONE_LINE, "apartment on the first line");
    good(FLAT, Spelling.ZIP_PLUS_FOUR, "ZIP+4");
    SyntheticPerson mover = personas.next(STREET.and(DemoRequests::moved));
    add(
        ask(mover).address(Spelling.AS_HELD.of(mover.homes().get(0))),
        "an earlier address of theirs; the last known address is disclosed",
        mover);
    SyntheticPerson box = personas.next(person -> person.lastKnown().line1().startsWith("PO BOX"));
    Address held = Spelling.AS_HELD.of(box.lastKnown());
    String line = String.valueOf(held.line1()).replace("PO BOX", "P.O. Box");
    add(ask(box).address(line1(held, line)), "P.O. Box for PO BOX", box);
  }

  private void hardToTellApart() {
    SyntheticPerson compound = personas.next(STREET.and(person -> person.surname().contains(" ")));
    add(
        ask(compound).subject(Misstated.named(compound, compound.surname().replace(' ', '-'))),
        "compound surname, hyphenated",
        compound);
    SyntheticPerson twin = personas.nextTo(true);
    add(ask(twin), "one of twins, with the right taxpayer number", twin);
    SyntheticPerson housemate = personas.nextTo(false);
    add(ask(housemate), "one of two who share a home", housemate);
    SyntheticPerson nameless = personas.next(HOUSE);
    add(
        ask(nameless).subject(RequestBuilder.subject(nameless, null)),
        "no taxpayer number; name, birth date and address match one record",
        nameless);
  }

  private void notConfirmed() {
    unmatched(
        person ->
            ask(person)
                .subject(RequestBuilder.subject(person, SyntheticPeople.tin(900_000 + number()))),
        "a taxpayer number that no record has",
        ReasonCode.M301_NO_RECORD_TIN);
    SyntheticPerson other = personas.next(STREET);
    unmatched(
        person ->
            ask(person).subject(Misstated.named(person, Misstated.surnameUnlike(person, other))),
        "a taxpayer number with the name of another person",
        ReasonCode.M302_NAME_CONTROL_MISMATCH);
    unmatched(
        person -> ask(person).address(Spelling.AS_HELD.of(other.lastKnown())),
        "a complete address that was never the taxpayer's",
        ReasonCode.M303_ADDRESS_NOT_OF_TAXPAYER);
    unmatched(
        person -> ask(person).address(line2(Spelling.AS_HELD.of(person.lastKnown()), "APT 99")),
        "the right house, but another apartment",
        ReasonCode.M303_ADDRESS_NOT_OF_TAXPAYER);
    unmatched(
        person -> ask(person).taxPeriods("2016", "2017"),
        "a tax period without an address",
        ReasonCode.M307_OUTSIDE_PERIOD);
    unmatched(
        person -> ask(person).subject(Misstated.misspelt(person)),
        "no taxpayer number, and a name that is only similar",
        ReasonCode.M306_FUZZY_ONLY);
  }

  private void declined() {
    SyntheticPerson first = personas.next(STREET);
    add(ask(first), "the first reviewer denies it", FIRST_DECLINES, List.of(), null);
    SyntheticPerson second = personas.next(STREET);
    add(ask(second), "the second reviewer denies it", SECOND_DECLINES, List.of(), null);
  }

  private void placeholders() {
    ReasonCode code = ReasonCode.R204_ADDRESS_PLACEHOLDER;
    spoiltAddress("Failed to Provide", "\"Failed to Provide\" and a ZIP", code);
    spoiltAddress("Unknown Address", "\"Unknown Address\"", code);
    spoiltAddress("NA NA", "\"NA NA\"", code);
    spoiltAddress("Don't Care 12345", "\"Don't Care 12345\"", code);
    spoiltAddress("00000", "\"00000\"", code);
  }

  private void incomplete() {
    SyntheticPerson person = personas.next(HOUSE);
    Address held = Spelling.AS_HELD.of(person.lastKnown());
    refused(
        ask(person).address(line1(held, String.valueOf(held.postalCode()))),
        "a ZIP code is not an address",
        ReasonCode.R207_ZIP_ONLY);
    spoiltAddress(null, "no address at all", ReasonCode.R202_ADDRESS_MISSING);
    spoiltAddress(
        "Travis County Jail", "a jail without a locator", ReasonCode.R205_FACILITY_NO_LOCATOR);
    spoiltAddress("Oak Street", "a street without a number", ReasonCode.R203_ADDRESS_INCOMPLETE);
    SyntheticPerson elsewhere =
        personas.next(HOUSE.and(each -> !each.lastKnown().state().equals("ME")));
    Address address = Spelling.AS_HELD.of(elsewhere.lastKnown());
    refused(
        ask(elsewhere)
            .address(
                new Address(address.line1(), null, address.city(), "ME", address.postalCode())),
        "state and ZIP disagree",
        ReasonCode.R208_STATE_ZIP_INVALID);
  }

  private void nobodyAnswersForIt() {
    refused(
        ask(personas.next(STREET)).officers(List.of()),
        "no officer is named",
        ReasonCode.R213_OFFICER_MISSING);
    refused(
        ask(personas.next(STREET))
            .officers(
                List.of(new Officer("OFF-9001", "Lee Architect", "HSI Information Technology"))),
        "the officer is an IT architect, not an investigator",
        ReasonCode.R214_OFFICER_NOT_ELIGIBLE);
    RequestBuilder one = ask(personas.next(STREET));
    refused(one, "one case number for two people, the first", ReasonCode.R217_CASE_NUMBER_REUSED);
    refused(
        ask(personas.next(STREET)).caseOf(one),
        "one case number for two people, the second",
        ReasonCode.R217_CASE_NUMBER_REUSED);
    refused(
        ask(personas.next(STREET))
            .subject(new Subject("UNKNOWN", null, "UNKNOWN", null, "1980-01-01", null)),
        "a name that is a placeholder",
        ReasonCode.R221_NAME_PLACEHOLDER);
    SyntheticPerson person = personas.next(STREET);
    Subject real = RequestBuilder.subject(person, null);
    refused(
        ask(person).subject(Misstated.withTin(real, person.tin().substring(1))),
        "a taxpayer number of eight digits",
        ReasonCode.M300_TIN_FORMAT);
  }

  private void noCriminalCase() {
    refused(
        ask(personas.next(STREET)).noActiveCase(),
        "taken from a list, no criminal case",
        ReasonCode.R220_NO_ACTIVE_CRIMINAL_CASE);
    refused(
        ask(personas.next(STREET)).finalDaysAgo(40),
        "the order has been final for 40 days only",
        ReasonCode.R231_NINETY_DAYS_NOT_ELAPSED);
    refused(
        ask(personas.next(STREET)).taxPeriods("2015-2025"),
        "an open range of tax years",
        ReasonCode.R209_TAX_PERIOD);
  }

  private void good(Predicate<SyntheticPerson> fits, Spelling spelling, String story) {
    SyntheticPerson person = personas.next(fits);
    add(ask(person).address(spelling.of(person.lastKnown())), story, person);
  }

  /** Creates a request about a person. */
  private interface Part {
    RequestBuilder about(SyntheticPerson person);
  }

  private void unmatched(Part part, String story, ReasonCode internalReason) {
    add(part.about(personas.next(HOUSE)), story, UNMATCHED, List.of(internalReason), null);
  }

  private void spoiltAddress(@Nullable String line1, String story, ReasonCode code) {
    SyntheticPerson person = personas.next(HOUSE);
    refused(
        ask(person).address(line1(Spelling.MIXED_CASE.of(person.lastKnown()), line1)), story, code);
  }

  private void refused(RequestBuilder request, String story, ReasonCode code) {
    add(request, story, REFUSED, List.of(code), null);
  }

  private void add(RequestBuilder request, String story, SyntheticPerson disclosed) {
    add(request, story, DISCLOSED, List.of(), disclosed.lastKnown());
  }

  private void add(
      RequestBuilder request,
      String story,
      Outcome outcome,
      List<ReasonCode> codes,
      SyntheticPerson.@Nullable Home home) {
    String id = "R-%06d".formatted(planned.size() + 1);
    planned.add(new ExpectedOutcome(request.as(id), story, outcome, codes, home));
  }

  private RequestBuilder ask(SyntheticPerson person) {
    int set = planned.size() % SETS;
    List<Officer> officers = set == 0 ? personas.officers(0, 1) : personas.officers(set + 1);
    return new RequestBuilder(person, person.lastKnown(), number(), today, officers);
  }

  private int number() {
    return sequence * Personas.PER_FILE + planned.size() + 1;
  }

  private static boolean moved(SyntheticPerson person) {
    return !person.homes().get(0).line1().equals(person.lastKnown().line1())
        && person.homes().get(0).line1().matches("\\d.*");
  }

  private static Address line1(Address address, @Nullable String line1) {
    return new Address(line1, null, address.city(), address.state(), address.postalCode());
  }

  private static Address line2(Address address, String line2) {
    return new Address(
        address.line1(), line2, address.city(), address.state(), address.postalCode());
  }
}
