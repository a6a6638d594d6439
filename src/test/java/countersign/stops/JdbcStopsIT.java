package countersign.stops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import countersign.TestDatabase;
import countersign.authority.TestPeople;
import countersign.delivery.DeliveryFixtures;
import countersign.intake.IntakeFixtures;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import countersign.lifecycle.StopsLock;
import countersign.request.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops on a real database. */
class JdbcStopsIT {
  private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");
  private static final Actor COUNSEL = Actor.person("carol");
  private static final Actor PRIVACY = Actor.person("paul");
  private static final Stop.Disclosure WAY =
      new Stop.Disclosure(
          "irs-ice-2025",
          "DHS-ICE",
          "DHS-ICE_T_20261124_0001",
          Instant.parse("2026-11-23T23:59:00Z"),
          Set.of("OFF-0401", "OFF-0402"));

  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final JdbcClient tampering = JdbcClient.create(TestDatabase.tampering(database));
  private final StopsLock lock = LifecycleFixtures.stopsLockOn(database);
  private Lifecycle lifecycle;
  private Stops stops;

  @BeforeEach
  void create_the_stops() {
    lifecycle = LifecycleFixtures.lifecycleOn(database, Clock.fixed(NOW, ZoneOffset.UTC));
    stops =
        new JdbcStops(
            jdbc,
            lifecycle,
            lock,
            DeliveryFixtures.uploadsOn(database),
            IntakeFixtures.stopCoverage(database),
            TestPeople.enrolment());
  }

  @Test
  void a_stop_halts_at_once_and_is_in_force_when_no_upload_is_running() {
    Stop stop = stops.set(Stop.Scope.AGREEMENT, "irs-ice-2025", COUNSEL, " An order was entered ");

    assertThat(stop.active()).isTrue();
    assertThat(stop.setBy()).isEqualTo("carol");
    assertThat(stop.reason()).isEqualTo("An order was entered");
    assertThat(stop.inForceAt()).isEqualTo(NOW);
    assertThat(stops.active(WAY)).containsExactly(stop);
    assertThat(events()).containsExactly("stop stop/1");
  }

  @Test
  void each_scope_halts_what_it_names_and_nothing_else() {
    assertHalts(Stop.Scope.ALL, "*", true);
    assertHalts(Stop.Scope.AGREEMENT, "irs-cbp-2026", false);
    assertHalts(Stop.Scope.AGENCY, "DHS-ICE", true);
    assertHalts(Stop.Scope.AGENCY, "DHS-CBP", false);
    assertHalts(Stop.Scope.FILE, "DHS-ICE_T_20261124_0001", true);
    assertHalts(Stop.Scope.FILE, "DHS-ICE_T_20261124_0002", false);
    assertHalts(Stop.Scope.OFFICER, "OFF-0402", true);
    assertHalts(Stop.Scope.OFFICER, "OFF-0403", false);
    assertHalts(Stop.Scope.PICKED_UP, "2026-11-01/2026-11-23", true);
    assertHalts(Stop.Scope.PICKED_UP, "2026-11-23/2026-11-23", true);
    assertHalts(Stop.Scope.PICKED_UP, "2026-11-24/2026-11-30", false);
    assertHalts(Stop.Scope.PICKED_UP, "2026-11-01/2026-11-22", false);
  }

  @Test
  void a_stop_is_not_in_force_while_an_upload_in_its_scope_is_running() {
    upload("DHS-ICE_T_20261124_0001", "DHS-ICE", "OFF-0401", Duration.ofHours(1));

    assertThat(stops.set(Stop.Scope.ALL, "*", COUNSEL, "stop").inForceAt()).isNull();
    assertThat(stops.set(Stop.Scope.OFFICER, "OFF-0401", COUNSEL, "stop").inForceAt()).isNull();
    assertThat(stops.set(Stop.Scope.OFFICER, "OFF-0402", COUNSEL, "stop").inForceAt())
        .isEqualTo(NOW);
    assertThat(stops.set(Stop.Scope.AGENCY, "DHS-CBP", COUNSEL, "stop").inForceAt()).isEqualTo(NOW);
    assertThat(stops.confirm()).isZero();

    tampering.sql("update response set state = 'DELIVERED'").update();

    assertThat(stops.confirm()).isEqualTo(2);
    assertThat(stops.all()).extracting(Stop::inForceAt).containsOnly(NOW);
    assertThat(stops.confirm()).isZero();
  }

  @Test
  void an_upload_past_its_time_limit_does_not_delay_a_stop() {
    upload("DHS-ICE_T_20261124_0001", "DHS-ICE", "OFF-0401", Duration.ofSeconds(-1));

    assertThat(stops.set(Stop.Scope.ALL, "*", COUNSEL, "stop").inForceAt()).isEqualTo(NOW);
  }

  @Test
  void a_stop_needs_a_reason_and_a_value_that_fits_its_scope() {
    assertThat(catchThrowable(() -> stops.set(Stop.Scope.ALL, "*", COUNSEL, " ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(catchThrowable(() -> stops.set(Stop.Scope.ALL, "DHS-ICE", COUNSEL, "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(catchThrowable(() -> stops.set(Stop.Scope.AGENCY, "*", COUNSEL, "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(stops.all()).isEmpty();
    assertThat(events()).isEmpty();
  }

  @Test
  void setting_a_stop_waits_for_a_dispatch_in_progress() throws Exception {
    CountDownLatch dispatching = new CountDownLatch(1);
    CountDownLatch dispatched = new CountDownLatch(1);
    CompletableFuture<Void> dispatch =
        CompletableFuture.runAsync(
            () ->
                lifecycle.run(
                    Actor.GATEWAY,
                    change -> {
                      lock.shared();
                      assertThat(stops.halts(WAY)).isFalse();
                      dispatching.countDown();
                      await(dispatched);
                    }));
    await(dispatching);
    CompletableFuture<Stop> stop =
        CompletableFuture.supplyAsync(() -> stops.set(Stop.Scope.ALL, "*", COUNSEL, "stop"));

    assertThat(catchThrowable(() -> stop.get(300, TimeUnit.MILLISECONDS)))
        .isInstanceOf(TimeoutException.class);
    dispatched.countDown();
    dispatch.get(10, TimeUnit.SECONDS);

    assertThat(stop.get(10, TimeUnit.SECONDS).active()).isTrue();
  }

  @Test
  void stops_that_are_not_lifted_come_first_then_the_newest() {
    Stop first = stops.set(Stop.Scope.AGENCY, "DHS-ICE", COUNSEL, "one");
    Stop second = stops.set(Stop.Scope.AGENCY, "DHS-CBP", COUNSEL, "two");
    Stop third = stops.set(Stop.Scope.ALL, "*", COUNSEL, "three");
    lift(third);

    assertThat(stops.all())
        .extracting(Stop::number)
        .containsExactly(second.number(), first.number(), third.number());
    assertThat(stops.find(second.number())).contains(second);
  }

  private void assertHalts(Stop.Scope scope, String value, boolean halts) {
    Stop stop = stops.set(scope, value, COUNSEL, "stop");
    assertThat(stops.halts(WAY)).as("%s %s", scope, value).isEqualTo(halts);
    lift(stop);
  }

  private void lift(Stop stop) {
    stops.lift(stop.number(), new Stops.Lifter(COUNSEL, true), "over");
    stops.lift(stop.number(), new Stops.Lifter(PRIVACY, false), "over");
  }

  private void upload(String file, String agency, String officer, Duration until) {
    tampering
        .sql(
            """
            insert into file (id, partner, agency, environment, sequence, name, size_bytes,
              sealed_sha256, received_at, state, agreement)
            values (?, 'dhs-ice', ?, 'T', 1, 'x', 1, '\\x00', now(), 'IN_PROGRESS', 'irs-ice-2025')
            """)
        .params(file, agency)
        .update();
    tampering
        .sql("insert into request_group (id, file_id, officers, requests) values (?, ?, ?, 1)")
        .params(file + "/g1", file, new String[] {officer})
        .update();
    tampering
        .sql(
            """
            insert into response (id, file_id, group_id, partner, officers, final, state,
              released_at, release_event, review_by, upload_until)
            values (?, ?, ?, 'dhs-ice', ?, false, 'UPLOADING', now(), 1, current_date,
              clock_timestamp() + ? * interval '1 second')
            """)
        .params(file + ".rsp.A", file, file + "/g1", new String[] {officer}, until.toSeconds())
        .update();
  }

  private List<String> events() {
    return jdbc.sql("select lower(verb) || ' ' || subject from event order by id")
        .query(String.class)
        .list();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
