package countersign.delivery;

import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.ResponseId;
import countersign.testkit.DeliveryPart;
import countersign.testkit.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints how much of the gateway's work on a response, from its release to its delivery, is signing
 * and verifying. A second thread looks twice a millisecond where the first one is; waiting for the
 * database counts where it happens. Waiting for the release time, for checkpoints, for the queue
 * and for the network is left out. The signatures were made in another memory, as after a restart,
 * so the release computes each of them.
 */
public final class SigningCost {
  private SigningCost() {}

  /** One response: how long it took, and how many samples of it were in which work. */
  private record Way(double milliseconds, int verifying, int all) {}

  /** Measures; an argument such as 40x5 is 5 responses with 40 requests each. */
  public static void main(String[] sizes) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int round = 0; round < 3; round++) {
      way(100); // the JVM gets warm, as a gateway is that has judged the requests of a day
    }
    out.println("requests  responses  median ms  of these for signing and verifying");
    for (String size : sizes.length == 0 ? new String[] {"1x10", "40x5", "200x3"} : sizes) {
      String[] parts = size.split("x", 2);
      int requests = Integer.parseInt(parts[0]);
      List<Way> ways = new ArrayList<>();
      for (int round = 0; round < Integer.parseInt(parts[1]); round++) {
        ways.add(way(requests));
      }
      int verifying = ways.stream().mapToInt(Way::verifying).sum();
      int all = ways.stream().mapToInt(Way::all).sum();
      List<Double> times = new ArrayList<>(ways.stream().map(Way::milliseconds).toList());
      Collections.sort(times);
      double median = times.get(times.size() / 2);
      out.printf(
          "%8d  %9d  %9.0f  %.0f (%.0f %%)%n",
          requests, ways.size(), median, median * verifying / all, 100.0 * verifying / all);
    }
  }

  private static Way way(int requests) throws IOException {
    World world = new World(Files.createTempDirectory("signing-cost"));
    for (int number = 1; number <= requests; number++) {
      world.approvals().holds(number);
    }
    FileId file = world.delivery().takes(requests);
    for (int number = 1; number <= requests; number++) {
      world.approvals().twoApprove(World.key(file, number));
    }
    world.passes(Duration.ofHours(7));
    Delivery steps = world.delivery().steps();
    steps.releaseDue();
    Sampler sampler = new Sampler(Thread.currentThread());
    sampler.start();
    long start = System.nanoTime();
    run(world, steps, new GroupId(file, 1));
    double milliseconds = (System.nanoTime() - start) / 1e6;
    sampler.end();
    List<String> states = world.list("select state from response");
    if (!states.equals(List.of("DELIVERED"))) {
      throw new IllegalStateException("The response is " + states);
    }
    return new Way(milliseconds, sampler.verifying, sampler.all);
  }

  private static void run(World world, Delivery steps, GroupId group) {
    steps.release(group);
    world.delivery().sealLedger();
    ResponseId response = ResponseId.parse(world.list("select id from response").get(0));
    steps.seal(response);
    world.delivery().sealLedger();
    SealedFile sealed = steps.dispatch(response);
    DeliveryPart.bytes(sealed);
    steps.deliver(sealed);
  }

  /** Looks where a thread is. */
  private static final class Sampler extends Thread {
    private final Thread watched;
    private final AtomicBoolean ended = new AtomicBoolean();
    private int verifying;
    private int all;

    Sampler(Thread watched) {
      super("sampler");
      this.watched = watched;
    }

    @Override
    public void run() {
      while (!ended.get()) {
        StackTraceElement[] frames = watched.getStackTrace();
        all++;
        if (VerifyingFrames.isIn(frames)) {
          verifying++;
        }
        LockSupport.parkNanos(500_000);
      }
    }

    void end() {
      ended.set(true);
      try {
        join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
