package countersign.incidents;

import countersign.operations.LedgerCheck;
import countersign.recall.Recalls;
import countersign.testkit.World;
import java.util.Optional;

/** Builds incidents on a world's database. */
public final class IncidentsFixtures {
  private IncidentsFixtures() {}

  /** Incidents. */
  public static Incidents incidentsOn(World world) {
    return new Incidents(world.lifecycle(), new JdbcIncidents(world.jdbc()));
  }

  /** The task that opens incidents and alarms. */
  public static Runnable clockOn(World world, Recalls recalls, LedgerCheck.Checked checked) {
    LedgerCheck checks =
        new LedgerCheck() {
          @Override
          public Optional<Checked> last() {
            return Optional.of(checked);
          }

          @Override
          public boolean isRunning() {
            return false;
          }

          @Override
          public void start() {
            throw new UnsupportedOperationException("not started here");
          }
        };
    return new IncidentClock(
            incidentsOn(world),
            new JdbcIncidents(world.jdbc()),
            recalls,
            checks,
            world.lifecycle(),
            world.clock())
        ::run;
  }
}
