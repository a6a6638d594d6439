package countersign.delivery;

import static countersign.request.RequestState.COUNTERSIGNED;
import static countersign.request.RequestState.DRAFTED;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.approval.Approval;
import countersign.approval.ApprovalFixtures;
import countersign.approval.Approvals;
import countersign.approval.ForgedApprovals;
import countersign.authority.TestPeople;
import countersign.disclosure.ExportedApprovals;
import countersign.disclosure.ExportedApprovals.Decision;
import countersign.request.RequestKey;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Genuine signatures from before a denial's lift, or a lapse, do not count once more. */
@Proves({"R9", "R51"})
class JdbcReplayedApprovalIT {
  private static final Reviewer SECOND = ApprovalFixtures.reviewer("ellis", Role.COUNSEL);
  private static final String COPIED_EVENTS =
      """
      insert into event (at, subject, verb, bytes)
      select at, subject, verb, bytes from event where verb in ('endorse', 'countersign') order by id
      """;

  @TempDir Path keys;
  private World world;
  private ForgedApprovals forger;
  private Approvals decisions;
  private RequestKey key;

  @BeforeEach
  void two_people_approved() {
    world = new World(keys);
    world.approvals().holds(1);
    key = key(world.delivery().takes(1), 1);
    forger = new ForgedApprovals(world);
    decisions = world.approvals().decisions();
    world.approvals().twoApprove(key);
  }

  @Test
  void the_application_role_does_not_copy_an_approval_or_number_a_decision() {
    counselDeniesAndLifts();

    assertThatThrownBy(() -> forger.copied(key, key))
        .rootCause()
        .hasMessageContaining("approval_once");
    assertThatThrownBy(
            () ->
                world
                    .jdbc()
                    .sql(
                        "insert into approval (number, id, step, account, draft_sha256, reason_sealed, at) overriding system value select 99, id, 'LAPSE', 'gateway', sha256, '', now() from draft")
                    .update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void approvals_from_before_a_lift_that_are_stored_again_with_their_events_do_not_count() {
    counselDeniesAndLifts();
    replays();
    world.jdbc().sql(COPIED_EVENTS).update();

    isNotReleased("SIGNED_TWICE");
  }

  @Test
  void approvals_from_before_a_lift_that_are_stored_again_alone_do_not_count() {
    counselDeniesAndLifts();
    replays();

    isNotReleased("SIGNED_TWICE");
  }

  @Test
  void approvals_do_not_count_if_only_the_rows_of_the_lift_are_gone() {
    counselDeniesAndLifts();
    world
        .tampering()
        .sql("delete from approval where step not in ('ENDORSE', 'COUNTERSIGN', 'DECLINE')")
        .update();
    world.tampering().sql("delete from approval where step = 'DECLINE'").update();
    world.tampering().sql("delete from event where verb = 'decline'").update();
    forger.states(key, "ENDORSED", "COUNTERSIGNED");

    isNotReleased("OLDER_THAN_LAST_DECISION");
  }

  @Test
  void approvals_without_their_events_do_not_count() {
    world.tampering().sql("delete from event where verb = 'endorse'").update();

    releases();

    assertThat(disclosed()).isEmpty();
    assertThat(causes()).containsExactly("NOT_RECORDED");
  }

  @Test
  void two_new_approvals_after_the_lift_count() {
    counselDeniesAndLifts();
    world.passes(Duration.ofMinutes(5));
    world.approvals().twoApprove(key);

    releases();

    assertThat(disclosed()).containsExactly(key.toString());
  }

  @Test
  void an_export_counts_no_approval_that_is_copied_or_ended() {
    List<Decision> approvals = exported();
    assertThat(areTwo(approvals)).isTrue();
    assertThat(areTwo(List.of(approvals.get(0), approvals.get(0), approvals.get(1)))).isFalse();

    counselDeniesAndLifts();

    assertThat(exported()).hasSize(5);
    assertThat(areTwo(exported())).isFalse();
  }

  /** All decisions, with nothing that says which of them count. */
  private List<Decision> exported() {
    return decisions.caseOf(key).orElseThrow().approvals().stream()
        .map(Approval::signed)
        .map(one -> new Decision(one.statement(), one.signature(), one.keyId(), false))
        .toList();
  }

  private static boolean areTwo(List<Decision> decisions) {
    return new ExportedApprovals(decisions, environment -> TestPeople.enrolment()).areTwo();
  }

  private void counselDeniesAndLifts() {
    world.passes(Duration.ofMinutes(5));
    decisions.deny(key, ApprovalFixtures.COUNSEL, "Not lawful.");
    decisions.reconsider(key, ApprovalFixtures.COUNSEL, "A second look.");
    decisions.lift(key, SECOND, "It is lawful.");
    world.assertThatRequest(key).is(DRAFTED);
  }

  /** The owner removes the index that keeps a decision from being stored twice. */
  private void replays() {
    world.tampering().sql("drop index approval_once").update();
    world
        .jdbc()
        .sql(
            """
            insert into approval (id, step, account, draft_sha256, reason_sealed, identifies_informant,
              impairs_investigation, at, lapses_at, statement, signature, key_id)
            select id, step, account, draft_sha256, reason_sealed, identifies_informant,
              impairs_investigation, at, lapses_at, statement, signature, key_id from approval
            where step in ('ENDORSE', 'COUNTERSIGN') order by number
            """)
        .update();
    forger.states(key, "ENDORSED", "COUNTERSIGNED");
    world.assertThatRequest(key).is(COUNTERSIGNED);
  }

  private void isNotReleased(String cause) {
    releases();

    assertThat(disclosed()).isEmpty();
    world.assertThatRequest(key).is(DRAFTED);
    assertThat(causes()).containsExactly(cause);
  }

  private List<String> causes() {
    return world.ledger().reader().history(key.toString()).stream()
        .filter(event -> event.facts().containsKey("cause"))
        .map(event -> event.facts().get("cause"))
        .toList();
  }

  private void releases() {
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
  }

  private List<String> disclosed() {
    return world.list("select request from response_item where outcome = 'DISCLOSED'");
  }
}
