package countersign.delivery;

import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.lifecycle.LifecycleFixtures;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Held;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a hold with D412: the sealed row of a backup and a retry, or a new request. */
class JdbcSealRepairIT {
  private static final Actor OPERATOR = Actor.person("olsen");
  private static final String KEEP =
      """
      create table kept_response as select id, sealed_bytes, sealed_sha256 from response;
      create table kept_statement as select * from seal_statement
      """;

  @TempDir Path keys;
  private World world;
  private SealCheats cheats;
  private Work work;
  private ResponseId response;

  @BeforeEach
  void a_backup_contains_a_sealed_response() {
    world = new World(keys);
    cheats = new SealCheats(world);
    work = LifecycleFixtures.workOn(world.database(), world.clock());
    world.approvals().holds(1);
    FileId file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
    response = cheats.seals(file);
    cheats.superuser(KEEP);
  }

  @Test
  void the_bytes_of_a_backup_and_a_retry_let_the_response_leave() {
    cheats.superuser("update response set sealed_bytes = 'other', sealed_sha256 = sha256('other')");
    isParked();

    cheats.superuser(
        "update response set sealed_bytes = kept.sealed_bytes, sealed_sha256 = kept.sealed_sha256"
            + " from kept_response kept where kept.id = response.id");

    leavesAfterARetry();
  }

  @Test
  void the_statement_of_a_backup_and_a_retry_let_the_response_leave() {
    cheats.superuser("delete from seal_statement where id like '%.rsp.%'");
    isParked();

    cheats.superuser(
        "insert into seal_statement overriding system value select * from kept_statement where id"
            + " like '%.rsp.%'");

    leavesAfterARetry();
  }

  @Test
  void without_the_row_that_was_there_before_a_retry_lets_the_response_leave() {
    cheats.superuser(
        """
        delete from event where verb = 'seal';
        update seal_statement set statement = 'x' where id like '%.rsp.%';
        update response set state = 'RELEASED', sealed_bytes = null, sealed_sha256 = null, sealed_at = null, checkpoint_size = null""");
    assertThatThrownBy(() -> world.delivery().steps().seal(response)).isInstanceOf(Held.class);
    work.park(WorkQueue.SEAL, response.toString(), ReasonCode.D412_SEAL_NOT_VERIFIED.name());

    cheats.superuser("delete from seal_statement where id like '%.rsp.%'");
    work.retry(WorkQueue.SEAL, response.toString(), OPERATOR, "The row is gone.");
    world.delivery().runs();

    assertThat(world.delivery().responses()).containsExactly(response + ".ndjson.pgp");
  }

  @Test
  void bytes_of_an_older_backup_do_not_leave() {
    cheats.superuser("update response set sealed_bytes = 'older', sealed_sha256 = sha256('older')");
    isParked();

    work.retry(WorkQueue.DELIVER, response.toString(), OPERATOR, "Perhaps it is well now.");

    isHeld();
    assertThat(world.delivery().responses()).isEmpty();
  }

  @Test
  void after_the_work_is_discarded_the_agency_asks_again_when_the_deadline_is_over() {
    cheats.superuser("update response set sealed_bytes = 'other', sealed_sha256 = sha256('other')");
    isParked();
    work.discard(WorkQueue.DELIVER, response.toString(), OPERATOR, "No backup has these bytes.");

    world.passes(Duration.ofDays(31).minusHours(7)); // the hour of the first request
    FileId again = asksAgain("DHS-ICE_T_20261225_0002", 2);
    world.delivery().acknowledges(again + ".ack.001");
    world.approvals().lookUp();
    world.approvals().twoApprove(key(again, 1));
    world.passes(Duration.ofHours(7));
    world.delivery().runs();

    assertThat(world.delivery().responses())
        .singleElement()
        .satisfies(name -> assertThat(name).startsWith(again.value()));
  }

  private FileId asksAgain(String id, int sequence) {
    RequestFile file = new RequestFile(id, sequence, world.clock().instant()).requests(1);
    file.change(1, line -> line.replaceAll("OFF-[0-9]{4}", "OFF-0401"));
    FileId arrived = world.intake().arrives(file);
    world.intake().inbox().moved(countersign.authority.TestAuthority.PARTNER, file.name());
    return arrived;
  }

  private void isParked() {
    isHeld();
    work.park(WorkQueue.DELIVER, response.toString(), ReasonCode.D412_SEAL_NOT_VERIFIED.name());
  }

  private void isHeld() {
    assertThatThrownBy(() -> world.delivery().steps().dispatch(response)).isInstanceOf(Held.class);
  }

  private void leavesAfterARetry() {
    work.retry(WorkQueue.DELIVER, response.toString(), OPERATOR, "The backup's row is back.");
    world.delivery().runs();

    assertThat(world.delivery().responses()).containsExactly(response + ".ndjson.pgp");
    assertThat(world.list("select verb from event where subject = '" + response + "' order by id"))
        .contains("hold", "retry", "dispatch", "deliver");
  }
}
