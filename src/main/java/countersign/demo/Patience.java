package countersign.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for something that another process does, looking again and again. */
final class Patience {
  private static final long LOOK_EVERY_MILLIS = 200;

  private Patience() {}

  /** Looks once. */
  interface Look<T> {
    Optional<T> once() throws IOException;
  }

  /**
   * Looks until it is there.
   *
   * @param what for the sentence if it never is
   * @throws IOException if it is not there in time
   */
  static <T> T until(String what, Duration longest, Look<T> look) throws IOException {
    Semaphore never = new Semaphore(0);
    long begun = System.nanoTime();
    do {
      Optional<T> there = look.once();
      if (there.isPresent()) {
        return there.get();
      }
      try {
        if (never.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while waiting for " + what, e);
      }
    } while (System.nanoTime() - begun < longest.toNanos());
    throw new IOException("%s did not arrive within %d s".formatted(what, longest.toSeconds()));
  }
}
