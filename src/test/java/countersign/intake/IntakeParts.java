package countersign.intake;

import countersign.arrival.JdbcArrivals;
import countersign.authority.TestAuthority;
import countersign.delivery.DeliveryFixtures;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import countersign.pgp.Opener;
import countersign.screening.ScreeningPolicy;
import countersign.testkit.World;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The objects of this package on a world's database.
 *
 * @param progress starts look-ups and ends files
 */
public record IntakeParts(
    Intake intake,
    FileMoves inbox,
    HeldDecisions heldFiles,
    FileProgress progress,
    JdbcRequestGroups groups) {
  private static final int WORKERS = 2;

  /** Builds them; the world then holds the lease of the partner's inbox. */
  public static IntakeParts on(World world, ScreeningPolicy policy, Supplier<Opener> opener) {
    Lifecycle lifecycle = world.lifecycle();
    Stores stores = stores(world);
    Leases leases = LifecycleFixtures.leasesOn(world.database());
    leases.take("inbox-" + TestAuthority.PARTNER, Duration.ofHours(1));
    ExecutorService workers = workers();
    ScreeningAccounting verdicts = new ScreeningAccounting(stores, workers);
    FileProgress progress = new FileProgress(stores, policy);
    return new IntakeParts(
        new Intake(
            lifecycle,
            stores,
            new ReceiveStep(lifecycle, leases, stores, policy, partner -> 1L << 32),
            new FileReader(stores, policy, opener, workers, verdicts),
            policy,
            verdicts),
        new FileMoves(lifecycle, leases, stores, progress),
        new HeldDecisions(
            lifecycle, stores, new JdbcHeldRequests(world.jdbc()), policy, verdicts, world.clock()),
        progress,
        stores.groups());
  }

  /** The receipts and dispositions among the stored files. */
  public static ReceiptFiles receiptFilesOn(World world) {
    return new ReceiptFiles(stores(world));
  }

  private static Stores stores(World world) {
    DataSource database = world.database();
    JdbcClient jdbc = world.jdbc();
    return new Stores(
        new JdbcArrivals(jdbc),
        new JdbcFiles(jdbc),
        new JdbcRequests(jdbc, LifecycleFixtures.bulkRowsOn(database)),
        new JdbcFileHistory(jdbc),
        new JdbcRequestGroups(jdbc),
        DeliveryFixtures.acknowledgementsOn(database),
        world.accounting(),
        world.vault(),
        world.stops());
  }

  private static ExecutorService workers() {
    return Executors.newFixedThreadPool(
        WORKERS,
        task -> {
          Thread thread = new Thread(task, "screen");
          thread.setDaemon(true);
          return thread;
        });
  }
}
