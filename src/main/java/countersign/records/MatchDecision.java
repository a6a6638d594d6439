package countersign.records;

import countersign.intake.ScreenedSlice.ScreenedRequest;
import countersign.records.Evidence.Fact;
import countersign.records.Evidence.Strategy;
import countersign.request.ReasonCode;
import countersign.request.Request.Address;
import countersign.request.Request.Subject;
import countersign.request.Request.Tin;
import countersign.validation.NameControl;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares one request with the records. However the taxpayer was found, the same final checks
 * apply: the stated address is one of theirs, there is exactly one last known address, and it is
 * from a requested period.
 *
 * @see <a href="../../../../../docs/rules.md">R43-R48</a>
 */
final class MatchDecision {
  private final ScreenedRequest screened;
  private final Holdings held;
  private final List<Fact> facts = new ArrayList<>();
  private Strategy strategy = Strategy.NAME;
  private List<FoundRecord> examined = List.of();

  MatchDecision(ScreenedRequest screened, Holdings held) {
    this.screened = screened;
    this.held = held;
  }

  /** Decides, and calls exactly one of the two consumers. */
  void decide(Consumer<Match> match, Consumer<NoMatch> noMatch) {
    Optional<ReasonCode> doubt = decide(match);
    doubt.ifPresent(code -> noMatch.accept(new NoMatch(screened.key(), code, evidence())));
  }

  private Optional<ReasonCode> decide(Consumer<Match> match) {
    Subject subject = screened.request().subject();
    Address address = screened.request().address();
    if (subject == null || address == null) {
      return Optional.of(ReasonCode.M305_NO_MATCH);
    }
    Tin tin = subject.tin();
    return tin != null && tin.value() != null
        ? byTin(tin.value(), subject, address, match)
        : byName(subject, address, match);
  }

  private Optional<ReasonCode> byTin(
      String tin, Subject subject, Address address, Consumer<Match> match) {
    strategy = Strategy.TIN;
    examined = held.of(tin.strip());
    if (!fact("RECORD_OF_TIN", !examined.isEmpty())) {
      return Optional.of(ReasonCode.M301_NO_RECORD_TIN);
    }
    boolean named =
        examined.stream().anyMatch(row -> NameControl.agrees(row.nameControl(), subject.surname()));
    if (!fact("NAME_CONTROL", named)) {
      return Optional.of(ReasonCode.M302_NAME_CONTROL_MISMATCH);
    }
    fact("FULL_NAME", examined.stream().anyMatch(row -> FullName.agrees(subject, row.name())));
    if (subject.birthDate() != null) {
      String stated = subject.birthDate().strip();
      fact("BIRTH_DATE", examined.stream().anyMatch(row -> stated.equals(row.birthDate())));
    }
    return confirm(examined, address, match);
  }

  private Optional<ReasonCode> byName(Subject subject, Address address, Consumer<Match> match) {
    List<FoundRecord> born =
        subject.birthDate() == null ? List.of() : held.bornOn(subject.birthDate().strip());
    Map<String, List<FoundRecord>> people = new LinkedHashMap<>();
    for (FoundRecord row : born) {
      people.computeIfAbsent(row.tin(), tin -> new ArrayList<>()).add(row);
    }
    List<List<FoundRecord>> atAddress =
        people.values().stream()
            .filter(rows -> AddressConfirmed.compare(address, rows).isPresent())
            .toList();
    List<List<FoundRecord>> exact =
        atAddress.stream().filter(rows -> FullName.agrees(subject, rows)).toList();
    examined = (exact.isEmpty() ? atAddress : exact).stream().flatMap(Collection::stream).toList();
    fact("FULL_NAME_ADDRESS_AND_BIRTH_DATE", !exact.isEmpty());
    if (exact.isEmpty()) {
      boolean near = atAddress.stream().anyMatch(rows -> FullName.resembles(subject, rows));
      return Optional.of(near ? ReasonCode.M306_FUZZY_ONLY : ReasonCode.M305_NO_MATCH);
    }
    if (!fact("EXACTLY_ONE_RECORD", exact.size() == 1)) {
      return Optional.of(ReasonCode.M304_AMBIGUOUS);
    }
    return confirm(exact.get(0), address, match);
  }

  /** The final checks of both search strategies. */
  private Optional<ReasonCode> confirm(
      List<FoundRecord> taxpayer, Address stated, Consumer<Match> match) {
    Optional<AddressConfirmed> confirmed = AddressConfirmed.compare(stated, taxpayer);
    fact("ADDRESS_OF_TAXPAYER", confirmed.isPresent());
    if (confirmed.isEmpty()) {
      return Optional.of(ReasonCode.M303_ADDRESS_NOT_OF_TAXPAYER);
    }
    List<FoundRecord> last = taxpayer.stream().filter(FoundRecord::lastKnown).toList();
    if (!fact("ONE_LAST_KNOWN_ADDRESS", last.size() == 1)) {
      return Optional.of(ReasonCode.M304_AMBIGUOUS);
    }
    FoundRecord released = last.get(0);
    if (!fact("PERIOD_ASKED_FOR", requestsPeriod(released.period()))) {
      return Optional.of(ReasonCode.M307_OUTSIDE_PERIOD);
    }
    match.accept(
        new ConfirmedMatch(
            screened.key(),
            screened.request(),
            confirmed.get(),
            released.address(),
            released.period(),
            evidence()));
    return Optional.empty();
  }

  private boolean requestsPeriod(String period) {
    return screened.request().taxPeriods().stream().anyMatch(year -> year.strip().equals(period));
  }

  private boolean fact(String what, boolean agrees) {
    facts.add(new Fact(what, agrees));
    return agrees;
  }

  private Evidence evidence() {
    List<Map<String, String>> rows =
        examined.stream().limit(Evidence.MAX_HELD).map(MatchDecision::row).toList();
    return new Evidence(strategy, facts, rows);
  }

  private static Map<String, String> row(FoundRecord found) {
    Map<String, String> row = new LinkedHashMap<>();
    put(row, "givenName", found.name().given());
    put(row, "middleName", found.name().middle());
    put(row, "surname", found.name().surname());
    put(row, "suffix", found.name().suffix());
    put(row, "birthDate", found.birthDate());
    put(row, "line1", found.address().line1());
    put(row, "line2", found.address().line2());
    put(row, "city", found.address().city());
    put(row, "state", found.address().state());
    put(row, "postalCode", found.address().postalCode());
    put(row, "period", found.period());
    put(row, "lastKnown", Boolean.toString(found.lastKnown()));
    return row;
  }

  private static void put(Map<String, String> row, String column, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      row.put(column, value);
    }
  }
}
