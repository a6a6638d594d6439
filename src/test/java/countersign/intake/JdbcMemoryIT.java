package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.intake.IntakeFixtures.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with a file's size. */
@EnabledIfSystemProperty(
    named = "countersign.memory",
    matches = ".+",
    disabledReason = "The memory proof has a command of its own, see CONTRIBUTING.")
class JdbcMemoryIT {
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;

  @TempDir Path folder;

  @Test
  void a_hundred_thousand_requests_need_no_more_heap_than_a_thousand() throws Exception {
    World world = new World();
    measure(world, 1, 1, FEW);

    long few = measure(world, 2, 60, FEW);
    long many = measure(world, 62, 1, MANY);

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
        Runtime runtime = Runtime.getRuntime();
        peak.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
      } while (!done.await(20, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void read(World world, Path sealed) throws IOException {
    ReceivedFile received;
    try (InputStream in = Files.newInputStream(sealed)) {
      received =
          world.intake.receive(
              in, sealed.getFileName().toString(), Files.size(sealed), IntakeFixtures.PARTNER);
    }
    world.judge(received);
    assertThat(world.state(received.id())).isIn("IN_PROGRESS", "HELD");
    assertThat(world.codes(received.id())).isEmpty();
  }

  @Test
  void speed_is_reported() throws Exception {
    World world = new World();
    measureSpeed(world, 1, 10_000);
    measureSpeed(world, 2, MANY);
  }

  private void measureSpeed(World world, int number, int requests) throws IOException {
    Path sealed = ManyRequests.sealed(world, id(number), number * MANY, requests, folder);
    long begun = System.nanoTime();
    read(world, sealed);
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%,d requests (%,d bytes): received and read in %.1f s, %,.0f requests/s%n",
        requests, Files.size(sealed), seconds, requests / seconds);
  }
}
