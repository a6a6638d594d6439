package countersign.operations;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that another part tells, and that pages, probes and meters may ask for at any time. Each
 * read runs in a thread of its own, and nobody waits for it longer than the patience: a part that
 * is away or frozen leaves the last known value, with its age. Thread-safe.
 *
 * @param <T> type of the value
 */
public final class LastKnown<T> {
  private static final Logger LOG = LoggerFactory.getLogger(LastKnown.class);
  private static final int READERS = 4;

  private final String name;
  private final Supplier<T> read;
  private final Duration fresh;
  private final Duration patience;
  private final LongSupplier nanos;
  private final Semaphore readers = new Semaphore(READERS);
  private final AtomicLong overdue = new AtomicLong();
  private volatile @Nullable Known<T> last;
  private volatile long failedAt;
  private volatile boolean failed;

  /**
   * A value and its age.
   *
   * @param value the value
   * @param readAt monotonic time at which the reading began, in nanoseconds
   */
  private record Known<T>(T value, long readAt) {}

  /**
   * The last known value.
   *
   * @param value the value
   * @param age time since it was read; zero if it was read for this caller
   * @param current whether the part answers: no read has failed or is overdue since
   */
  public record Aged<T>(T value, Duration age, boolean current) {}

  /**
   * Creates a value that has not been read yet.
   *
   * @param name name of the part, for a thread and a log line
   * @param fresh age up to which a value is not read again
   * @param patience longest time for which a caller waits; the first one waits twice as long
   * @param read asks the part; may block for any time, or throw
   */
  public LastKnown(String name, Duration fresh, Duration patience, Supplier<T> read) {
    this(name, fresh, patience, read, System::nanoTime);
  }

  /**
   * Creates a value whose age another clock measures.
   *
   * @param nanos a monotonic clock
   */
  public LastKnown(
      String name, Duration fresh, Duration patience, Supplier<T> read, LongSupplier nanos) {
    this.name = name;
    this.fresh = fresh;
    this.patience = patience;
    this.read = read;
    this.nanos = nanos;
  }

  /** The value, read now if the last one is too old; empty if it was never read. */
  public Optional<Aged<T>> get() {
    Known<T> known = last;
    long now = nanos.getAsLong();
    boolean isFresh = known != null && now - known.readAt() < fresh.toNanos();
    boolean rests = failed && now - failedAt < fresh.toNanos();
    if (!isFresh && !rests && overdue.get() == 0 && readers.tryAcquire()) {
      await(begin());
    }
    return aged();
  }

  /** Whether the part answers now; false also while it was never read. */
  public boolean answers() {
    return get().filter(Aged::current).isPresent();
  }

  private Optional<Aged<T>> aged() {
    Known<T> known = last;
    return known == null
        ? Optional.empty()
        : Optional.of(
            new Aged<>(
                known.value(),
                Duration.ofNanos(Math.max(0, nanos.getAsLong() - known.readAt())),
                !failed && overdue.get() == 0));
  }

  private Reading begin() {
    Reading reading = new Reading(nanos.getAsLong());
    Thread thread = new Thread(reading, "ask-" + name);
    thread.setDaemon(true);
    thread.start(); // ends with the reading, so that none is left when the gateway stops
    return reading;
  }

  private void await(Reading reading) {
    try {
      Duration longest = last == null ? patience.multipliedBy(2) : patience;
      if (!reading.done.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
        reading.isOverdue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One question to the part. */
  private final class Reading implements Runnable {
    private final CountDownLatch done = new CountDownLatch(1);
    private final long begun;
    private boolean late;
    private boolean ended;

    Reading(long begun) {
      this.begun = begun;
    }

    @Override
    public void run() {
      try {
        T value = read.get();
        keep(new Known<>(value, begun));
        failed = false;
      } catch (RuntimeException e) {
        failedAt = nanos.getAsLong();
        failed = true;
        LOG.debug("{} does not answer: {}", name, e.getClass().getName());
      } finally {
        readers.release();
        end();
        done.countDown();
      }
    }

    private synchronized void isOverdue() {
      if (!ended) {
        late = true;
        overdue.incrementAndGet();
      }
    }

    private synchronized void end() {
      ended = true;
      if (late) {
        overdue.decrementAndGet();
      }
    }
  }

  /** An answer that comes late does not replace a later one. */
  private synchronized void keep(Known<T> known) {
    Known<T> before = last;
    if (before == null || before.readAt() <= known.readAt()) {
      last = known;
    }
  }
}
