package countersign.reviewdesk;

import static countersign.approval.ApprovalFixtures.ADAMS;
import static countersign.approval.ApprovalFixtures.BAKER;
import static countersign.approval.ApprovalFixtures.COUNSEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.approval.ApprovalFixtures;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Approvals;
import countersign.approval.CaseFile;
import countersign.approval.Decision;
import countersign.approval.WorkItem;
import countersign.request.FileId;
import countersign.request.RequestKey;
import countersign.request.RequestState;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.testkit.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** Control cases look like requests, and nothing but their results comes of them. */
class JdbcControlCasesIT {
  private static final List<String> REAL =
      List.of(
          "request_status",
          "draft",
          "approval",
          "response",
          "response_item",
          "accounting_entry",
          "work");

  @TempDir Path keys;
  private World world;
  private DeskFixtures.Parts parts;
  private Approvals approvals;
  private RequestKey real;
  private RequestKey control;

  @BeforeEach
  void a_control_case_stands_beside_two_real_ones() {
    world = new World(keys);
    world.approvals().holds(1);
    world.approvals().holds(2);
    FileId file = world.delivery().takes(2);
    parts = DeskFixtures.on(world);
    approvals = parts.approvals();
    real = World.key(file, 1);
    parts.seeding().seedLike(real);
    control =
        approvals.workList(ADAMS).stream()
            .map(WorkItem::key)
            .filter(key -> !key.equals(real) && !key.equals(World.key(file, 2)))
            .findFirst()
            .orElseThrow();
  }

  private String hash() {
    return approvals.caseOf(control, ADAMS).orElseThrow().draft().sha256();
  }

  private Decision no() {
    return new Decision(hash(), "Seen and compared.", false, false);
  }

  private List<Long> rows() {
    return REAL.stream().map(table -> world.count("select count(*) from " + table)).toList();
  }

  @Test
  void it_has_an_id_and_a_form_like_the_requests_of_its_file() {
    CaseFile like = approvals.caseOf(real, ADAMS).orElseThrow();
    CaseFile made = approvals.caseOf(control, ADAMS).orElseThrow();

    assertThat(control.file()).isEqualTo(real.file());
    assertThat(control.requestId()).isEqualTo(World.key(real.file(), 3).requestId());
    assertThat(made.asked().agency()).isEqualTo(like.asked().agency());
    assertThat(made.asked().request().officers()).isEqualTo(like.asked().request().officers());
    assertThat(made.asked().request().subject()).isNotEqualTo(like.asked().request().subject());
    assertThat(made.asked().request().caseReference().number())
        .hasSameSizeAs(like.asked().request().caseReference().number())
        .isNotEqualTo(like.asked().request().caseReference().number());
    assertThat(shape(made.draft().item())).isEqualTo(shape(like.draft().item()));
    assertThat(made.evidence()).contains("ONE_LAST_KNOWN_ADDRESS").doesNotContain("false}");
  }

  private static String shape(byte[] item) {
    return new String(item, StandardCharsets.UTF_8).replaceAll(":\"[^\"]*\"", ":\"\"");
  }

  @Test
  void only_reviewers_meet_it() {
    assertThat(approvals.workList(BAKER)).isEmpty();
    assertThat(approvals.workList(COUNSEL)).extracting(WorkItem::key).doesNotContain(control);
    assertThat(approvals.caseOf(control, COUNSEL)).isEmpty();
    assertThat(approvals.deny(control, COUNSEL, "Not lawful."))
        .isEqualTo(new ApprovalOutcome.Unknown(control));
    Reviewer officer =
        ApprovalFixtures.reviewer("petra", Role.FIRST_REVIEWER, Role.PRIVACY_OFFICER);
    assertThat(approvals.workList(officer)).extracting(WorkItem::key).doesNotContain(control);
  }

  @Test
  void every_faulty_decision_gets_the_answer_that_a_request_gets() {
    assertThat(approvals.countersign(control, ADAMS, no()))
        .isEqualTo(new ApprovalOutcome.WrongRole(control, Role.COUNTERSIGNER));
    assertThat(approvals.endorse(control, ADAMS, new Decision("00", "Seen.", false, false)))
        .isEqualTo(new ApprovalOutcome.StaleDraft(control, hash()));
    assertThat(approvals.endorse(control, ADAMS, new Decision(hash(), "Seen.", null, false)))
        .isEqualTo(new ApprovalOutcome.Unanswered(control));
    assertThat(approvals.endorse(control, ADAMS, new Decision(hash(), "!", false, false)))
        .isEqualTo(new ApprovalOutcome.NoReason(control));
    assertThat(approvals.countersign(control, BAKER, no()))
        .isEqualTo(new ApprovalOutcome.WrongState(control, RequestState.DRAFTED));
    Reviewer unenrolled = new Reviewer("adams", Set.of(Role.FIRST_REVIEWER));
    assertThat(approvals.endorse(control, unenrolled, no()))
        .isInstanceOf(countersign.approval.NotEnrolled.class);
    world.vetoes(countersign.stops.Stop.Scope.FILE, control.file().value());
    assertThat(approvals.endorse(control, ADAMS, no()))
        .isEqualTo(new ApprovalOutcome.Vetoed(control.toString()));
  }

  @Test
  void two_approvals_release_nothing_and_are_the_privacy_officers_result() {
    List<Long> before = rows();

    assertThat(approvals.endorse(control, ADAMS, no()))
        .isEqualTo(new ApprovalOutcome.Done(control, RequestState.ENDORSED));
    assertThat(approvals.workList(BAKER)).extracting(WorkItem::key).containsExactly(control);
    approvals.caseOf(control, BAKER);
    assertThat(approvals.countersign(control, BAKER, no()))
        .isEqualTo(new ApprovalOutcome.Done(control, RequestState.COUNTERSIGNED));

    assertThat(rows()).isEqualTo(before);
    assertThat(parts.controls().results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.verdict()).isEqualTo(ControlResult.Verdict.APPROVED);
              assertThat(result.openedBy()).containsExactly("adams", "baker");
              assertThat(result.endorsedBy() + " " + result.countersignedBy())
                  .isEqualTo("adams baker");
            });
    assertThat(world.count("select count(*) from event where verb in ('endorse', 'countersign')"))
        .isZero();
    assertThat(world.count("select count(*) from event where verb = 'control'")).isEqualTo(2);
  }

  @Test
  void the_reviewer_who_denies_it_found_it() {
    approvals.endorse(control, ADAMS, no());
    assertThat(approvals.deny(control, BAKER, "The address is of nobody."))
        .isEqualTo(new ApprovalOutcome.Done(control, RequestState.DECLINED));

    assertThat(approvals.workList(BAKER)).isEmpty();
    assertThat(parts.controls().results())
        .extracting(ControlResult::verdict, ControlResult::foundBy)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(ControlResult.Verdict.FOUND, "baker"));
    assertThat(approvals.caseOf(control, ADAMS).orElseThrow().approvals())
        .extracting(row -> row.step() + " " + row.reason())
        .containsExactly("ENDORSE Seen and compared.", "DECLINE The address is of nobody.");
  }

  @Test
  void it_ends_with_the_deadline_of_its_group() {
    world
        .tampering()
        .sql("update request_group set answer_by = ?")
        .param(java.sql.Timestamp.from(world.clock().instant()))
        .update();

    assertThat(approvals.workList(ADAMS)).extracting(WorkItem::key).doesNotContain(control);
    assertThat(approvals.endorse(control, ADAMS, no()))
        .isEqualTo(new ApprovalOutcome.WrongState(control, RequestState.EXPIRED));
    assertThat(parts.controls().results())
        .extracting(ControlResult::verdict)
        .containsExactly(ControlResult.Verdict.UNDECIDED);
  }

  @Test
  void the_database_lets_no_control_case_be_a_request_or_be_changed() {
    assertThatThrownBy(
            () ->
                world
                    .jdbc()
                    .sql(
                        """
                        insert into control_case (id, file_id, request_id, like_id, group_id, flaw, request_sealed, item_sealed, evidence_sealed, sha256, drafted_at)
                        select like_id, file_id, ?, like_id, group_id, flaw, request_sealed, item_sealed, evidence_sealed, sha256, drafted_at from control_case
                        """)
                    .param(real.requestId())
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasRootCauseMessage("ERROR: request " + real + " is real");
    assertThatThrownBy(
            () ->
                world
                    .jdbc()
                    .sql(
                        "insert into response_item (request, response_id, ordinal, outcome, item_sha256, item_sealed) values (?, 'r', 1, 'DISCLOSED', ''::bytea, ''::bytea)")
                    .param(control.toString())
                    .update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> world.jdbc().sql("update control_decision set account = 'x'").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void the_configured_rate_makes_them_and_none_makes_none() {
    ControlSeeding always = DeskFixtures.seeding(world, 1_000);
    ControlSeeding never = DeskFixtures.seeding(world, 0);

    never.seed(List.of(real));
    assertThat(world.count("select count(*) from control_case")).isEqualTo(1);
    always.seed(List.of(real));
    assertThat(world.count("select count(*) from control_case")).isEqualTo(2);
  }
}
