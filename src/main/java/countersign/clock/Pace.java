package countersign.clock;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Holds one transfer back to a number of bytes a second, from its first byte. For one thread. */
public final class Pace {
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Waits; a test passes the time instead. */
  @FunctionalInterface
  interface Wait {
    void nanos(long nanos) throws InterruptedException;
  }

  private final long bytesPerSecond;
  private final LongSupplier nanos;
  private final Wait wait;
  private long startedAt;
  private long passed;

  Pace(long bytesPerSecond, LongSupplier nanos, Wait wait) {
    this.bytesPerSecond = bytesPerSecond;
    this.nanos = nanos;
    this.wait = wait;
  }

  /**
   * The pace of one transfer.
   *
   * @param bytesPerSecond null if it is not held back
   */
  public static Pace of(@Nullable Long bytesPerSecond) {
    return new Pace(
        bytesPerSecond == null ? 0 : bytesPerSecond, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  /**
   * Waits until this many more bytes may have passed.
   *
   * @throws InterruptedIOException if the gateway stops meanwhile
   */
  public void pass(int bytes) throws InterruptedIOException {
    if (bytesPerSecond == 0 || bytes <= 0) {
      return;
    }
    if (passed == 0) {
      startedAt = nanos.getAsLong();
    }
    passed += bytes;
    long due = Math.round((double) passed / bytesPerSecond * SECOND_NANOS);
    long left = due - (nanos.getAsLong() - startedAt);
    try {
      if (left > 0) {
        wait.nanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("A transfer that was held back ended early");
    }
  }

  /** How many bytes are read at once, so that no wait is longer than about a second. */
  public int block(int most) {
    return bytesPerSecond == 0 ? most : (int) Math.min(most, bytesPerSecond);
  }

  /** The same bytes at this pace. */
  public InputStream hold(InputStream fast) {
    return bytesPerSecond == 0 ? fast : new Held(fast);
  }

  private final class Held extends FilterInputStream {
    Held(InputStream fast) {
      super(fast);
    }

    @Override
    public int read() throws IOException {
      int found = super.read();
      pass(found < 0 ? 0 : 1);
      return found;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, block(length));
      pass(count);
      return count;
    }
  }
}
