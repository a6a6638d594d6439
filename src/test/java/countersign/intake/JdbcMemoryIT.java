package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.intake.IntakeFixtures.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with a file's size. */
class JdbcMemoryIT {
  private static final int FEW = 1_000;
  private static final int MANY = 100_000;

  @TempDir Path folder;

  @Test
  void a_hundred_thousand_requests_need_no_more_heap_than_a_thousand() throws Exception {
    World world = new World();
    measure(world, 1, FEW);

    long few = measure(world, 2, FEW);
    long many = measure(world, 3, MANY);

    assertThat(many).isLessThan(few * 11 / 10);
  }

  /** Peak of the heap in use right after a collection, in bytes. */
  private long measure(World world, int number, int requests)
      throws IOException, InterruptedException {
    String id = "DHS-ICE_T_20261124_%04d".formatted(number);
    Path sealed = ManyRequests.sealed(world, id, requests, folder);
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong peak = new AtomicLong();
    Thread collector =
        new Thread(
            () -> {
              while (!done.get()) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                long used = runtime.totalMemory() - runtime.freeMemory();
                peak.accumulateAndGet(used, Math::max);
              }
            });
    collector.start();
    long begun = System.nanoTime();
    read(world, sealed);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    done.set(true);
    collector.join();
    System.out.printf(
        "%,d requests: peak heap after collection %,d bytes, %d ms while collecting all the time%n",
        requests, peak.get(), took.toMillis());
    return peak.get();
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
    Path sealed =
        ManyRequests.sealed(world, "DHS-ICE_T_20261124_%04d".formatted(number), requests, folder);
    long begun = System.nanoTime();
    read(world, sealed);
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        "%,d requests (%,d bytes): received and read in %.1f s, %,.0f requests/s%n",
        requests, Files.size(sealed), seconds, requests / seconds);
  }
}
