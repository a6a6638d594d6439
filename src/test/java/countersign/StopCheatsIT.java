package countersign;

import static countersign.approval.ApprovalFixtures.COUNSEL;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.FileId;
import countersign.stops.Stop;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cheats on stops and vetoes by somebody who has the password of the application's database role.
 * The database refuses each; the test names the right, trigger or constraint that does.
 */
class StopCheatsIT {
  private static final String TWO_PEOPLE = "two people lift a stop, and one of them is counsel";
  private static final String PROPOSE =
      "insert into stop_lift_proposal (stop, proposed_by, counsel, proposed_at, expires_at, reason) values (1, '%s', %s, now(), now() + interval '1 day', 'x')";
  private static final String LIFT =
      "insert into stop_lift (stop, proposal, lifted_by, counsel, lifted_at, reason) values (1, %s, '%s', %s, now(), 'x')";

  @TempDir private static Path folder;
  private final World world = new World(folder);
  private FileId file;

  @BeforeEach
  void a_file_with_two_approved_requests() {
    world.approvals().holds(1);
    world.approvals().holds(2);
    file = world.delivery().takes(2);
    world.approvals().twoApprove(key(file, 1));
  }

  @Test
  void a_stop_keeps_its_kind_and_its_keys() {
    world.vetoes(Stop.Scope.SUBJECT, RequestFile.tin(1));

    refusedFor("permission denied for table stop", "update stop set kind = 'STOP'");
    refusedFor("permission denied for table stop_key", "delete from stop_key");
    refusedFor("permission denied for table stop_key", "update stop_key set key = 'x'");
    refusedFor("permission denied for table stop_key", "truncate stop_key");
    refusedFor("permission denied for table request", "update request set subject_key = null");
    refusedFor("permission denied for table request", "update request set district_key = 'x'");
  }

  @Test
  void one_person_does_not_lift_a_stop_alone() {
    world.stops(Stop.Scope.ALL, "");

    refusedFor(TWO_PEOPLE, LIFT.formatted("null", "paul", "true"));
    run(PROPOSE.formatted("paul", "true"));
    refusedFor(TWO_PEOPLE, LIFT.formatted(1, "Paul", "true"));
    refusedFor("the person who set a stop does not lift it", LIFT.formatted(1, "DUNN", "true"));
    refusedFor(
        TWO_PEOPLE,
        "insert into stop_lift (stop, proposal, lifted_by, counsel, lifted_at, reason) values (1, 1, 'carol', true, now() + interval '2 days', 'x')");
  }

  @Test
  void two_people_who_are_not_counsel_do_not_lift_a_stop() {
    world.stops(Stop.Scope.ALL, "");
    run(PROPOSE.formatted("paul", "false"));

    refusedFor(TWO_PEOPLE, LIFT.formatted(1, "petra", "false"));
    run(LIFT.formatted(1, "carol", "true"));
  }

  @Test
  void a_veto_is_not_lifted_without_the_counsel_who_set_it() {
    world.vetoes(Stop.Scope.FILE, file.value());
    run(PROPOSE.formatted("carol", "true"));
    refusedFor(TWO_PEOPLE, LIFT.formatted(1, "ellis", "true"));
    run(PROPOSE.formatted("dunn", "true"));
    refusedFor(TWO_PEOPLE, LIFT.formatted(2, "paul", "false"));
    run(LIFT.formatted(2, "ellis", "true"));
  }

  @Test
  void the_proposal_for_one_stop_does_not_lift_another() {
    world.stops(Stop.Scope.ALL, "");
    world.stops(Stop.Scope.FILE, file.value());
    run(PROPOSE.formatted("carol", "true"));

    refusedFor(TWO_PEOPLE, LIFT.replace("values (1", "values (2").formatted(1, "paul", "false"));
    refusedFor("permission denied", "update stop_lift_proposal set stop = 2");
    refusedFor("permission denied", "delete from stop_lift_proposal");
  }

  @Test
  void a_veto_is_on_a_file_or_a_person_only() {
    refusedFor(
        "stop_kind_check",
        "insert into stop (kind, scope, value, reason, set_by, set_at) values ('VETO', 'ALL', '*', 'x', 'carol', now())");
    refusedFor(
        "stop_value_check",
        "insert into stop (kind, scope, value, reason, set_by, set_at) values ('STOP', 'PICKED_UP', 'never', 'x', 'carol', now())");
  }

  @Test
  void a_disclosure_in_a_stopped_scope_of_single_requests_or_days_is_not_inserted() {
    run(
        "insert into response (id, file_id, group_id, partner, officers, final, state, released_at, release_event, review_by) values ('x.rsp.A', '%s', '%s/g1', 'dhs-ice', '{OFF-0401}', false, 'RELEASED', now(), 1, current_date)"
            .formatted(file, file));
    String disclose =
        "insert into response_item (request, response_id, ordinal, outcome, item_sha256, item_sealed) select id, 'x.rsp.A', 1, 'DISCLOSED', sha256, 'x' from draft where id = '%s'"
            .formatted(key(file, 1));
    Stop[] stops = {
      world.stops(Stop.Scope.SUBJECT, RequestFile.tin(1)),
      world.stops(Stop.Scope.DISTRICT, "TXND"),
      world.stops(Stop.Scope.PICKED_UP, "2026-11-01/2026-11-30"),
      world.vetoes(Stop.Scope.SUBJECT, RequestFile.tin(1))
    };
    for (Stop stop : stops) {
      refusedFor("a stop covers request", disclose);
      world
          .tampering()
          .sql("insert into stop_lift values (?, 'x', now(), 'x')")
          .param(stop.number())
          .update();
    }
    world.stops(Stop.Scope.SUBJECT, RequestFile.tin(2));
    world.stops(Stop.Scope.DISTRICT, "CACD");
    run(disclose);
  }

  @Test
  void a_vetoed_request_is_not_moved_to_an_approved_state() {
    world.vetoes(Stop.Scope.FILE, file.value());
    refusedFor("a veto of counsel covers request", endorse());
    assertThat(world.state(key(file, 2))).isEqualTo("DRAFTED");
  }

  @Test
  void a_request_about_a_vetoed_person_is_not_moved_to_an_approved_state() {
    world.vetoes(Stop.Scope.SUBJECT, RequestFile.tin(1));
    run(endorse());
    world.vetoes(Stop.Scope.SUBJECT, RequestFile.tin(2));
    refusedFor(
        "a veto of counsel covers request", endorse().replace("'ENDORSED'", "'COUNTERSIGNED'"));
  }

  @Test
  void a_denied_request_is_not_moved_back_without_a_second_counsels_lift() {
    String back =
        "update request_status set state = 'DRAFTED' where id = '%s'".formatted(key(file, 1));
    world.approvals().decisions().deny(key(file, 1), COUNSEL, "Not lawful.");
    refusedFor("the denial of request", back);
    run(
        "insert into approval (id, step, account, draft_sha256, reason_sealed, at) select id, 'LIFT', 'DUNN', sha256, 'x', now() from draft where id = '%s'"
            .formatted(key(file, 1)));
    refusedFor("the denial of request", back);
  }

  @Test
  void a_held_file_under_a_veto_is_not_moved_on() {
    world.tampering().sql("update file set state = 'HELD'").update();
    world.vetoes(Stop.Scope.FILE, file.value());

    refusedFor("a veto of counsel covers file", "update file set state = 'IN_PROGRESS'");
  }

  private String endorse() {
    return "update request_status set state = 'ENDORSED' where id = '%s'".formatted(key(file, 2));
  }

  private void run(String sql) {
    world.jdbc().sql(sql).update();
  }

  private void refusedFor(String reason, String sql) {
    assertThatThrownBy(() -> run(sql))
        .as(sql)
        .rootCause()
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(reason);
  }
}
