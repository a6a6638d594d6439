package countersign.approval;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;
import static countersign.approval.ApprovalFixtures.CLARK;
import static countersign.approval.ApprovalFixtures.COUNSEL;
import static countersign.request.RequestState.COUNTERSIGNED;
import static countersign.request.RequestState.DECLINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import countersign.Proves;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.testkit.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R9: counsel's denial blocks everyone, and only the same counsel and a second counsel lift it. */
@Proves("R9")
class JdbcVetoIT {
  private static final Reviewer SECOND = TestSigner.reviewer("ellis", Role.COUNSEL);
  private static final Reviewer OPERATOR = new Reviewer("oscar", Set.of(Role.OPERATOR));
  private static final String ATTEMPTS =
      "select id, convert_from(bytes, 'UTF8')::jsonb as body from event where verb = 'attempt'";

  @TempDir Path keys;
  private World world;
  private Approvals approvals;
  private RequestKey key;

  @BeforeEach
  void counsel_denies_a_request_that_one_reviewer_endorsed() {
    world = new World(keys);
    world.approvals().holds(1);
    FileId file = world.delivery().takes(2);
    approvals = world.approvals().decisions();
    key = World.key(file, 1);
    world.approvals().endorse(key, ADAMS);
    approvals.deny(key, COUNSEL, "Not lawful.");
  }

  @Test
  void an_attempt_to_get_past_the_denial_is_answered_and_recorded() {
    ApprovalOutcome denied = approvals.countersign(key, BAKER, world.approvals().no(key));

    assertThat(denied.code()).contains(ReasonCode.A110_COUNSEL_REFUSED);
    assertThat(denied.message())
        .isEqualTo(
            "A110_COUNSEL_REFUSED  DHS-ICE_T_20261124_0001/R-000001: counsel denied it. Only the same counsel together with a second counsel can lift the denial, and only before it is answered. The attempt is recorded; nothing was changed.");
    assertThat(approvals.endorse(key, CLARK, world.approvals().no(key))).isEqualTo(denied);
    assertThat(approvals.lift(key, ADAMS, "I would.")).isEqualTo(denied);
    assertThat(approvals.attempted(key, BAKER, "take")).contains(denied);
    world.assertThatRequest(key).is(DECLINED);
    assertThat(attempts())
        .containsExactly("baker countersign", "clark endorse", "adams lift", "baker take")
        .allSatisfy(one -> assertThat(one).doesNotContain("Garcia"));
    assertThat(world.work("endorse")).isEmpty();
  }

  @Test
  void an_operators_attempt_is_recorded_and_the_answer_does_not_reveal_the_denial() {
    assertThat(approvals.endorse(key, OPERATOR, world.approvals().no(key)))
        .isEqualTo(new ApprovalOutcome.WrongRole(key, Role.FIRST_REVIEWER));
    assertThat(approvals.attempted(key, OPERATOR, "take")).isEmpty();

    assertThat(attempts()).containsExactly("oscar endorse", "oscar take");
    assertThat(world.list("select body -> 'facts' ->> 'code' from (" + ATTEMPTS + ") one"))
        .containsOnly("A110_COUNSEL_REFUSED");
  }

  @Test
  void a_reviewers_denial_is_not_a_veto_and_cannot_be_lifted() {
    RequestKey other = anotherCase();
    approvals.deny(other, ADAMS, "No.");

    assertThat(approvals.endorse(other, CLARK, world.approvals().no(other)))
        .isEqualTo(new ApprovalOutcome.WrongState(other, RequestState.DECLINED));
    assertThat(approvals.reconsider(other, COUNSEL, "Why not."))
        .isEqualTo(new ApprovalOutcome.WrongState(other, RequestState.DECLINED));
    assertThat(approvals.attempted(other, BAKER, "take")).isEmpty();
  }

  @Test
  void one_counsel_alone_cannot_lift_a_denial() {
    assertThat(approvals.lift(key, SECOND, "Lawful."))
        .isEqualTo(new ApprovalOutcome.NotOfRecord(key, "dunn"));
    assertThat(approvals.reconsider(key, SECOND, "Lawful."))
        .isEqualTo(new ApprovalOutcome.NotOfRecord(key, "dunn"));
    assertThat(approvals.reconsider(key, COUNSEL, " "))
        .isEqualTo(new ApprovalOutcome.NoReason(key));
    assertThat(approvals.reconsider(key, COUNSEL, "The order was corrected."))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.DECLINED));
    assertThat(approvals.reconsider(key, COUNSEL, "Once more."))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.DECLINED));
    assertThat(approvals.lift(key, COUNSEL, "And again.").code())
        .contains(ReasonCode.D404_SAME_APPROVER);
    Reviewer operating = new Reviewer("eve", Set.of(Role.COUNSEL, Role.OPERATOR));
    assertThat(approvals.lift(key, operating, "Me."))
        .isInstanceOf(ApprovalOutcome.WrongPerson.class);

    world.assertThatRequest(key).is(DECLINED);
    assertThat(approvals.workList(COUNSEL)).isEmpty();
    assertThat(approvals.workList(SECOND)).extracting(WorkItem::key).containsExactly(key);
    assertThat(events("reconsider")).hasSize(1);
    assertThat(attempts())
        .containsExactly("ellis lift", "ellis reconsider", "dunn lift", "eve lift");
  }

  @Test
  void two_counsel_lift_a_denial_and_two_new_approvals_are_needed() throws IOException {
    approvals.reconsider(key, COUNSEL, "The order was corrected.");
    assertThat(approvals.lift(key, SECOND, "")).isEqualTo(new ApprovalOutcome.NoReason(key));
    assertThat(approvals.lift(key, SECOND, "I have read it."))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.DRAFTED));
    assertThat(approvals.lift(key, SECOND, "I have read it."))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.DRAFTED));

    assertThat(world.work("endorse")).containsExactly(key.toString());
    assertThat(events("lift")).hasSize(1);
    assertThat(approvals.countersign(key, BAKER, world.approvals().no(key)))
        .isEqualTo(new ApprovalOutcome.WrongState(key, RequestState.DRAFTED));
    assertThat(approvals.caseOf(key).orElseThrow().approvals())
        .extracting(Approval::step, Approval::reason, Approval::isVoid)
        .containsExactly(
            tuple("ENDORSE", "Seen and compared.", true),
            tuple("DECLINE", "Not lawful.", true),
            tuple("RECONSIDER", "The order was corrected.", true),
            tuple("LIFT", "I have read it.", false));
    world.approvals().twoApprove(key);
    world.assertThatRequest(key).is(COUNTERSIGNED);
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
    assertThat(world.delivery().opened(world.delivery().responses().get(0), world.keys().officer()))
        .contains("\"DISCLOSED\"");
  }

  @Test
  void counsel_can_deny_again_and_two_counsel_can_lift_again() {
    for (int round = 0; round < 2; round++) {
      approvals.reconsider(key, COUNSEL, "Corrected.");
      assertThat(approvals.lift(key, SECOND, "Read.")).isInstanceOf(ApprovalOutcome.Done.class);
      approvals.deny(key, COUNSEL, "Not so.");
      world.assertThatRequest(key).is(DECLINED);
    }
    assertThat(approvals.lift(key, SECOND, "Read."))
        .isEqualTo(new ApprovalOutcome.NotOfRecord(key, "dunn"));
  }

  @Test
  void a_denial_cannot_be_lifted_once_its_answer_is_due_or_released() throws IOException {
    approvals.reconsider(key, COUNSEL, "The order was corrected.");
    world.passes(Duration.ofDays(31));
    assertThat(approvals.lift(key, SECOND, "Late.")).isEqualTo(new ApprovalOutcome.TooLate(key));

    world.delivery().runs();
    assertThat(world.delivery().opened(world.delivery().responses().get(0), world.keys().officer()))
        .contains("M399_NOT_DISCLOSED")
        .doesNotContain("A110", "ELM RD");
    assertThat(approvals.lift(key, SECOND, "Too late."))
        .isEqualTo(new ApprovalOutcome.WrongState(key, RequestState.DELIVERED));
    assertThat(approvals.endorse(key, CLARK, world.approvals().no(key)))
        .isEqualTo(new ApprovalOutcome.WrongState(key, RequestState.DELIVERED));
    assertThat(attempts()).isEmpty();
  }

  @Test
  void counsels_denial_before_the_look_up_is_also_protected() {
    String codes = " = array['A110_COUNSEL_REFUSED'], state = 'REFUSED' where id = ?";
    FileId file = key.file();
    world.tampering().sql("update request_status set codes" + codes).param("" + key).update();
    assertThat(approvals.attempted(file, BAKER, "take")).isEmpty();
    world.tampering().sql("update file set file_codes" + codes).param("" + file).update();

    assertThat(approvals.attempted(file, BAKER, "take"))
        .contains(new ApprovalOutcome.Vetoed(file.value()));
    assertThat(approvals.attempted(key, BAKER, "take"))
        .contains(new ApprovalOutcome.Vetoed(key.toString()));
    assertThat(approvals.reconsider(key, COUNSEL, "Corrected."))
        .as("it was answered with its acknowledgement")
        .isEqualTo(new ApprovalOutcome.WrongState(key, RequestState.REFUSED));
    assertThat(attempts()).containsExactly("baker take", "baker take");
  }

  private RequestKey anotherCase() {
    World fresh = new World(keys);
    fresh.approvals().holds(1);
    world = fresh;
    approvals = fresh.approvals().decisions();
    return World.key(fresh.delivery().takes(1), 1);
  }

  private List<String> attempts() {
    return world.list(
        "select substring(body ->> 'actor', 8) || ' ' || (body -> 'facts' ->> 'step') from (%s) one order by id"
            .formatted(ATTEMPTS));
  }

  private List<String> events(String verb) {
    return world.list(
        "select verb from event where subject = ? and verb = ?", key.toString(), verb);
  }
}
