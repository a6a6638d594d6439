package countersign.delivery;

import static countersign.request.RequestState.DECLINED;
import static countersign.request.RequestState.DRAFTED;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.accounts.AccessFixtures;
import countersign.authority.Authority;
import countersign.authority.Enrolment;
import countersign.authority.PinnedKey;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.lifecycle.StepOutcome;
import countersign.pgp.KeyMaker;
import countersign.pgp.SecretKey;
import countersign.request.GroupId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two good approvals do not count under a register that no longer, or not quite, allows them. */
class JdbcChangedRegisterIT {
  private static final LocalDate DAY = LocalDate.parse("2026-09-01");

  @TempDir Path keys;
  private World world;
  private RequestKey key;

  @BeforeEach
  void two_people_approve_a_request() {
    world = new World(keys);
    world.approvals().holds(1);
    key = World.key(world.delivery().takes(1), 1);
    world.approvals().twoApprove(key);
    world.passes(Duration.ofHours(7));
  }

  @Test
  void the_two_approvals_count_under_the_same_register() {
    releasesUnder(TestPeople.enrolment(), officerKey());
    assertThat(world.list("select outcome from response_item")).containsExactly("DISCLOSED");
  }

  @Test
  void a_changed_officer_key_needs_two_new_approvals() throws IOException {
    SecretKey other = KeyMaker.make("Alex Sample", Instant.parse("2026-09-01T00:00:00Z"), null);
    Path file = Files.write(keys.resolve("other.asc"), other.certificate().armoured());

    releasesUnder(TestPeople.enrolment(), new PinnedKey(other.fingerprint(), file, DAY, null));

    isNotReleased(DRAFTED, "OFFICER_KEY_CHANGED");
    assertThat(world.work("endorse")).containsExactly(key.toString());
  }

  @Test
  void a_retired_key_of_a_reviewer_needs_two_new_approvals() {
    LocalDate yesterday = LocalDate.parse("2026-11-24");
    world.passes(Duration.ofHours(12));
    releasesUnder(
        enrolment(
            TestPeople.person("adams"), person("p-baker", "baker Tester", key("baker", yesterday))),
        officerKey());

    isNotReleased(DRAFTED, "KEY_RETIRED");
  }

  @Test
  void an_approval_by_a_disabled_account_needs_two_new_approvals() {
    AccessFixtures.account(world.tampering(), "baker", world.clock().instant(), Role.COUNTERSIGNER);
    world.tampering().sql("update account set disabled_at = created_at").update();

    releasesUnder(TestPeople.enrolment(), officerKey());

    isNotReleased(DRAFTED, "ACCOUNT_DISABLED");
    assertThat(world.work("endorse")).containsExactly(key.toString());
    assertThat(StepOutcome.noted()).isEqualTo("D411_APPROVAL_NOT_VERIFIED");
  }

  @Test
  void an_approval_whose_row_hides_that_it_expired_goes_back_to_review() {
    world.passes(Duration.ofDays(8));
    world.tampering().sql("update approval set lapses_at = lapses_at + interval '1 year'").update();

    releasesUnder(TestPeople.enrolment(), officerKey());

    isNotReleased(DRAFTED, "EXPIRED");
  }

  @Test
  void two_accounts_of_one_person_are_one_person() {
    Enrolment.Person both =
        person("p-adams", "adams Tester", key("adams", LocalDate.MAX), key("baker", LocalDate.MAX));

    releasesUnder(enrolment(both), officerKey());

    // Baker's statement names another person than the register does.
    isNotReleased(DECLINED, "MALFORMED");
  }

  @Test
  void two_people_whose_names_look_alike_are_one_person() {
    releasesUnder(
        enrolment(
            TestPeople.person("adams"),
            person("p-baker", "Tester, \u0410dams", key("baker", LocalDate.MAX))),
        officerKey());

    isNotReleased(DECLINED, "SAME_PERSON");
  }

  @Test
  void a_person_who_signed_the_configuration_does_not_approve_under_it() {
    releasesUnder(
        new Enrolment(
            7,
            List.of(TestPeople.person("adams"), TestPeople.person("baker")),
            Set.of("BAKER TESTER")),
        officerKey());

    isNotReleased(DECLINED, "OTHER_PART");
  }

  @Test
  void a_person_who_receives_the_answer_does_not_approve_it() {
    releasesUnder(
        enrolment(
            TestPeople.person("adams"),
            person("p-baker", "Alex Sample", key("baker", LocalDate.MAX))),
        officerKey());

    isNotReleased(DECLINED, "OTHER_PART");
  }

  @Test
  void a_person_without_the_role_in_the_register_does_not_approve() {
    Enrolment.Person counsel =
        new Enrolment.Person(
            "p-baker", "baker Tester", Set.of(Role.COUNSEL), List.of(key("baker", LocalDate.MAX)));

    releasesUnder(enrolment(TestPeople.person("adams"), counsel), officerKey());

    isNotReleased(DECLINED, "WRONG_ROLE");
  }

  @Test
  void an_older_register_does_not_verify_newer_statements() {
    releasesUnder(
        new Enrolment(6, List.of(TestPeople.person("adams"), TestPeople.person("baker")), Set.of()),
        officerKey());

    isNotReleased(DECLINED, "MALFORMED");
  }

  private PinnedKey officerKey() {
    return world.authority().officer("OFF-0401").orElseThrow().keys().get(0);
  }

  private void releasesUnder(Enrolment enrolment, PinnedKey officer) {
    Authority other =
        TestAuthority.enrolling(
            enrolment,
            Map.of("OFF-0401", officer),
            world.authority().partner(TestAuthority.PARTNER).orElseThrow().agencyKeys());
    Delivery steps = world.delivery().under(other);
    steps.releaseDue();
    steps.release(new GroupId(key.file(), 1));
  }

  private void isNotReleased(RequestState state, String cause) {
    assertThat(world.list("select id from response")).isEmpty();
    world.assertThatRequest(key).is(state);
    assertThat(world.ledger().reader().history(key.toString()))
        .anySatisfy(event -> assertThat(event.facts()).containsEntry("cause", cause));
  }

  private static Enrolment enrolment(Enrolment.Person... people) {
    return new Enrolment(7, List.of(people), Set.of());
  }

  private static Enrolment.Person person(String id, String name, Enrolment.Key... keys) {
    return new Enrolment.Person(
        id, name, Set.of(Role.FIRST_REVIEWER, Role.COUNTERSIGNER), List.of(keys));
  }

  private static Enrolment.Key key(String account, LocalDate last) {
    return new Enrolment.Key(account, TestPeople.publicKey(account), DAY, last);
  }
}
