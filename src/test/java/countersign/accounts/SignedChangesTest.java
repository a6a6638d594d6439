package countersign.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.AccountChanges.Kind;
import countersign.accounts.SignedChanges.SignedChange;
import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment;
import countersign.authority.TestPeople;
import countersign.ledger.Event;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.request.Verb;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Only two enrolled administrators change an account with their signatures. */
class SignedChangesTest {
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final Map<String, String> CREATE =
      Map.of("kind", "CREATE", "proposal", "7", "roles", "COUNSEL");
  private static final Enrolment REGISTER =
      new Enrolment(
          1,
          List.of(
              person("first", "Fiona First", Role.ADMINISTRATOR),
              person("second", "Sam Second", Role.ADMINISTRATOR),
              person("second2", "5am Second", Role.ADMINISTRATOR),
              person("adams", "Fiona First", Role.FIRST_REVIEWER),
              person("dunn", "Dana Dunn", Role.COUNSEL)),
          Set.of());

  private final ActionSignatures signatures = new ActionSignatures("A".repeat(40), "T", REGISTER);
  private final Event proposed = event(Verb.PROPOSE, "eve", "first", AT, CREATE);

  @Test
  void two_administrators_sign_a_change() {
    assertThat(found("eve", proposed, confirmed("second", AT, CREATE)))
        .isEqualTo(List.of(new SignedChange(Kind.CREATE, Set.of(Role.COUNSEL))));
    assertThat(
            found("eve", Event.of(Verb.AMEND, "account/eve", AT, Actor.person("second"), CREATE)))
        .as("an inserted event")
        .isEmpty();
  }

  @Test
  void the_wrong_people_change_nothing() {
    assertThat(found("eve", proposed, confirmed("first", AT, CREATE))).as("one person").isEmpty();
    assertThat(found("eve", proposed, confirmed("dunn", AT, CREATE)))
        .as("no administrator")
        .isEmpty();
    assertThat(found("eve", proposed, confirmed("third", AT, CREATE))).as("not enrolled").isEmpty();
    Event bySecond = event(Verb.PROPOSE, "eve", "second", AT, CREATE);
    assertThat(found("eve", bySecond, confirmedAfter(bySecond, "second2", "eve", AT, CREATE)))
        .as("names that look alike")
        .isEmpty();
    Event own = event(Verb.PROPOSE, "adams", "first", AT, CREATE);
    assertThat(found("adams", own, confirmedAfter(own, "second", "adams", AT, CREATE)))
        .as("an account of the administrator's own person")
        .isEmpty();
  }

  @Test
  void a_confirmation_of_something_else_changes_nothing() {
    for (Map<String, String> other :
        List.of(
            with("roles", "COUNSEL PRIVACY_OFFICER"),
            with("kind", "ROLES"),
            with("proposal", "8"),
            with("roles", ""))) {
      assertThat(found("eve", proposed, confirmed("second", AT, other))).as("%s", other).isEmpty();
    }
    Event elsewhere = event(Verb.PROPOSE, "eve", "first", AT.minusSeconds(1), CREATE);
    assertThat(found("eve", elsewhere, confirmed("second", AT, CREATE)))
        .as("the signature of another proposal")
        .isEmpty();
    assertThat(found("mallory", proposed, confirmed("second", AT, CREATE))).isEmpty();
  }

  @Test
  void a_proposal_is_confirmed_within_a_day() {
    Duration day = Duration.ofDays(1);
    assertThat(found("eve", proposed, confirmed("second", AT.plus(day).minusMillis(1), CREATE)))
        .hasSize(1);
    assertThat(found("eve", proposed, confirmed("second", AT.plus(day), CREATE))).isEmpty();
    assertThat(found("eve", proposed, confirmed("second", AT.minusMillis(1), CREATE))).isEmpty();
  }

  private List<SignedChange> found(String account, Event... events) {
    return new SignedChanges(signatures).of(account, "7", List.of(events)).stream().toList();
  }

  private Event confirmed(String account, Instant at, Map<String, String> facts) {
    return confirmedAfter(proposed, account, "eve", at, facts);
  }

  private Event confirmedAfter(
      Event proposal, String by, String account, Instant at, Map<String, String> facts) {
    Map<String, String> all = new TreeMap<>(facts);
    all.put(
        SignedChanges.PROPOSAL_SIGNATURE,
        SignedChanges.signatureOf("7", List.of(proposal)).orElseThrow());
    return event(Verb.AMEND, account, by, at, all);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> facts = new TreeMap<>(CREATE);
    facts.put(name, value);
    return facts;
  }

  private Event event(Verb verb, String account, String by, Instant at, Map<String, String> facts) {
    return TestPeople.signedEvent(signatures, verb, "account/" + account, at, by, facts);
  }

  private static Enrolment.Person person(String account, String name, Role role) {
    return TestPeople.person(account, name, Set.of(role), LocalDate.of(2030, 12, 31));
  }
}
