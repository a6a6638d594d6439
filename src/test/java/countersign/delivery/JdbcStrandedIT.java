package countersign.delivery;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;

import countersign.lifecycle.Entity;
import countersign.lifecycle.JdbcStranded;
import countersign.lifecycle.LifecycleFixtures;
import countersign.lifecycle.WorkQueue;
import countersign.operations.Operations;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.OutgoingId;
import countersign.request.ResponseId;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that lost its work is found by its state, and its work is queued again. */
class JdbcStrandedIT {
  @TempDir Path keys;
  private World world;
  private JdbcStranded stranded;
  private FileId file;

  @BeforeEach
  void a_request_was_approved_twice() {
    world = new World(keys);
    stranded = LifecycleFixtures.strandedOn(world.database(), world.clock());
    world.approvals().holds(1);
    world.approvals().holds(2);
    file = world.delivery().takes(2);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
  }

  @Test
  void an_upload_cannot_be_discarded_and_is_delivered_by_a_retry() {
    String id = uploading();
    world.jdbc().sql("update work set state = 'PARKED', cause = 'SFTP_DOWN'").update();
    Operations operations =
        new Operations(
            LifecycleFixtures.workOn(world.database(), world.clock()),
            world.lifecycle(),
            queue -> Optional.empty());
    Actor oscar = Actor.person("oscar");

    assertThat(operations.discard(WorkQueue.DELIVER, id, oscar, "Away for weeks."))
        .isEqualTo(Operations.Discarding.OWES_AN_ANSWER);
    assertThat(stranded.find(10)).isEmpty();
    assertThat(operations.retry(WorkQueue.DELIVER, id, oscar, "It answers.")).isTrue();

    uploadsAgain(id);
    assertThat(world.delivery().responses()).hasSize(1);
  }

  @Test
  void an_upload_without_work_is_found_queued_again_and_delivered() {
    String id = uploading();
    loses("deliver");

    assertThat(stranded.find(10))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.entity()).isEqualTo(Entity.RESPONSE);
              assertThat(row.id()).isEqualTo(id);
              assertThat(row.state()).isEqualTo("UPLOADING");
            });
    assertThat(stranded.find(10)).allMatch(stranded::requeue);

    assertThat(stranded.find(10)).isEmpty();
    uploadsAgain(id);
    assertThat(world.delivery().responses()).hasSize(1);
    assertThat(world.ledger().reader().history(id))
        .extracting(event -> event.verb().storedName())
        .contains("retry");
  }

  @Test
  void a_response_that_waits_for_a_checkpoint_waits_for_it_again() {
    released();
    loses("seal");
    assertThat(stranded.find(10)).singleElement().matches(stranded::requeue);
    world.delivery().sealLedger();
    String id = world.work("seal").get(0);
    world.delivery().steps().seal(ResponseId.parse(id));
    loses("deliver");
    assertThat(stranded.find(10)).singleElement().matches(stranded::requeue);
    assertThat(world.work("deliver")).as("before the checkpoint").isEmpty();

    world.delivery().runs();

    assertThat(world.delivery().responses()).hasSize(1);
  }

  @Test
  void a_sealed_response_without_the_event_of_its_sealing_waits_for_a_person() {
    released();
    world.delivery().sealLedger();
    String id = world.work("seal").get(0);
    world.delivery().steps().seal(ResponseId.parse(id));
    loses("deliver");
    world.tampering().sql("delete from event where verb = 'seal'").update();

    assertThat(stranded.find(10)).singleElement().matches(row -> !stranded.requeue(row));
  }

  @Test
  void a_draft_without_work_waits_for_a_reviewer_again() {
    loses("endorse");

    assertThat(stranded.find(10)).singleElement().matches(stranded::requeue);

    assertThat(stranded.find(10)).isEmpty();
    assertThat(world.work("endorse")).containsExactly(key(file, 2).toString());
  }

  @Test
  void acknowledgements_and_slices_without_work_are_queued_again() {
    world = new World(keys);
    stranded = LifecycleFixtures.strandedOn(world.database(), world.clock());
    file = world.intake().arrives(1, 1, line -> line);
    loses("acknowledge");
    assertThat(stranded.find(10)).singleElement().matches(stranded::requeue);
    assertThat(world.work("acknowledge")).containsExactly(file + ".ack.001");

    world.delivery().acknowledges(file + ".ack.001");
    loses("lookup");
    assertThat(stranded.find(10)).singleElement().matches(stranded::requeue);

    assertThat(stranded.find(10)).isEmpty();
    assertThat(world.work("lookup")).containsExactly(file + "/1");
  }

  @Test
  void rows_that_only_other_rows_move_are_listed_for_a_person() {
    world.tampering().sql("update request_group set finished = true").update();

    assertThat(stranded.find(10))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(key(file, 1).toString());
              assertThat(row.state()).isEqualTo("COUNTERSIGNED");
              assertThat(stranded.requeue(row)).isFalse();
            });
  }

  @Test
  void an_exchange_that_goes_well_is_stranded_at_no_step() {
    assertThat(stranded.find(10)).isEmpty();
    released();
    assertThat(stranded.find(10)).isEmpty();
    world.delivery().runs();
    assertThat(stranded.find(10)).isEmpty();
    world.passes(Duration.ofDays(31));
    world.delivery().runs();
    assertThat(stranded.find(10)).isEmpty();
    assertThat(world.list("select state from file")).containsExactly("ANSWERED");
  }

  private void released() {
    world.delivery().steps().releaseDue();
    world.delivery().steps().release(new GroupId(file, 1));
  }

  private String uploading() {
    released();
    world.delivery().sealLedger();
    String id = world.work("seal").get(0);
    world.delivery().steps().seal(ResponseId.parse(id));
    world.delivery().sealLedger();
    world.delivery().steps().dispatch(OutgoingId.parse(id));
    return id;
  }

  private void uploadsAgain(String id) {
    world.jdbc().sql("update response set upload_until = clock_timestamp()").update();
    assertThat(world.work("deliver")).containsExactly(id);
    world.delivery().uploads(id);
  }

  private void loses(String queue) {
    world.jdbc().sql("delete from work where stage = ?").param(queue).update();
    world.jdbc().sql("delete from awaited where stage = ?").param(queue).update();
  }
}
