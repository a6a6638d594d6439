package countersign.delivery;

import static countersign.request.RequestState.COUNTERSIGNED;
import static countersign.request.RequestState.DECLINED;
import static countersign.request.RequestState.DRAFTED;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.approval.ApprovalFixtures;
import countersign.approval.ForgedApprovals;
import countersign.approval.JdbcApprovals.Signed;
import countersign.authority.Enrolment;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.passkey.PasskeyAssertion;
import countersign.passkey.TestPasskey;
import countersign.passkey.TestPasskey.Ceremony;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Approvals by passkeys count at the release exactly if their bytes verify. */
@Proves({"R50", "R51"})
class JdbcPasskeyApprovalIT {
  private static final Reviewer PAT = ApprovalFixtures.withPasskey("pat", Role.FIRST_REVIEWER);
  private static final Reviewer QUINN = ApprovalFixtures.withPasskey("quinn", Role.COUNTERSIGNER);

  @TempDir Path keys;
  private World world;
  private RequestKey first;
  private RequestKey second;

  @BeforeEach
  void one_request_has_two_approvals_by_passkeys() {
    world = new World(keys);
    world.approvals().holds(1);
    world.approvals().holds(2);
    FileId file = world.delivery().takes(2);
    first = key(file, 1);
    second = key(file, 2);
    approve(first);
  }

  private void approve(RequestKey key) {
    world.approvals().endorse(key, PAT);
    world.approvals().decisions().countersign(key, QUINN, world.approvals().no(key));
    world.assertThatRequest(key).is(COUNTERSIGNED);
  }

  @Test
  void what_two_people_approved_with_their_passkeys_leaves() {
    world.approvals().endorse(second, ApprovalFixtures.ADAMS);
    world.approvals().decisions().countersign(second, QUINN, world.approvals().no(second));

    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    assertThat(world.list("select request from response_item where outcome = 'DISCLOSED'"))
        .containsExactlyInAnyOrder(first.toString(), second.toString());
    assertThat(world.ledger().reader().history(second.toString()))
        .extracting(event -> event.facts().getOrDefault("signedWith", ""))
        .contains("PASSWORD", "PASSKEY");
  }

  private static Stream<Arguments> cheats() {
    return Stream.of(
        cheat("of another statement", signed -> with(signed, statement -> new byte[] {1})),
        cheat("made on another page", signed -> as(signed, "http://evil.example", "localhost")),
        cheat("made for another domain", signed -> as(signed, TestPasskey.ORIGIN, "evil.example")),
        cheat(
            "of a person who was not verified",
            signed ->
                as(signed, new Ceremony(TestPasskey.ORIGIN, "localhost", "webauthn.get", 1, ""))),
        cheat(
            "by a stranger's passkey",
            signed ->
                new Signed(
                    signed.statement(),
                    TestPasskey.es256("stranger").sign(signed.statement()),
                    signed.keyId())),
        cheat(
            "cut short",
            signed ->
                new Signed(
                    signed.statement(),
                    Arrays.copyOf(signed.signature(), signed.signature().length - 9),
                    signed.keyId())),
        cheat(
            "by nothing", signed -> new Signed(signed.statement(), new byte[64], signed.keyId())));
  }

  private static Arguments cheat(String name, UnaryOperator<Signed> cheat) {
    return Arguments.of(name, cheat);
  }

  private static TestPasskey keyOf(Signed signed) {
    return Stream.of("pat", "quinn")
        .map(TestPeople::passkey)
        .filter(one -> one.passkey().fingerprint().equals(signed.keyId()))
        .findFirst()
        .orElseThrow();
  }

  private static Signed with(Signed signed, UnaryOperator<byte[]> other) {
    return new Signed(
        signed.statement(), keyOf(signed).sign(other.apply(signed.statement())), signed.keyId());
  }

  private static Signed as(Signed signed, String origin, String rpId) {
    return as(signed, new Ceremony(origin, rpId, "webauthn.get", 5, ""));
  }

  private static Signed as(Signed signed, Ceremony ceremony) {
    PasskeyAssertion made = keyOf(signed).sign(signed.statement(), ceremony);
    return new Signed(signed.statement(), made.write(), signed.keyId());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cheats")
  void an_assertion_does_not_count(String name, UnaryOperator<Signed> cheat) {
    new ForgedApprovals(world).resigned(first, cheat);

    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    isNotReleased(DECLINED, "WRONG_SIGNATURE");
  }

  @Test
  void the_assertions_of_another_request_do_not_count() {
    approve(second);
    new ForgedApprovals(world).copied(second, first);

    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    assertThat(world.list("select request from response_item where outcome = 'DISCLOSED'"))
        .containsExactly(second.toString());
  }

  @Test
  void a_passkey_that_no_register_lists_signs_nothing() {
    new ForgedApprovals(world)
        .resigned(
            first,
            signed -> {
              TestPasskey own = TestPasskey.edDsa("forger");
              return new Signed(
                  signed.statement(), own.sign(signed.statement()), own.passkey().fingerprint());
            });

    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    isNotReleased(DECLINED, "KEY_NOT_ENROLLED");
  }

  @Test
  void a_passkey_that_was_withdrawn_needs_two_new_approvals() {
    world.passes(Duration.ofHours(12));
    releasesUnder(
        new Enrolment(
            7,
            List.of(
                TestPeople.withPasskey("pat", LocalDate.MAX),
                TestPeople.withPasskey("quinn", LocalDate.parse("2026-11-24"))),
            Set.of()));

    isNotReleased(DRAFTED, "KEY_RETIRED");
  }

  @Test
  void in_production_a_key_that_a_password_opens_does_not_count() {
    world.approvals().endorse(second, ApprovalFixtures.ADAMS);
    world.approvals().decisions().countersign(second, QUINN, world.approvals().no(second));
    world.passes(Duration.ofHours(7));
    releasesUnder(TestPeople.enrolment(true));

    assertThat(world.list("select request from response_item where outcome = 'DISCLOSED'"))
        .containsExactly(first.toString());
    assertThat(world.ledger().reader().history(second.toString()))
        .anySatisfy(event -> assertThat(event.facts()).containsEntry("cause", "KEY_NOT_ENROLLED"));
  }

  private void releasesUnder(Enrolment enrolment) {
    Delivery steps =
        world
            .delivery()
            .under(
                TestAuthority.enrolling(
                    enrolment,
                    Map.of(
                        "OFF-0401",
                        world.authority().officer("OFF-0401").orElseThrow().keys().get(0)),
                    world.authority().partner(TestAuthority.PARTNER).orElseThrow().agencyKeys()));
    steps.releaseDue();
    steps.release(new GroupId(first.file(), 1));
  }

  private void isNotReleased(RequestState state, String cause) {
    assertThat(world.list("select request from response_item where outcome = 'DISCLOSED'"))
        .isEmpty();
    world.assertThatRequest(first).is(state);
    assertThat(world.ledger().reader().history(first.toString()))
        .anySatisfy(event -> assertThat(event.facts()).containsEntry("cause", cause));
  }
}
