package countersign.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits for a result of another process by polling. */
final class Polling {
  private static final long LOOK_EVERY_MILLIS = 200;

  private Polling() {}

  /** Makes one attempt. */
  interface Look<T> {
    Optional<T> once() throws IOException;
  }

  /**
   * Polls until the result is there.
   *
   * @param what description of the result for the error message
   * @throws IOException if the result does not come in time
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
