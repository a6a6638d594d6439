package countersign.verification;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs comparisons on all cores and adds their findings in the order in which the comparisons were
 * added. It keeps a few batches in memory and then waits. Used by one thread.
 */
final class OnAllCores implements AutoCloseable {
  private static final int COMPARISONS_AT_ONCE = 64;

  private final Findings findings;
  private final int batches;
  private final ExecutorService threads;
  private final Deque<Future<Findings>> running = new ArrayDeque<>();
  private List<Consumer<Findings>> batch = new ArrayList<>();

  /**
   * Starts a thread for each core.
   *
   * @param findings receives the findings, in the thread that calls {@link #add} and {@link
   *     #finish}
   */
  OnAllCores(Findings findings) {
    int cores = Runtime.getRuntime().availableProcessors();
    this.findings = findings;
    this.batches = 2 * cores;
    this.threads = Executors.newFixedThreadPool(cores);
  }

  /** Adds a comparison, which must read nothing but what it holds. */
  void add(Consumer<Findings> comparison) {
    batch.add(comparison);
    if (batch.size() == COMPARISONS_AT_ONCE) {
      submit();
    }
    if (running.size() > batches) {
      collectOldest();
    }
  }

  /** Waits until every comparison has added its findings. */
  void finish() {
    submit();
    while (!running.isEmpty()) {
      collectOldest();
    }
  }

  private void submit() {
    List<Consumer<Findings>> full = batch;
    batch = new ArrayList<>();
    running.add(
        threads.submit(
            () -> {
              Findings found = new Findings();
              full.forEach(comparison -> comparison.accept(found));
              return found;
            }));
  }

  private void collectOldest() {
    try {
      findings.addAll(running.remove().get());
    } catch (ExecutionException e) {
      throw new IllegalStateException("A comparison failed. The tables were not compared.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The comparison was interrupted before its end.", e);
    }
  }

  /** Ends the threads; what still runs is of no use to anybody. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
