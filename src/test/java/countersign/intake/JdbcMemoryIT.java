package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import countersign.arrival.ArrivingFile;
import countersign.arrival.ReceivedFile;
import countersign.testkit.World;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory does not grow with a file's size. Short here; {@code -Dcountersign.memory=100000} is the
 * whole proof.
 */
class JdbcMemoryIT {
  private static final int FEW = 1_000;
  private static final int MANY = Integer.getInteger("countersign.memory", 15_000);
  private static final int FILES = Math.max(8, MANY / 2_000);

  private static final Set<String> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  @TempDir Path folder;

  @Test
  void a_large_file_needs_no_more_heap_than_small_ones() throws Exception {
    World world = new World();
    measure(world, 1, 1, FEW);

    long few = measure(world, 2, FILES, FEW);
    long many = measure(world, 2 + FILES, 1, MANY);

    assertThat(many).isLessThan(few * 11 / 10);
  }

  /** Peak of the heap in use right after a collection while files are read, in bytes. */
  private long measure(World world, int number, int files, int requests)
      throws IOException, InterruptedException {
    List<Path> sealed = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      sealed.add(ManyRequests.sealed(world, id(number + i), (number + i) * MANY, requests, folder));
    }
    CountDownLatch done = new CountDownLatch(1);
    AtomicLong peak = new AtomicLong();
    Thread collector = new Thread(() -> collect(done, peak));
    collector.start();
    for (Path file : sealed) {
      read(world, file);
    }
    done.countDown();
    collector.join();
    System.out.printf("%,d requests: peak heap after collection %,d bytes%n", requests, peak.get());
    return peak.get();
  }

  private static String id(int number) {
    return "DHS-ICE_T_20261124_%04d".formatted(number);
  }

  private static void collect(CountDownLatch done, AtomicLong peak) {
    try {
      do {
        System.gc();
        peak.accumulateAndGet(afterCollection(), Math::max);
      } while (!done.await(200, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What the last full collection left, without what was allocated since. */
  private static long afterCollection() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .map(collector -> ((GarbageCollectorMXBean) collector).getLastGcInfo())
        .filter(Objects::nonNull)
        .max(Comparator.comparingLong(GcInfo::getEndTime))
        .map(
            last ->
                last.getMemoryUsageAfterGc().entrySet().stream()
                    .filter(pool -> HEAP.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum())
        .orElseThrow();
  }

  private static void read(World world, Path sealed) throws IOException {
    ReceivedFile received;
    try (InputStream in = Files.newInputStream(sealed)) {
      received =
          world
              .intake()
              .steps()
              .receive(
                  new ArrivingFile(
                      in,
                      sealed.getFileName().toString(),
                      Files.size(sealed),
                      IntakeFixtures.PARTNER));
    }
    world.intake().judge(received);
    assertThat(world.state(received.id())).isIn("IN_PROGRESS", "HELD");
    assertThat(world.codes(received.id())).isEmpty();
  }
}
