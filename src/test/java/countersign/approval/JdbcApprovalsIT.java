package countersign.approval;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;
import static countersign.approval.ApprovalFixtures.CLARK;
import static countersign.approval.ApprovalFixtures.COUNSEL;
import static countersign.request.RequestState.DRAFTED;
import static countersign.request.RequestState.ENDORSED;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.Proves;
import countersign.authority.Schedule;
import countersign.authority.TestAuthority;
import countersign.request.FileId;
import countersign.request.ReasonCode;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R50 to R53: two different people approve the same bytes in time, and a denial is final. */
@Proves({"R50", "R51", "R52", "R53"})
class JdbcApprovalsIT {
  @TempDir Path keys;
  private World world;
  private Approvals approvals;
  private RequestKey key;
  private RequestKey unmatched;

  @BeforeEach
  void two_requests_were_looked_up_and_one_was_confirmed() {
    world = new World(keys);
    world.approvals().holds(1);
    FileId file = world.delivery().takes(2);
    approvals = world.approvals().decisions();
    key = World.key(file, 1);
    unmatched = World.key(file, 2);
  }

  @Test
  void reviewers_see_the_request_the_evidence_and_the_exact_draft() {
    CaseFile seen = approvals.caseOf(key).orElseThrow();

    assertThat(seen.state()).isEqualTo(RequestState.DRAFTED);
    assertThat(seen.asked().request().reason()).startsWith("Case HSI-2026-000001");
    assertThat(seen.asked().agreement()).isEqualTo("irs-ice-2025");
    assertThat(seen.evidence()).contains("ADDRESS_OF_TAXPAYER", "Elm Rd");
    assertThat(new String(seen.draft().item(), StandardCharsets.UTF_8))
        .contains("\"line1\":\"1 ELM RD\"");
    CaseFile other = approvals.caseOf(unmatched).orElseThrow();
    assertThat(other.draft()).isNull();
    assertThat(other.internalReason()).isEqualTo(ReasonCode.M301_NO_RECORD_TIN.name());
  }

  @Test
  void each_role_has_its_own_work_list() {
    assertThat(approvals.workList(ADAMS)).extracting(WorkItem::key).containsExactly(key);
    assertThat(approvals.workList(BAKER)).isEmpty();

    world.approvals().endorse(key, ADAMS);

    assertThat(approvals.workList(ADAMS)).isEmpty();
    assertThat(approvals.workList(BAKER))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.state()).isEqualTo(RequestState.ENDORSED);
              assertThat(item.draftSha256()).isEqualTo(world.approvals().hash(key));
              assertThat(item.expiresAt())
                  .isEqualTo(world.clock().instant().plus(Duration.ofHours(24)));
            });
  }

  @Test
  void one_person_cannot_give_both_approvals() {
    world.approvals().endorse(key, CLARK);

    ApprovalOutcome second = approvals.countersign(key, CLARK, world.approvals().no(key));

    assertThat(second.code()).contains(ReasonCode.D404_SAME_APPROVER);
    assertThat(second.message())
        .isEqualTo(
            "D404_SAME_APPROVER  Request DHS-ICE_T_20261124_0001/R-000001: both approvals would be by clark, who endorsed it at 2026-11-24T15:00:00Z. A second, different reviewer must approve before 2026-11-25T15:00:00Z, when the first approval expires. Nothing was released.");
    world.assertThatRequest(key).is(ENDORSED);
    assertThat(approvals.workList(CLARK)).isEmpty();
  }

  @Test
  void a_role_allows_each_step_and_some_roles_exclude_reviewing() {
    assertThat(approvals.endorse(key, BAKER, world.approvals().no(key)))
        .isInstanceOf(ApprovalOutcome.WrongRole.class);
    for (Role other : List.of(Role.SUBMITTER, Role.OPERATOR, Role.RULE_EDITOR, Role.AUDITOR)) {
      Reviewer both = new Reviewer("eve", Set.of(Role.FIRST_REVIEWER, other));
      assertThat(approvals.endorse(key, both, world.approvals().no(key)))
          .as("%s never reviews", other)
          .isInstanceOf(ApprovalOutcome.WrongPerson.class);
    }
    Reviewer requester = new Reviewer("hoa-001", Set.of(Role.FIRST_REVIEWER));
    assertThat(approvals.endorse(key, requester, world.approvals().no(key)))
        .isInstanceOf(ApprovalOutcome.WrongPerson.class);
    Reviewer auditor = new Reviewer("frank", Set.of(Role.AUDITOR));
    assertThat(approvals.deny(key, auditor, "No.")).isInstanceOf(ApprovalOutcome.WrongRole.class);
    world.assertThatRequest(key).is(DRAFTED);
  }

  @Test
  void a_reviewer_approves_at_most_one_case_per_reviewing_floor() {
    Schedule shipped = TestAuthority.schedule(null);
    world = new World(keys, withFloor(shipped, Duration.ofSeconds(20)));
    world.approvals().holds(1);
    world.approvals().holds(2);
    FileId file = world.delivery().takes(2);
    RequestKey first = World.key(file, 1);
    RequestKey second = World.key(file, 2);
    Instant drafted = world.clock().instant();

    assertThat(world.approvals().decisions().endorse(first, ADAMS, world.approvals().no(first)))
        .isEqualTo(new ApprovalOutcome.TooSoon(first, drafted.plusSeconds(20)));
    world.passes(Duration.ofSeconds(20));
    assertThat(world.approvals().decisions().endorse(first, ADAMS, world.approvals().no(first)))
        .isInstanceOf(ApprovalOutcome.Done.class);
    assertThat(world.approvals().decisions().endorse(second, ADAMS, world.approvals().no(second)))
        .isEqualTo(new ApprovalOutcome.TooSoon(second, drafted.plusSeconds(40)));
    assertThat(world.approvals().decisions().countersign(first, BAKER, world.approvals().no(first)))
        .isEqualTo(new ApprovalOutcome.TooSoon(first, drafted.plusSeconds(40)));
    world.assertThatRequest(second).is(DRAFTED);

    world.passes(Duration.ofSeconds(20));
    assertThat(world.approvals().decisions().endorse(second, ADAMS, world.approvals().no(second)))
        .isInstanceOf(ApprovalOutcome.Done.class);
    assertThat(world.approvals().decisions().countersign(first, BAKER, world.approvals().no(first)))
        .isInstanceOf(ApprovalOutcome.Done.class);
    assertThat(world.approvals().decisions().deny(second, BAKER, "A no needs no waiting."))
        .isInstanceOf(ApprovalOutcome.Done.class);
  }

  private static Schedule withFloor(Schedule from, Duration floor) {
    return new Schedule(
        from.releaseTimes(),
        from.releaseEvery(),
        from.answerWithin(),
        from.negativesWhenAllDecided(),
        from.decideHeldWithin(),
        from.approvalLapses(),
        from.reviewAfter(),
        floor,
        from.cover());
  }

  @Test
  void an_approval_of_an_outdated_draft_is_rejected() {
    ApprovalOutcome outcome =
        approvals.endorse(key, ADAMS, new Decision("00".repeat(32), "Seen.", false, false));

    assertThat(outcome).isEqualTo(new ApprovalOutcome.StaleDraft(key, world.approvals().hash(key)));
    world.assertThatRequest(key).is(DRAFTED);
  }

  @Test
  void a_decision_needs_both_answers_and_a_reason() {
    String hash = world.approvals().hash(key);

    assertThat(approvals.endorse(key, ADAMS, new Decision(hash, "Seen.", false, null)))
        .isInstanceOf(ApprovalOutcome.Unanswered.class);
    assertThat(approvals.endorse(key, ADAMS, new Decision(hash, " ", false, false)))
        .isInstanceOf(ApprovalOutcome.NoReason.class);
    assertThat(approvals.deny(key, ADAMS, "")).isInstanceOf(ApprovalOutcome.NoReason.class);
    world.assertThatRequest(key).is(DRAFTED);
  }

  @Test
  void a_yes_to_either_question_denies_the_request() {
    assertThat(
            approvals.endorse(
                key, ADAMS, new Decision(world.approvals().hash(key), "Source.", true, false)))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.DECLINED));
    assertThat(approvals.caseOf(key).orElseThrow().approvals())
        .singleElement()
        .satisfies(
            approval -> {
              assertThat(approval.code()).isEqualTo(ReasonCode.D401_IMPAIRMENT.name());
              assertThat(approval.reason()).isEqualTo("Source.");
            });
  }

  @Test
  void a_denial_is_final() {
    world.approvals().endorse(key, ADAMS);

    assertThat(approvals.deny(key, COUNSEL, "Not lawful."))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.DECLINED));
    assertThat(approvals.deny(key, COUNSEL, "Not lawful."))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.DECLINED));
    assertThat(approvals.deny(key, CLARK, "Not lawful."))
        .isEqualTo(new ApprovalOutcome.WrongState(key, RequestState.DECLINED));
    assertThat(approvals.countersign(key, BAKER, world.approvals().no(key)))
        .isEqualTo(new ApprovalOutcome.Vetoed(key.toString()));
    assertThat(approvals.deny(unmatched, ADAMS, "No."))
        .isEqualTo(new ApprovalOutcome.WrongState(unmatched, RequestState.UNMATCHED));
    assertThat(world.work("countersign")).isEmpty();
  }

  @Test
  void a_repeated_decision_counts_once_and_every_decision_is_an_event() {
    world.approvals().endorse(key, ADAMS);
    assertThat(world.approvals().endorse(key, ADAMS))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.ENDORSED));
    approvals.countersign(key, BAKER, world.approvals().no(key));
    assertThat(approvals.countersign(key, BAKER, world.approvals().no(key)))
        .isEqualTo(new ApprovalOutcome.Done(key, RequestState.COUNTERSIGNED));

    assertThat(events()).containsExactly("endorse", "countersign");
    assertThat(world.list("select step from approval order by number"))
        .containsExactly("ENDORSE", "COUNTERSIGN");
    assertThat(world.list("select stage from work where id = ?", key.toString())).isEmpty();
  }

  @Test
  void an_approval_expires_after_a_day_and_a_first_reviewer_endorses_again() {
    world.approvals().endorse(key, ADAMS);
    world.passes(Duration.ofHours(24));

    assertThat(approvals.countersign(key, BAKER, world.approvals().no(key)))
        .isEqualTo(new ApprovalOutcome.Expired(key));
    world.assertThatRequest(key).is(DRAFTED);
    assertThat(approvals.expire()).isZero();

    world.approvals().endorse(key, ADAMS);
    approvals.countersign(key, BAKER, world.approvals().no(key));
    world.passes(Duration.ofHours(25));
    assertThat(approvals.expire()).isEqualTo(1);
    assertThat(world.work("endorse")).containsExactly(key.toString());
    assertThat(events()).containsExactly("endorse", "lapse", "endorse", "countersign", "lapse");
  }

  @Test
  void a_slice_that_is_queued_twice_is_drafted_once() {
    String hash = world.approvals().hash(key);
    world
        .jdbc()
        .sql("insert into work (stage, id) values ('lookup', 'DHS-ICE_T_20261124_0001/1')")
        .update();

    world.approvals().lookUp();

    assertThat(world.approvals().hash(key)).isEqualTo(hash);
    assertThat(world.work("lookup")).isEmpty();
    assertThat(world.list("select verb from event where verb = 'draft'")).hasSize(1);
  }

  private List<String> events() {
    return world.list("select verb from event where subject = ? order by id", key.toString());
  }
}
