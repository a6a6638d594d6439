package countersign.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short form of {@code bench/faults}: two gateways on production parts, ten faults one after
 * the other under load, and then a database that somebody restored from an older backup. {@code
 * -Dcountersign.seed=N} chooses the moments and the targets.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
@EnabledIfSystemProperty(
    named = "countersign.faults",
    matches = "short",
    disabledReason = "has not passed as a whole yet: bench/README.md says how to run it")
class FaultsIT {
  private static final long SEED = Long.getLong("countersign.seed", 21);

  /** Seconds between two files. */
  private static final int BETWEEN_FILES = 6;

  /** Kept after a failure, because it has the logs. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static Fleet fleet;
  private static Load load;
  private static Series series;
  private static boolean isDone;

  @BeforeAll
  static void starts() throws Exception {
    fleet = Fleet.start(folder, Pace.FAST);
    load = new Load(fleet);
    series = new Series(fleet, load, SEED, Pace.FAST);
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
    load.sendEach(BETWEEN_FILES);
    for (Fault fault :
        List.of(
            Fault.BROKER_CUT_OFF,
            Fault.DATABASE_CONNECTIONS_CUT,
            Fault.PARTNER_CHANGED_ITS_HOST_KEY,
            Fault.CLOCK_A_DAY_AHEAD,
            Fault.DATABASE_FROZEN,
            Fault.BROKER_DISK_FULL,
            Fault.GATEWAY_FROZEN,
            Fault.BROKER_LOST_ITS_STORE,
            Fault.DATABASE_KILLED)) {
      series.happens(fault);
    }
    series.interrupts(Fault.GATEWAY_KILLED);
    load.endSending();
    series.recovers();
    assertThat(series.ends().folder()).isGreaterThan(load.sent().size());
    isDone = true;
  }

  @Test
  void b_an_older_database_answers_nothing_before_two_people_confirmed_it() throws Exception {
    assumeTrue(isDone, "the ten faults left work that is under way");
    new RestoredDatabase(fleet, load, series).isConfirmedByTwo();
  }
}
