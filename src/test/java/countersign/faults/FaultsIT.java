package countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The short form of {@code bench/faults}: two gateways on production parts, ten faults under load,
 * and the faults that a person must understand, one by one. It runs only with {@code
 * -Dcountersign.faults=short}. {@code -Dcountersign.seed=N} repeats a run.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@EnabledIfSystemProperty(
    named = "countersign.faults",
    matches = "short",
    disabledReason = "takes a quarter of an hour: bench/README.md says how to run it")
class FaultsIT {
  private static final long SEED = Long.getLong("countersign.seed", 21);
  private static final Duration SOON = Duration.ofMinutes(4);

  /** Kept after a failure, because it has the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Fleet fleet;
  private static Load load;
  private static Series series;

  @BeforeAll
  static void starts() throws Exception {
    fleet = Fleet.start(folder);
    load = new Load(fleet);
    series = new Series(fleet, load, SEED, Duration.ofSeconds(1));
    load.beginSigning();
  }

  @AfterAll
  static void stops() throws IOException {
    if (load != null) {
      load.close();
    }
    if (fleet != null) {
      fleet.close();
    }
  }

  @Test
  void a_ten_faults_under_load_lose_double_and_park_nothing() throws Exception {
    load.sendEach(4);
    for (Fault fault :
        List.of(
            Fault.BROKER_CUT_OFF,
            Fault.DATABASE_CONNECTIONS_CUT,
            Fault.PARTNER_KILLED,
            Fault.DATABASE_FROZEN,
            Fault.GATEWAY_KILLED,
            Fault.BROKER_KILLED,
            Fault.PARTNER_CUT_OFF,
            Fault.DATABASE_SILENT,
            Fault.TEMPORARY_DISK_FULL,
            Fault.DATABASE_KILLED)) {
      series.happens(fault);
    }
    assertThat(series.ends().folder()).isGreaterThan(load.sent().size());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "GATEWAYS_STOPPED_IN_TURN",
        "BROKER_LOST_ITS_STORE",
        "PARTNER_CHANGED_ITS_HOST_KEY",
        "BROKER_FROZEN"
      })
  void b_what_it_interrupts_is_answered_without_a_person(Fault fault) throws Exception {
    load.sendEach(2);
    series.next(fault);
    series.ends();
  }

  @Test
  void c_a_gateway_that_was_frozen_longer_than_its_leases_does_nothing_twice() throws Exception {
    load.sendEach(2);
    List<ProcessHandle> frozen = Signals.tree(fleet.one().running().process());
    Signals.freeze(frozen);
    try {
      String file = load.send();
      await("the other gateway")
          .atMost(SOON)
          .until(() -> series.counts().missing(List.of(file)).isEmpty());
      await("the leases to end").pollDelay(Duration.ofSeconds(5)).until(() -> true);
    } finally {
      Signals.thaw(frozen);
    }
    fleet.everyGatewayIsUp();
    series.ends();
  }

  @Test
  void d_a_gateway_whose_clock_is_a_day_ahead_steps_aside_and_changes_nothing() throws Exception {
    load.sign(false);
    String waiting = load.send();
    Rows rows = Rows.of(fleet.database());
    await("a draft")
        .atMost(SOON)
        .until(
            () -> rows.count("select count(*) from request_status where state = 'DRAFTED'") == 2);
    fleet.two().clock().moveTo("+1d");
    try {
      series.looks().awaitWord(fleet.two(), "CLOCK_WRONG", SOON);
      series.looks().allAnswer(fleet.two());
      load.sign(true);
      series.answered(List.of(waiting));
      assertThat(rows.list("select subject from event where verb in ('lapse', 'park')")).isEmpty();
      assertThat(
              rows.list(
                  "select task_name from scheduled_tasks where task_name <> 'nightly' and execution_time > now() + interval '10 minutes'"))
          .as("timers of tomorrow")
          .isEmpty();
    } finally {
      fleet.two().clock().moveTo("+0");
    }
    fleet.everyGatewayIsUp();
    series.ends();
  }

  @Test
  void e_a_full_disk_of_the_broker_is_refused_and_gone_when_there_is_room() throws Exception {
    fleet.brokerDisk().fill(fleet.store());
    try {
      load.sendEach(1);
      series.looks().awaitWord(fleet.one(), "BROKER_DOWN", SOON);
      series.looks().allAnswer(fleet.one());
    } finally {
      fleet.brokerDisk().free(fleet.store());
    }
    fleet.everyGatewayIsUp();
    series.ends();
  }

  @Test
  void f_a_full_disk_of_the_journal_holds_uploads_until_there_is_room() throws Exception {
    for (Member member : fleet.members()) {
      member.disks().fill(member.state());
    }
    try {
      load.sendEach(1); // the last block of a journal has room for some lines
      await("a gateway to say it")
          .atMost(SOON)
          .until(() -> says(fleet.one(), "JOURNAL_DOWN") || says(fleet.two(), "JOURNAL_DOWN"));
      series.counts().compare();
    } finally {
      for (Member member : fleet.members()) {
        member.disks().free(member.state());
      }
    }
    fleet.everyGatewayIsUp();
    series.ends();
  }

  private static boolean says(Member member, String word) throws IOException, InterruptedException {
    return series.looks().says(member, word);
  }

  @Test
  void z_an_older_database_answers_nothing_before_two_people_confirmed_it() throws Exception {
    new RestoredDatabase(fleet, load, series).isConfirmedByTwo();
  }
}
