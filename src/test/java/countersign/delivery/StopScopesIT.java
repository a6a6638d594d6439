package countersign.delivery;

import static countersign.request.RequestState.COUNTERSIGNED;
import static countersign.request.RequestState.DELIVERED;
import static countersign.request.RequestState.DRAFTED;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ResponseId;
import countersign.request.Unavailable;
import countersign.stops.Stop;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stops of a person, a district and days of pick-up, and vetoes, from release to upload. */
@Proves("R9")
class StopScopesIT {
  @TempDir Path keys;
  private World world;
  private FileId file;

  @BeforeEach
  void two_requests_of_one_group_are_countersigned() {
    world = new World(keys);
    world.approvals().holds(1);
    world.approvals().holds(2);
    file = world.delivery().takes(2);
    world.approvals().twoApprove(key(file, 1));
    world.approvals().twoApprove(key(file, 2));
    world.passes(Duration.ofHours(7));
  }

  @Test
  void a_stop_of_a_person_keeps_that_request_back_and_lets_the_others_leave() {
    Stop stop = world.stops(Stop.Scope.SUBJECT, RequestFile.tin(1));
    world.delivery().runs();

    world.assertThatRequest(key(file, 1)).is(COUNTERSIGNED);
    world.assertThatRequest(key(file, 2)).is(DELIVERED);

    world.lifts(stop.number());
    world.delivery().runs();
    world.assertThatRequest(key(file, 1)).is(DELIVERED);
    assertThat(world.list("select outcome from response_item")).containsOnly("DISCLOSED");
  }

  @Test
  void the_number_of_a_stopped_person_is_stored_nowhere() {
    world.stops(Stop.Scope.SUBJECT, RequestFile.tin(1));

    assertThat(world.list("select value from stop").get(0)).matches("person-[0-9a-f]{12}");
    assertThat(
            world
                .tampering()
                .sql(
                    "select count(*) from stop s where s::text like :number or exists (select from event e where convert_from(e.bytes, 'UTF8') like :number)")
                .param("number", "%" + RequestFile.tin(1) + "%")
                .query(Long.class)
                .single())
        .isZero();
    assertThat(world.count("select count(*) from stop_key")).isGreaterThan(1);
  }

  @Test
  void the_last_response_of_a_group_waits_while_a_person_in_it_is_stopped() {
    Stop stop = world.stops(Stop.Scope.SUBJECT, RequestFile.tin(1));
    world.delivery().runs();
    world.passes(Duration.ofDays(31));
    world.delivery().runs();

    world.assertThatRequest(key(file, 1)).is(DRAFTED); // a month later its approvals have expired
    assertThat(world.list("select cause from work where stage = 'release'"))
        .containsExactly("STOPPED");
    assertThat(world.count("select count(*) from response")).isEqualTo(1);

    world.lifts(stop.number());
    world.delivery().steps().release(new GroupId(file, 1));
    world.delivery().runs();
    assertThat(world.list("select outcome from response_item order by outcome"))
        .containsExactly("DISCLOSED", "NOT_DISCLOSED");
  }

  @Test
  void a_stop_of_a_district_catches_the_requests_of_its_state_and_no_other() {
    world.stops(Stop.Scope.DISTRICT, "CACD");
    Stop texas = world.stops(Stop.Scope.DISTRICT, "TXWD");
    world.delivery().runs();
    assertThat(world.count("select count(*) from response")).isZero();

    world.lifts(texas.number());
    world.delivery().runs();
    world.assertThatRequest(key(file, 1)).is(DELIVERED);
  }

  @Test
  void a_request_whose_district_nobody_recorded_is_in_every_district() {
    world.tampering().sql("update request set district_key = null where number = 1").update();
    world.stops(Stop.Scope.DISTRICT, "CACD");
    world.delivery().runs();

    world.assertThatRequest(key(file, 1)).is(COUNTERSIGNED);
    world.assertThatRequest(key(file, 2)).is(DELIVERED);
  }

  @Test
  void a_stop_of_days_catches_the_files_that_were_picked_up_on_them() {
    world.stops(Stop.Scope.PICKED_UP, "2026-11-01/2026-11-23");
    Stop day = world.stops(Stop.Scope.PICKED_UP, "2026-11-24/2026-12-31");
    world.delivery().runs();
    assertThat(world.list("select cause from work where stage = 'release'"))
        .containsOnly("STOPPED");

    world.lifts(day.number());
    world.delivery().runs();
    world.assertThatRequest(key(file, 1)).is(DELIVERED);
  }

  @Test
  void a_stop_after_the_release_halts_the_seal_and_one_after_the_seal_halts_the_upload() {
    String id = released();
    Stop person = world.stops(Stop.Scope.SUBJECT, RequestFile.tin(2));

    assertHalted("STOPPED", () -> world.delivery().steps().seal(ResponseId.parse(id)));
    assertThat(world.list("select state from response")).containsExactly("RELEASED");

    world.lifts(person.number());
    world.delivery().steps().seal(ResponseId.parse(id));
    world.stops(Stop.Scope.DISTRICT, "TXSD");
    assertHalted("STOPPED", () -> world.delivery().steps().dispatch(ResponseId.parse(id)));
  }

  @Test
  void parked_work_of_a_stopped_response_goes_on_by_itself_once_the_stop_is_lifted() {
    String id = released();
    Stop stop = world.stops(Stop.Scope.FILE, file.value());
    world
        .jdbc()
        .sql("update work set state = 'PARKED', cause = 'STOPPED' where stage = 'seal'")
        .update();
    world.delivery().steps().releaseDue();
    assertThat(world.work("seal")).as("while it stands").isEmpty();

    world.lifts(stop.number());
    world.delivery().steps().releaseDue();
    assertThat(world.work("seal")).containsExactly(id);
  }

  @Test
  void a_vetoed_person_is_answered_like_every_other_no_at_the_deadline() {
    world.vetoes(Stop.Scope.SUBJECT, RequestFile.tin(1));
    world.delivery().runs();
    world.assertThatRequest(key(file, 1)).is(COUNTERSIGNED);
    world.passes(Duration.ofDays(31));
    world.delivery().runs();

    assertThat(world.list("select request || ' ' || outcome from response_item order by request"))
        .containsExactly(key(file, 1) + " NOT_DISCLOSED", key(file, 2) + " DISCLOSED");
    assertThat(world.state(file)).isEqualTo("ANSWERED");
  }

  @Test
  void a_veto_on_a_file_halts_what_was_released_and_not_uploaded() {
    String id = released();
    world.vetoes(Stop.Scope.FILE, file.value());

    assertHalted("A110_COUNSEL_REFUSED", () -> world.delivery().steps().seal(ResponseId.parse(id)));
    world
        .jdbc()
        .sql(
            "update work set state = 'PARKED', cause = 'A110_COUNSEL_REFUSED' where stage = 'seal'")
        .update();
    world.delivery().steps().releaseDue();
    assertThat(world.work("seal")).isEmpty();
    assertThat(world.list("select state from response")).containsExactly("RELEASED");
  }

  private String released() {
    world.delivery().steps().releaseDue();
    world.delivery().steps().release(new GroupId(file, 1));
    world.delivery().sealLedger();
    return world.work("seal").get(0);
  }

  private static void assertHalted(String cause, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo(cause));
  }
}
