package countersign.stops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.authority.Enrolment;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.testkit.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two people, one of them counsel, lift a stop; two counsel lift a veto. */
@Proves("R9")
class StopLiftingIT {
  private static final Stops.Lifter CAROL = new Stops.Lifter(Actor.person("carol"), true);
  private static final Stops.Lifter ELLIS = new Stops.Lifter(Actor.person("ellis"), true);
  private static final Stops.Lifter FRANK = new Stops.Lifter(Actor.person("frank"), true);
  private static final Stops.Lifter PAUL = new Stops.Lifter(Actor.person("paul"), false);
  private static final Stops.Lifter PETRA = new Stops.Lifter(Actor.person("petra"), false);

  private final World world = new World();
  private final Stops stops = world.stops();

  @Test
  void one_person_proposes_and_another_confirms() {
    long stop = set(Stop.Kind.STOP, "olsen");

    Stop proposed = stops.lift(stop, PAUL, " The order was vacated ").orElseThrow();
    assertThat(proposed.active()).isTrue();
    assertThat(proposed.proposal().reason()).isEqualTo("The order was vacated");
    assertThat(proposed.isProposedAt(world.clock().instant().plus(Duration.ofHours(23)))).isTrue();
    assertThat(proposed.isProposedAt(world.clock().instant().plus(Duration.ofHours(24)))).isFalse();

    Stop lifted = stops.lift(stop, CAROL, "Seen").orElseThrow();
    assertThat(lifted.lifting())
        .isEqualTo(new Stop.Lifting("carol", lifted.lifting().at(), "Seen"));
    assertThat(stops.lift(stop, PAUL, "again")).contains(lifted);
    assertThat(stops.lift(77, PAUL, "none")).isEmpty();
    assertThat(events()).containsExactly("stop stop/1", "propose stop/1", "lift stop/1");
  }

  @Test
  void nobody_confirms_an_own_proposal() {
    long stop = set(Stop.Kind.STOP, "olsen");
    stops.lift(stop, CAROL, "I propose");

    assertRefused("S506_ACCESS  carol proposed to lift stop 1. Another person", stop, CAROL);
    assertRefused(
        "S506_ACCESS  carol proposed", stop, new Stops.Lifter(Actor.person("Carol"), true));
  }

  @Test
  void two_people_who_are_not_counsel_do_not_lift_a_stop() {
    long stop = set(Stop.Kind.STOP, "olsen");
    stops.lift(stop, PAUL, "I propose");

    assertRefused("S506_ACCESS  Neither of the two people is counsel.", stop, PETRA);
    assertThat(stops.lift(stop, CAROL, "Seen").orElseThrow().active()).isFalse();
  }

  @Test
  void the_person_who_set_a_stop_proposes_and_never_confirms() {
    long stop = set(Stop.Kind.STOP, "carol");
    stops.lift(stop, PAUL, "I propose");

    Stop second = stops.lift(stop, CAROL, "I propose, too").orElseThrow();
    assertThat(second.active()).isTrue();
    assertThat(second.proposal().by()).isEqualTo("carol");
    assertThat(stops.lift(stop, PAUL, "Seen").orElseThrow().active()).isFalse();
  }

  @Test
  void a_proposal_that_has_expired_is_not_confirmed_but_made_anew() {
    long stop = set(Stop.Kind.STOP, "olsen");
    stops.lift(stop, PAUL, "I propose");
    world.passes(JdbcStopLifting.LIFETIME);

    Stop again = stops.lift(stop, CAROL, "Seen").orElseThrow();
    assertThat(again.active()).isTrue();
    assertThat(again.proposal().by()).isEqualTo("carol");
  }

  @Test
  void two_counsel_lift_a_veto_and_one_of_them_set_it() {
    long veto = set(Stop.Kind.VETO, "carol");

    assertRefused("A110_COUNSEL_REFUSED  Only counsel lifts a veto.", veto, PAUL);
    assertRefused("A110_COUNSEL_REFUSED  carol set veto 1 and must propose", veto, ELLIS);
    stops.lift(veto, CAROL, "I was wrong");
    assertRefused("A110_COUNSEL_REFUSED  Only counsel lifts a veto.", veto, PAUL);
    assertRefused("A110_COUNSEL_REFUSED  carol proposed", veto, CAROL);
    assertThat(stops.lift(veto, FRANK, "Agreed").orElseThrow().active()).isFalse();
    assertThat(events())
        .containsExactly(
            "stop stop/1",
            "attempt stop/1",
            "attempt stop/1",
            "propose stop/1",
            "attempt stop/1",
            "attempt stop/1",
            "lift stop/1");
  }

  @Test
  void two_accounts_of_one_enrolled_person_are_one_person() {
    Enrolment register =
        new Enrolment(
            1,
            List.of(person("P-1", "Carol Dunn", "carol"), person("P-2", "Caro1 Dunn", "ellis")),
            Set.of());

    assertThat(register.isSamePerson("carol", "ellis")).as("names that look alike").isTrue();
    assertThat(register.isSamePerson("carol", "CAROL")).isTrue();
    assertThat(register.isSamePerson("carol", "paul")).isFalse();
    assertThat(Enrolment.NONE.isSamePerson("carol", "ellis")).isFalse();
  }

  private static Enrolment.Person person(String id, String name, String account) {
    LocalDate day = LocalDate.of(2026, 1, 1);
    return new Enrolment.Person(
        id,
        name,
        Set.of(Role.COUNSEL),
        List.of(new Enrolment.Key(account, "00".repeat(31) + id.substring(2) + "0", day, day)));
  }

  private long set(Stop.Kind kind, String by) {
    Stop.Target target = Stop.Target.of(Stop.Scope.FILE, "DHS-ICE_T_20261124_0001");
    return stops.set(kind, target, Actor.person(by), "x").number();
  }

  private void assertRefused(String message, long stop, Stops.Lifter lifter) {
    assertThatThrownBy(() -> stops.lift(stop, lifter, "over"))
        .isInstanceOf(Stops.NotAllowed.class)
        .hasMessageStartingWith(message);
    assertThat(stops.find(stop).orElseThrow().active()).isTrue();
  }

  private List<String> events() {
    return world.list("select lower(verb) || ' ' || subject from event order by id");
  }
}
