package countersign.delivery;

import static countersign.request.RequestState.COUNTERSIGNED;
import static countersign.request.RequestState.DECLINED;
import static countersign.request.RequestState.DELIVERED;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.TestDatabase;
import countersign.approval.ApprovalFixtures;
import countersign.approval.Decision;
import countersign.approval.ForgedApprovals;
import countersign.authority.Authority;
import countersign.authority.PinnedKey;
import countersign.authority.TestAuthority;
import countersign.authority.TestPeople;
import countersign.crypto.Ed25519;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.Held;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be done with the application's database role does not make an address leave. */
@Proves({"R50", "R51", "R52", "R53"})
class JdbcForgedApprovalIT {
  @TempDir Path keys;
  private World world;
  private ForgedApprovals forger;
  private RequestKey first;
  private RequestKey second;

  @BeforeEach
  void two_requests_were_drafted() {
    world = new World(keys);
    world.approvals().holds(1);
    world.approvals().holds(2);
    FileId file = world.delivery().takes(2);
    first = key(file, 1);
    second = key(file, 2);
    forger = new ForgedApprovals(world);
  }

  @Test
  void two_rows_inserted_with_the_application_role_do_not_make_an_address_leave() {
    forger.row(first, "ENDORSE", "adams");
    forger.row(first, "COUNTERSIGN", "baker");
    forger.states(first, "ENDORSED", "COUNTERSIGNED");
    world.approvals().twoApprove(second);

    releases();

    assertThat(disclosed()).as("the other request leaves").containsExactly(second.toString());
    isDenied(first, "NOT_SIGNED");
  }

  @Test
  void a_case_with_forged_rows_can_still_be_read_and_denied() {
    forger.row(first, "ENDORSE", "adams");
    forger.row(first, "DECLINE", "baker");

    assertThat(world.approvals().decisions().caseOf(first).orElseThrow().approvals())
        .hasSize(2)
        .allMatch(row -> row.reason().contains("run ledger verify"));
    world.approvals().decisions().deny(first, ApprovalFixtures.COUNSEL, "Not lawful.");
    world.assertThatRequest(first).is(DECLINED);
  }

  @Test
  void the_approvals_of_another_request_do_not_count() {
    world.approvals().twoApprove(second);
    forger.copied(second, first);
    forger.states(first, "ENDORSED", "COUNTERSIGNED");

    releases();

    assertThat(disclosed()).containsExactly(second.toString());
    isDenied(first, "OTHER_SUBJECT");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"expiresAt\":\"2026', '\"expiresAt\":\"2036'",
    "'\"account\":\"', '\"account\":\"x'",
    "'\"draftSha256\":\"', '\"draftSha256\":\"0'",
    "'\"person\":\"p-', '\"person\":\"q-'",
    "'OFF-0401', 'OFF-0402'",
    "'\"at\":\"2026', '\"at\":\"2025'"
  })
  void a_statement_that_was_changed_after_it_was_signed_does_not_count(String from, String to) {
    world.approvals().twoApprove(first);
    forger.changed(
        first,
        statement -> {
          assertThat(statement).contains(from);
          return statement.replace(from, to);
        });

    releases();

    assertThat(disclosed()).isEmpty();
    isDenied(first, "WRONG_SIGNATURE");
  }

  @Test
  void an_expired_approval_with_a_later_time_in_its_columns_does_not_count() {
    world.approvals().twoApprove(first);
    superuser(
        "update approval set lapses_at = lapses_at + interval '9 years', at = at + interval '2"
            + " days'");
    world.passes(Duration.ofHours(25));

    releases();

    assertThat(disclosed()).isEmpty();
  }

  @Test
  void a_key_that_is_not_enrolled_signs_nothing() {
    world.approvals().twoApprove(first);
    forger.signed(first, Ed25519.generate(), true);

    releases();

    assertThat(disclosed()).isEmpty();
    isDenied(first, "KEY_NOT_ENROLLED");
  }

  @Test
  void a_signature_by_another_key_than_the_named_one_does_not_count() {
    world.approvals().twoApprove(first);
    forger.signed(first, Ed25519.generate(), false);

    releases();

    assertThat(disclosed()).isEmpty();
    isDenied(first, "WRONG_SIGNATURE");
  }

  @Test
  void a_lift_that_no_counsel_signed_does_not_end_a_denial() {
    Decision no = world.approvals().no(first);
    world.approvals().decisions().deny(first, ApprovalFixtures.COUNSEL, "Not lawful.");
    forger.row(first, "RECONSIDER", "dunn");
    forger.row(first, "LIFT", "ellis");
    forger.states(first, "DRAFTED");
    world.approvals().decisions().endorse(first, ApprovalFixtures.ADAMS, no);
    world.approvals().decisions().countersign(first, ApprovalFixtures.BAKER, no);
    world.assertThatRequest(first).is(COUNTERSIGNED);

    releases();

    assertThat(disclosed()).isEmpty();
    isDenied(first, "DENIED");
  }

  @Test
  void a_request_that_the_rules_refuse_does_not_leave_whatever_its_state_says() {
    world.approvals().twoApprove(first);
    // The dates that the request states are in the future of this pick-up.
    superuser(
        """
        update file set received_at = received_at - interval '9 years';
        update event set bytes = convert_to(
            replace(replace(convert_from(bytes, 'UTF8'), '"at":"2026', '"at":"2017'), 'At":"2026', 'At":"2017'), 'UTF8')
          where verb = 'receive'\
        """);

    releases();

    assertThat(disclosed()).isEmpty();
    isDenied(first, "RULES_REFUSE");
  }

  @Test
  void a_response_that_was_turned_to_another_officer_is_not_sealed() {
    world.approvals().twoApprove(first);
    world.passes(Duration.ofHours(7));
    world.delivery().steps().releaseDue();
    world.delivery().steps().release(new GroupId(first.file(), 1));
    world.delivery().sealLedger();
    ResponseId response = ResponseId.parse(world.list("select id from response").get(0));
    superuser("update response set officers = '{OFF-0402}'");

    assertThatThrownBy(() -> world.delivery().under(twoOfficers()).seal(response))
        .isInstanceOf(Held.class)
        .hasMessageStartingWith("D411_APPROVAL_NOT_VERIFIED")
        .hasMessageContaining("(%s: OFFICER_KEY_CHANGED). Nothing was sealed.".formatted(first));

    superuser("update response set officers = '{OFF-0401}'");
    world.delivery().under(twoOfficers()).seal(response);
    assertThat(world.list("select state from response")).containsExactly("SEALED");
  }

  /** OFF-0402 is a second officer, with a key of its own. */
  private Authority twoOfficers() {
    PinnedKey one = world.authority().officer("OFF-0401").orElseThrow().keys().get(0);
    PinnedKey agency =
        world.authority().partner(TestAuthority.PARTNER).orElseThrow().agencyKeys().get(0);
    return TestAuthority.enrolling(
        TestPeople.enrolment(), Map.of("OFF-0401", one, "OFF-0402", agency), List.of(agency));
  }

  @Test
  void nobody_changes_or_removes_a_decision() {
    world.approvals().twoApprove(first);
    for (String cheat : List.of("update approval set account = 'clark'", "delete from approval")) {
      assertThatThrownBy(() -> world.jdbc().sql(cheat).update())
          .rootCause()
          .hasMessageContaining("permission denied");
      assertThatThrownBy(
              () ->
                  JdbcClient.create(TestDatabase.asSuperuser(world.database())).sql(cheat).update())
          .rootCause()
          .hasMessageContaining("rows of approval are never changed");
    }
  }

  private void releases() {
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
  }

  private List<String> disclosed() {
    return world.list("select request from response_item where outcome = 'DISCLOSED'");
  }

  private void isDenied(RequestKey key, String cause) {
    world.assertThatRequest(key).is(DECLINED);
    assertThat(world.ledger().reader().history(key.toString()))
        .filteredOn(event -> cause.equals(event.facts().get("cause")))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.facts()).containsEntry("code", "D411_APPROVAL_NOT_VERIFIED");
              assertThat(event.actor().id()).isEqualTo("gateway");
            });
    world.passes(Duration.ofDays(31));
    world.delivery().runs();
    world.assertThatRequest(key).is(DELIVERED);
    assertThat(world.list("select outcome from response_item where request = ?", key.toString()))
        .as("answered like any other no")
        .containsExactly("NOT_DISCLOSED");
  }

  private void superuser(String sql) {
    JdbcClient.create(TestDatabase.asSuperuser(world.database()))
        .sql("set session_replication_role = replica; " + sql)
        .update();
  }
}
