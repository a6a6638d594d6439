package countersign.delivery;

import static countersign.request.RequestState.COUNTERSIGNED;
import static countersign.request.RequestState.DECLINED;
import static countersign.testkit.World.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.Proves;
import countersign.approval.ApprovalFixtures;
import countersign.approval.Decision;
import countersign.disclosure.Disclosures;
import countersign.ledger.TamperAlarms;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.request.Unavailable;
import countersign.stops.Stop;
import countersign.stops.Stops;
import countersign.stops.StopsFixtures;
import countersign.testkit.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stop or a denial whose row the database's owner removes still prevents the disclosure. */
@Proves("R9")
class JdbcLostRowsIT {
  private static final Actor COUNSEL = Actor.person("dunn");

  @TempDir Path keys;
  private final TamperAlarms alarms = new TamperAlarms();
  private World world;
  private Stops stops;
  private Delivery delivery;
  private FileId file;

  @BeforeEach
  void a_request_was_approved_twice() {
    world = new World(keys);
    stops = StopsFixtures.stopsOn(world.database(), world.lifecycle(), world.authority());
    delivery = DeliveryParts.deliveryOn(world, world.authority(), stops, alarms);
    world.approvals().holds(1);
    file = world.delivery().takes(1);
    world.approvals().twoApprove(key(file, 1));
    world.passes(Duration.ofHours(7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from stop",
        "insert into stop_lift (stop, lifted_by, lifted_at, reason) select number, 'ellis', now(), '-' from stop",
        "update stop set value = 'DHS-OTHER'"
      })
  void a_stop_that_is_removed_from_the_table_still_stops_the_release(String cheat) {
    stops.set(Stop.Scope.AGENCY, "DHS-ICE", COUNSEL, "A court's order.");
    world.tampering().sql(cheat).update();

    releases();

    assertThat(world.list("select id from response")).isEmpty();
    assertThat(world.list("select cause from work where stage = 'release'"))
        .containsExactly("S505_AUDIT_TAMPER");
    world.assertThatRequest(key(file, 1)).is(COUNTERSIGNED);
    assertThat(alarms.raised()).containsOnlyKeys("stop 1");
  }

  @Test
  void a_stop_that_is_removed_after_the_sealing_still_stops_the_upload() {
    ResponseId response = sealed();
    stops.set(Stop.Scope.ALL, "*", COUNSEL, "A court's order.");
    world.tampering().sql("delete from stop").update();

    assertThatThrownBy(() -> delivery.dispatch(response))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("S505_AUDIT_TAMPER"));

    assertThat(world.list("select state from response")).containsExactly("SEALED");
    assertThat(alarms.raised()).containsOnlyKeys("stop 1");
  }

  @Test
  void a_stop_that_two_people_set_and_lifted_stops_nothing() {
    Stop stop = stops.set(Stop.Scope.ALL, "*", COUNSEL, "A doubt.");
    world.lifts(stop.number());

    releases();

    assertThat(disclosed()).hasSize(1);
    assertThat(alarms.raised()).isEmpty();
  }

  @Test
  void a_stop_whose_lift_was_inserted_with_its_event_still_stops() {
    stops.set(Stop.Scope.ALL, "*", COUNSEL, "A court's order.");
    stops.lift(1, new Stops.Lifter(Actor.person("ellis"), true), "Inserted.");
    stops.lift(1, new Stops.Lifter(Actor.person("paul"), false), "Inserted.");

    releases();

    assertThat(stops.find(1).orElseThrow().active()).isFalse();
    assertThat(disclosed()).isEmpty();
    assertThat(world.list("select cause from work where stage = 'release'"))
        .containsExactly("S505_AUDIT_TAMPER");
    assertThat(alarms.raised()).containsOnlyKeys("stop 1");
  }

  @Test
  void the_signed_lift_of_another_stop_ends_no_stop() {
    stops.set(Stop.Scope.ALL, "*", COUNSEL, "A doubt.");
    world.lifts(1);
    stops.set(Stop.Scope.ALL, "*", COUNSEL, "A court's order.");
    world
        .jdbc()
        .sql(
            """
            insert into event (subject, verb, at, bytes)
            select 'stop/2', verb, at, bytes from event where subject = 'stop/1' and verb in ('propose', 'lift') order by id
            """)
        .update();
    world.tampering().sql("delete from stop where number = 2").update();

    releases();

    assertThat(disclosed()).isEmpty();
    assertThat(alarms.raised()).containsOnlyKeys("stop 2");
  }

  @Test
  void the_alarm_ends_when_the_owner_inserts_the_stop_again() {
    stops.set(Stop.Scope.AGENCY, "DHS-OTHER", COUNSEL, "A doubt.");
    world.tampering().sql("delete from stop").update();
    releases();
    assertThat(alarms.raised()).containsOnlyKeys("stop 1");

    world
        .tampering()
        .sql(
            "insert into stop (number, scope, value, reason, set_by, set_at) overriding system value values (1, 'AGENCY', 'DHS-OTHER', 'A doubt.', 'dunn', now())")
        .update();
    delivery.release(new GroupId(file, 1));

    assertThat(disclosed()).as("the stop covers another agency").hasSize(1);
    assertThat(alarms.raised()).isEmpty();
  }

  @Test
  void a_denial_that_is_removed_from_the_table_still_denies() {
    RequestKey denied = key(file, 1);
    Decision no = world.approvals().no(denied);
    world.approvals().decisions().deny(denied, ApprovalFixtures.COUNSEL, "Not lawful.");
    world.tampering().sql("delete from approval where step = 'DECLINE'").update();
    world.tampering().sql("update request_status set state = 'DRAFTED'").update();
    world.tampering().sql("delete from approval").update();
    world.approvals().decisions().endorse(denied, ApprovalFixtures.ADAMS, no);
    world.approvals().decisions().countersign(denied, ApprovalFixtures.BAKER, no);
    world.assertThatRequest(denied).is(COUNTERSIGNED);
    world.passes(Duration.ofHours(18));

    releases();

    assertThat(disclosed()).isEmpty();
    world.assertThatRequest(denied).is(DECLINED);
    assertThat(world.ledger().reader().history(denied.toString()))
        .anySatisfy(
            event ->
                assertThat(event.facts())
                    .containsEntry("code", "D411_APPROVAL_NOT_VERIFIED")
                    .containsEntry("cause", "DENIAL_MISSING"));
  }

  @Test
  void the_alarm_about_a_lost_denial_ends_when_its_row_is_back() {
    RequestKey denied = key(file, 1);
    world.approvals().decisions().deny(denied, ApprovalFixtures.COUNSEL, "Not lawful.");
    Disclosures disclosures =
        ApprovalFixtures.disclosuresOn(
            world.database(),
            world.lifecycle(),
            world.vault(),
            world.authority(),
            alarms,
            world.clock());
    world
        .tampering()
        .sql("create table kept as select * from approval where step = 'DECLINE'")
        .update();
    world.tampering().sql("delete from approval where step = 'DECLINE'").update();
    assertThat(disclosures.lackDenials(List.of(denied))).isTrue();
    assertThat(alarms.raised()).containsOnlyKeys("approval " + denied);

    world
        .tampering()
        .sql("insert into approval overriding system value select * from kept")
        .update();

    assertThat(alarms.raised()).isEmpty();
  }

  @Test
  void a_denial_that_is_removed_after_the_sealing_prevents_the_upload() {
    ResponseId response = sealed();
    world.tampering().sql("update request_status set state = 'DRAFTED'").update();
    world.approvals().decisions().deny(key(file, 1), ApprovalFixtures.COUNSEL, "Not lawful.");
    world.tampering().sql("delete from approval where step = 'DECLINE'").update();

    assertThatThrownBy(() -> delivery.dispatch(response))
        .isInstanceOfSatisfying(
            Unavailable.class, e -> assertThat(e.causeCode()).isEqualTo("S505_AUDIT_TAMPER"));
  }

  @Test
  void both_questions_read_an_index_and_not_all_events() {
    assertThat(
            plan(
                """
                select event.subject, sha256(string_agg(event.bytes, ''::bytea order by event.id))
                from event where event.verb in ('stop', 'propose', 'lift') and event.subject like 'stop/%'
                group by event.subject having bool_or(event.verb = 'stop')
                """))
        .contains("event_stop")
        .doesNotContain("Seq Scan on event");
    assertThat(plan("select bytes from event where verb = 'decline' and subject = any('{a,b}')"))
        .contains("event_decline")
        .doesNotContain("Seq Scan");
  }

  /** Many events, none of them a stop or a denial, and current statistics. */
  private String plan(String sql) {
    world
        .tampering()
        .sql(
            "insert into event (subject, verb, at, bytes) select 'ledger', 'publish', now(), '' from generate_series(1, 20000)")
        .update();
    world.tampering().sql("analyze event").update();
    return String.join("\n", world.tampering().sql("explain " + sql).query(String.class).list());
  }

  private ResponseId sealed() {
    delivery.releaseDue();
    delivery.release(new GroupId(file, 1));
    world.delivery().sealLedger();
    ResponseId response = ResponseId.parse(world.list("select id from response").get(0));
    delivery.seal(response);
    return response;
  }

  private void releases() {
    delivery.releaseDue();
    delivery.release(new GroupId(file, 1));
  }

  private List<String> disclosed() {
    return world.list("select request from response_item where outcome = 'DISCLOSED'");
  }
}
