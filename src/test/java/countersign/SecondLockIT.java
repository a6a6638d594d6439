package countersign;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.request.FileId;
import countersign.testkit.World;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Cheats of somebody who has the password of the application's database role. The database refuses
 * each; the test names the right, trigger or constraint that does.
 */
class SecondLockIT {
  private static final String UNAPPROVED =
      "has not two approvals of different accounts over its digest";

  @TempDir private static Path folder;
  private final World world = new World(folder);
  private FileId file;

  @BeforeEach
  void a_file_with_two_drafts_one_of_them_approved_by_two() {
    world.approvals().holds(1);
    world.approvals().holds(2);
    file = world.delivery().takes(2);
    world.approvals().twoApprove(key(file, 1));
  }

  @Test
  void a_stop_is_not_deleted_changed_or_set_back() {
    stop("AGENCY", "DHS-ICE");

    refusedFor("permission denied for table stop", "delete from stop");
    refusedFor("permission denied for table stop", "update stop set value = 'DHS-CBP'");
    refusedFor("permission denied for table stop", "update stop set scope = 'ALL'");
    refusedFor("permission denied for table stop", "truncate stop cascade");
    refusedFor("permission denied for table stop_lift", "update stop_lift set reason = 'x'");
    run("update stop set in_force_at = now()");
    refusedFor("this column of stop is written once", "update stop set in_force_at = null");
    refusedFor(
        "the person who set a stop does not lift it",
        "insert into stop_lift (stop, lifted_by, lifted_at, reason) values (1, 'Carol', now(), 'x')");
  }

  @Test
  void a_response_keeps_its_officers_and_the_hash_of_its_bytes() {
    released();
    world.delivery().runs();

    refusedFor(
        "permission denied for table response", "update response set officers = '{OFF-0999}'");
    refusedFor("permission denied for table response", "update response set group_id = 'x'");
    refusedFor(
        "this column of response is written once",
        "update response set sealed_sha256 = sha256('x')");
    refusedFor(
        "this column of response is written once",
        "update response set sealed_bytes = 'x', sealed_sha256 = sha256('x')");
    refusedFor(
        "this column of acknowledgement is written once",
        "update acknowledgement set sealed_bytes = 'x', sealed_sha256 = sha256('x')");
  }

  @Test
  void a_response_for_another_officer_than_the_groups_is_not_inserted() {
    refusedFor(
        "has another file, partner or officer than its group",
        "insert into response " + responseFor("'{OFF-0999}'"));
    refusedFor(
        "has another file, partner or officer than its group",
        "insert into response " + responseFor("'{OFF-0401,OFF-0999}'"));
  }

  @Test
  void no_row_is_without_the_rows_that_it_names() {
    world.intake().arrives(3, 1, line -> line.replace("\"OPEN\"", "\"\""));
    String orphan = "row x of %s has no parent";
    refusedFor(
        orphan.formatted("request_status"),
        "insert into request_status (id, file_id, number, request_id, state) values ('x', 'x', 1, 'x', 'HELD')");
    refusedFor("has no parent", "update request_status set group_id = 'x' where group_id is null");
    refusedFor(
        orphan.formatted("draft"),
        "insert into draft (id, sha256, drafted_at) values ('x', '', now())");
    refusedFor(orphan.formatted("no_match"), "insert into no_match values ('x', '', now())");
  }

  @Test
  void a_state_moves_only_along_the_machine() {
    FileId taken = world.intake().arrives(2, 3, line -> line);

    refusedFor(
        "a row of request_status does not move from TAKEN to RELEASED",
        "update request_status set state = 'RELEASED' where file_id = '%s' and number = 3"
            .formatted(taken));
    refusedFor(
        "a row of request_status does not move from TAKEN to COUNTERSIGNED",
        "update request_status set state = 'COUNTERSIGNED' where file_id = '%s' and number = 3"
            .formatted(taken));
    refusedFor(
        "a row of file does not move from IN_PROGRESS to HELD", "update file set state = 'HELD'");
    refusedFor(
        "a row of response does not move from nothing to UPLOADING",
        "insert into response " + responseFor("'{OFF-0401}'").replace("'RELEASED'", "'UPLOADING'"));
    refusedFor(
        "a row of slice does not move from nothing to DRAFTED",
        "insert into slice (id, file_id, number, state) values ('x', '%s', 9, 'DRAFTED')"
            .formatted(taken));
    refusedFor(
        "permission denied for table transition",
        "insert into transition values ('request_status', 'TAKEN', 'RELEASED')");
  }

  @Test
  void a_copied_row_needs_a_first_state_too() throws SQLException {
    try (Connection connection = world.database().getConnection()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      StringReader row = new StringReader("x\t%s\t9\tDRAFTED\n".formatted(file));

      assertThatThrownBy(
              () -> copy.copyIn("copy slice (id, file_id, number, state) from stdin", row))
          .hasMessageContaining("a row of slice does not move from nothing to DRAFTED");
    }
  }

  @Test
  void a_temporary_table_does_not_take_the_place_of_the_machine() {
    world
        .transactions()
        .executeWithoutResult(
            status -> {
              run(
                  "create temporary table transition (entity text, from_state text, to_state text)");
              run("insert into transition values ('request_status', 'DRAFTED', 'RELEASED')");
              refusedFor(
                  "a row of request_status does not move from DRAFTED to RELEASED",
                  "update request_status set state = 'RELEASED' where number = 2");
              status.setRollbackOnly();
            });
  }

  @Test
  void a_file_and_a_request_keep_where_they_came_from() {
    refusedFor("permission denied for table file", "update file set agency = 'DHS-CBP'");
    refusedFor("permission denied for table file", "update file set partner = 'dhs-cbp'");
    refusedFor("permission denied for table file", "update file set name = 'x'");
    refusedFor("this column of file is written once", "update file set agreement = 'another'");
    refusedFor(
        "this column of request_status is written once",
        "update request_status set group_id = null");
    refusedFor(
        "permission denied for table request_status", "update request_status set number = 7");
    refusedFor(
        "permission denied for table request_group", "update request_group set officers = '{}'");
    refusedFor("permission denied for table request", "update request set officers = '{}'");
    refusedFor("permission denied for table draft", "update draft set sha256 = sha256('x')");
    refusedFor("permission denied for table draft", "delete from draft");
  }

  @Test
  void a_disclosure_without_two_approvals_of_two_accounts_is_not_inserted() {
    released();

    refusedFor(UNAPPROVED, disclose(2, "sha256"));
    run(approve("ENDORSE", "adams", "sha256"));
    refusedFor(UNAPPROVED, disclose(2, "sha256"));
    run(approve("COUNTERSIGN", "Adams", "sha256"));
    refusedFor(UNAPPROVED, disclose(2, "sha256"));
  }

  @Test
  void a_disclosure_whose_second_approval_is_of_other_bytes_is_not_inserted() {
    released();
    run(approve("ENDORSE", "adams", "sha256"));
    run(approve("COUNTERSIGN", "baker", "sha256('x')"));

    refusedFor(UNAPPROVED, disclose(2, "sha256"));
  }

  @Test
  void a_disclosure_of_other_bytes_than_those_approved_is_not_inserted() {
    run("insert into response " + responseFor("'{OFF-0401}'"));

    refusedFor(UNAPPROVED, disclose(1, "sha256('x')"));
  }

  @Test
  void a_disclosure_in_the_scope_of_a_stop_is_not_inserted() {
    run("insert into response " + responseFor("'{OFF-0401}'"));
    for (String scope :
        new String[] {
          "ALL *", "AGREEMENT irs-ice-2025", "AGENCY DHS-ICE", "FILE " + file, "OFFICER OFF-0401"
        }) {
      String[] words = scope.split(" ", -1);
      stop(words[0], words[1]);
      refusedFor("a stop covers response", disclose(1, "sha256"));
      run(
          "insert into stop_lift_proposal (stop, proposed_by, counsel, proposed_at, expires_at, reason) select max(number), 'dunn', true, now(), now() + interval '1 day', 'x' from stop");
      run(
          "insert into stop_lift (stop, proposal, lifted_by, counsel, lifted_at, reason) select max(s.number), max(p.number), 'paul', false, now(), 'x' from stop s, stop_lift_proposal p");
    }
    run(disclose(1, "sha256"));
  }

  @Test
  void tables_triggers_and_roles_are_out_of_reach() {
    refusedFor(
        "must be owner of table request_status", "alter table request_status disable trigger all");
    refusedFor(
        "must be owner of relation response_item",
        "drop trigger disclosure_is_approved_and_not_stopped on response_item");
    refusedFor("must be owner of table stop", "drop table stop cascade");
    refusedFor("permission denied for table response", "truncate response cascade");
    refusedFor("permission denied to set role \"countersign_owner\"", "set role countersign_owner");
    refusedFor(
        "permission denied to set parameter \"session_replication_role\"",
        "set session_replication_role = replica");
    refusedFor(
        "must be owner of function destroy_key",
        "alter function destroy_key(text, text) security invoker");
    run("grant delete on stop to countersign_app"); // PostgreSQL warns and grants nothing
    refusedFor("permission denied for table stop", "delete from stop");
    refusedFor("permission denied for table retention", "update retention set at_least = '0 days'");
    refusedFor(
        "permission denied for table flyway_schema_history", "delete from flyway_schema_history");
  }

  @Test
  void a_key_is_destroyed_by_the_function_alone_and_only_after_its_time() {
    refusedFor(
        "permission denied for table vault_key",
        "update vault_key set wrapped = null, destroyed_at = now()");
    refusedFor("permission denied for table vault_key", "delete from vault_key");
    refusedFor("is not answered", "select destroy_key('draft/%s', 'DRAFT')".formatted(file));
    refusedFor("is not answered", "select destroy_key('file/%s', 'FILE')".formatted(file));
    refusedFor(
        "a key for SIGNING is never destroyed", "select destroy_key('signing/ledger', 'SIGNING')");
    refusedFor(
        "a key for ACCOUNTING is never destroyed",
        "select destroy_key('accounting/DHS-ICE/2026', 'ACCOUNTING')");
    refusedFor("is not a key for FILE", "select destroy_key('signing/ledger', 'FILE')");
    refusedFor("are still compared", "select destroy_key('index/DHS-ICE/2999', 'INDEX')");
  }

  /** Releases the first request; the second is never approved. */
  private void released() {
    world.passes(Duration.ofHours(7));
    world.delivery().steps().releaseDue();
    world.delivery().runs();
    assertThat(world.list("select request from response_item where outcome = 'DISCLOSED'"))
        .containsExactly(key(file, 1).toString());
  }

  private void stop(String scope, String value) {
    run(
        "insert into stop (scope, value, reason, set_by, set_at) values ('%s', '%s', 'x', 'carol', now())"
            .formatted(scope, value));
  }

  private String responseFor(String officers) {
    return "(id, file_id, group_id, partner, officers, final, state, released_at, release_event, review_by) values ('%s', '%s', '%s/g1', 'dhs-ice', %s, false, 'RELEASED', now(), 1, current_date)"
        .formatted(file + ".rsp.CHEATING", file, file, officers);
  }

  private String disclose(int number, String sha256) {
    return "insert into response_item (request, response_id, ordinal, outcome, item_sha256, item_sealed) select id, (select max(id) from response), 77, 'DISCLOSED', %s, 'x' from draft where id = '%s'"
        .formatted(sha256, key(file, number));
  }

  private String approve(String step, String account, String sha256) {
    return "insert into approval (id, step, account, draft_sha256, reason_sealed, at) select id, '%s', '%s', %s, 'x', now() from draft where id = '%s'"
        .formatted(step, account, sha256, key(file, 2));
  }

  private void run(String sql) {
    world.jdbc().sql(sql).update();
  }

  private void refusedFor(String reason, String sql) {
    assertThatThrownBy(
            () ->
                world.transactions().executeWithoutResult(status -> world.jdbc().sql(sql).update()))
        .as(sql)
        .rootCause()
        .hasMessageContaining(reason)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).as(sql).isEqualTo("42501"));
  }
}
