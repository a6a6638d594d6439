package countersign.stops;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Only two enrolled people, one of them counsel, end a stop with their signatures. */
class SignedLiftsTest {
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Map<String, String> SCOPE =
      Map.of("kind", "STOP", "scope", "FILE", "value", "DHS-ICE_T_20261124_0001");
  private static final Enrolment REGISTER =
      new Enrolment(
          1,
          List.of(
              person("dunn", "Dana Dunn", Role.COUNSEL),
              person("ellis", "Eve Ellis", Role.COUNSEL),
              person("paul", "Paul Pratt", Role.PRIVACY_OFFICER),
              person("petra", "Petra Pohl", Role.PRIVACY_OFFICER),
              person("paul2", "Pau1 Pratt", Role.COUNSEL)),
          Set.of());

  private final ActionSignatures signatures = new ActionSignatures("A".repeat(40), "T", REGISTER);
  private final Event stop = Event.of(Verb.STOP, "stop/1", AT, Actor.person("dunn"), SCOPE);
  private final Event proposed = signed(Verb.PROPOSE, "paul", AT);
  private final Event lifted = signed(Verb.LIFT, "ellis", AT);

  @Test
  void two_people_of_whom_one_is_counsel_end_a_stop() {
    assertThat(isEnded(proposed, lifted)).isTrue();
    assertThat(isEnded(signed(Verb.PROPOSE, "paul", AT.minusMillis(1)), lifted))
        .as("a proposal from before the stop")
        .isFalse();
    assertThat(isEnded(signed(Verb.PROPOSE, "dunn", AT), signed(Verb.LIFT, "paul", AT)))
        .as("who set it may propose")
        .isTrue();
    assertThat(isEnded(unsigned(Verb.LIFT, "ellis"), proposed, lifted))
        .as("an inserted event changes nothing")
        .isTrue();
  }

  @Test
  void an_event_without_a_signature_that_verifies_ends_nothing() {
    assertThat(isEnded()).isFalse();
    assertThat(isEnded(proposed)).isFalse();
    assertThat(isEnded(lifted)).isFalse();
    assertThat(isEnded(proposed, unsigned(Verb.LIFT, "ellis"))).isFalse();
    assertThat(isEnded(unsigned(Verb.PROPOSE, "paul"), lifted)).isFalse();
    assertThat(isEnded(lifted, proposed)).as("the wrong order").isFalse();
    assertThat(isEnded(proposed, signed(Verb.LIFT, "frank", AT))).as("not enrolled").isFalse();
    Instant later = Instant.parse("2031-01-01T00:00:00Z");
    assertThat(isEnded(signed(Verb.PROPOSE, "paul", later), signed(Verb.LIFT, "ellis", later)))
        .as("keys that are no longer in force")
        .isFalse();
  }

  @Test
  void the_wrong_people_end_nothing() {
    assertThat(isEnded(proposed, signed(Verb.LIFT, "paul", AT))).as("one person").isFalse();
    assertThat(isEnded(proposed, signed(Verb.LIFT, "paul2", AT))).as("two accounts").isFalse();
    assertThat(isEnded(proposed, signed(Verb.LIFT, "petra", AT))).as("no counsel").isFalse();
    assertThat(isEnded(proposed, signed(Verb.LIFT, "dunn", AT))).as("who set it").isFalse();
  }

  @Test
  void a_proposal_ends_after_a_day() {
    assertThat(isEnded(proposed, signed(Verb.LIFT, "ellis", AT.plus(DAY).minusMillis(1)))).isTrue();
    assertThat(isEnded(proposed, signed(Verb.LIFT, "ellis", AT.plus(DAY)))).isFalse();
    assertThat(isEnded(proposed, signed(Verb.LIFT, "ellis", AT.minusMillis(1)))).isFalse();
  }

  @Test
  void signatures_about_another_stop_or_scope_end_nothing() {
    Event otherStop = event(Verb.LIFT, "stop/2", "ellis", AT, SCOPE);
    Map<String, String> wider = new TreeMap<>(SCOPE);
    wider.put("value", "DHS-ICE_T_20261124_0002");
    Event otherScope = event(Verb.LIFT, "stop/1", "ellis", AT, wider);

    assertThat(isEnded(proposed, otherStop)).isFalse();
    assertThat(isEnded(proposed, otherScope)).isFalse();
    assertThat(
            new SignedLifts(new ActionSignatures("B".repeat(40), "T", REGISTER))
                .end(stop, List.of(proposed, lifted)))
        .as("another installation")
        .isFalse();
  }

  @Test
  void a_lift_from_the_days_of_an_earlier_gateway_key_still_counts() {
    LocalDate day = LocalDate.ofInstant(AT, java.time.ZoneOffset.UTC);
    assertThat(isEndedAfterNewKey("A".repeat(40), day, day)).isTrue();
    assertThat(isEndedAfterNewKey("A".repeat(40), day.minusDays(9), day.minusDays(1)))
        .as("the key was gone on that day")
        .isFalse();
    assertThat(isEndedAfterNewKey("C".repeat(40), day, day)).as("another key").isFalse();
  }

  private boolean isEndedAfterNewKey(String earlier, LocalDate first, LocalDate last) {
    List<Enrolment.Person> people =
        List.of(
            person("dunn", "Dana Dunn", Role.COUNSEL),
            person("ellis", "Eve Ellis", Role.COUNSEL),
            person("paul", "Paul Pratt", Role.PRIVACY_OFFICER));
    Enrolment register =
        new Enrolment(
            2,
            people,
            Set.of(),
            false,
            Map.of(),
            List.of(new Enrolment.EarlierKey(earlier, first, last)));
    return new SignedLifts(new ActionSignatures("B".repeat(40), "T", register))
        .end(stop, List.of(proposed, lifted));
  }

  @Test
  void a_veto_ends_by_the_counsel_who_set_it_and_a_second_counsel() {
    Map<String, String> facts = new TreeMap<>(SCOPE);
    facts.put("kind", "VETO");
    Event veto = Event.of(Verb.STOP, "stop/1", AT, Actor.person("dunn"), facts);
    SignedLifts lifts = new SignedLifts(signatures);
    Event byDunn = signed(Verb.PROPOSE, "dunn", AT);

    assertThat(lifts.end(veto, List.of(byDunn, lifted))).isTrue();
    assertThat(lifts.end(veto, List.of(proposed, lifted))).isFalse();
    assertThat(lifts.end(veto, List.of(byDunn, signed(Verb.LIFT, "paul", AT)))).isFalse();
  }

  private boolean isEnded(Event... later) {
    return new SignedLifts(signatures).end(stop, List.of(later));
  }

  private Event signed(Verb verb, String account, Instant at) {
    return event(verb, "stop/1", account, at, SCOPE);
  }

  private Event event(
      Verb verb, String subject, String account, Instant at, Map<String, String> facts) {
    return TestPeople.signedEvent(signatures, verb, subject, at, account, facts);
  }

  private static Event unsigned(Verb verb, String account) {
    return Event.of(verb, "stop/1", AT, Actor.person(account), SCOPE);
  }

  private static Enrolment.Person person(String account, String name, Role role) {
    return TestPeople.person(account, name, Set.of(role), LocalDate.of(2030, 12, 31));
  }
}
