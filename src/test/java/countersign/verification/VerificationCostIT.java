package countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import countersign.request.FileId;
import countersign.testkit.World;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints how long it takes to verify many requests, each of which was disclosed. */
class VerificationCostIT {
  private static final int PER_FILE = Integer.getInteger("countersign.verify.perFile", 20);
  private static final int REQUESTS = Integer.getInteger("countersign.verify.requests", 200);

  @Test
  void the_time_to_verify_many_requests_is_printed_and_nothing_is_found(@TempDir Path keys) {
    World world = new World(keys);
    for (int number = 1; number <= PER_FILE; number++) {
      world.approvals().holds(number);
    }
    FileId file = world.delivery().takes(PER_FILE);
    for (int number = 1; number <= PER_FILE; number++) {
      world.approvals().twoApprove(World.key(file, number));
    }
    world.passes(Duration.ofHours(7));
    world.delivery().runs();
    assertThat(world.list("select state from response")).containsOnly("DELIVERED");
    CopiedFiles copies = new CopiedFiles(world, file.toString());
    for (int number = 2; number <= REQUESTS / PER_FILE; number++) {
      copies.copy(number);
    }
    world.delivery().sealLedger();
    world.tampering().sql("analyze").update();

    Report report = timed(world);

    assertThat(report.toString()).endsWith("The tables agree with the ledger.");
    assertThat(report.isFine()).isTrue();
  }

  private static Report timed(World world) {
    List<MemoryPoolMXBean> heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    System.gc();
    heap.forEach(MemoryPoolMXBean::resetPeakUsage);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long cpu = system.getProcessCpuTime();
    try (Connection connection = world.database().getConnection()) {
      Report report = AnsweredWorld.check().run(connection, List.of());
      System.getLogger("cost")
          .log(
              System.Logger.Level.INFO,
              "{0} requests: {1} ms, {2} ms of processor time, heap at most {3} MiB",
              REQUESTS,
              (System.nanoTime() - start) / 1_000_000,
              (system.getProcessCpuTime() - cpu) / 1_000_000,
              heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
      return report;
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
