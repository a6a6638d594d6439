package countersign.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.testkit.LedgerPart;
import countersign.testkit.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Many writers and sealers at once, and many events. */
class JdbcBusyLedgerIT {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcBusyLedgerIT.class);

  private final World world = new World();
  private final LedgerPart ledger = world.ledger();
  private final LedgerReader reader = ledger.reader();
  private final LedgerSealer sealer = ledger.sealer();
  private final TransactionTemplate transaction = world.transactions();

  @Test
  void a_long_open_transaction_holds_nobody_up() throws InterruptedException {
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<EventRef> slow =
        CompletableFuture.supplyAsync(
            () ->
                transaction.execute(
                    status -> {
                      EventRef first = ledger.record("slow");
                      opened.countDown();
                      await(end);
                      return first;
                    }));
    await(opened);
    EventRef quick = ledger.record("quick");

    assertThat(sealer.seal().orElseThrow().size()).isOne();
    assertThat(reader.publicCovering(quick)).isPresent();

    end.countDown();
    EventRef late = slow.join();
    assertThat(late.id()).isLessThan(quick.id());
    assertThat(sealer.seal().orElseThrow().size()).isEqualTo(2);
    assertThat(reader.leafIndexOf(late)).hasValue(1);
    ledger.assertVerifies(2);
  }

  @Test
  void many_transactions_that_end_out_of_order_lose_and_double_nothing()
      throws InterruptedException {
    int writers = 8;
    int each = 100;
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
    List<CompletableFuture<Long>> kept = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      Random random = new Random(writer);
      kept.add(CompletableFuture.supplyAsync(() -> write(each, random), threads));
    }
    List<CompletableFuture<Void>> sealers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      sealers.add(
          CompletableFuture.runAsync(
              () -> {
                while (writing.get()) {
                  sealer.seal();
                }
              },
              threads));
    }
    long expected = kept.stream().mapToLong(CompletableFuture::join).sum();
    writing.set(false);
    sealers.forEach(CompletableFuture::join);
    sealer.seal();
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    assertThat(expected).isBetween((long) writers * each / 2, (long) writers * each * 3);
    assertThat(world.count("select count(*) from event")).isEqualTo(expected);
    assertThat(world.count("select count(*) from leaf")).isEqualTo(expected);
    assertThat(world.count("select count(*) from pending_event")).isZero();
    assertThat(world.jdbc().sql("select index from leaf order by index").query(Long.class).list())
        .isEqualTo(LongStream.range(0, expected).boxed().toList());
    ledger.assertVerifies(expected);
  }

  /** Floors far below what is measured, so that only a change of method fails them. */
  @Test
  void sealing_and_verifying_keep_up_with_a_flood() {
    int events = 20_000;
    long from = System.nanoTime();
    for (int i = 0; i < events / 1000; i++) {
      transaction.executeWithoutResult(
          status -> LongStream.range(0, 1000).forEach(n -> ledger.record("flood")));
    }
    Duration recording = Duration.ofNanos(System.nanoTime() - from);
    from = System.nanoTime();
    sealer.seal();
    Duration sealing = Duration.ofNanos(System.nanoTime() - from);
    from = System.nanoTime();
    ledger.assertVerifies(events);
    Duration verifying = Duration.ofNanos(System.nanoTime() - from);
    from = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      ledger.record("one");
      sealer.seal();
    }
    Duration single = Duration.ofNanos(System.nanoTime() - from).dividedBy(100);

    LOG.info(
        "{} events recorded in {}, sealed in {}, verified in {}; one alone recorded and sealed in {}",
        events,
        recording,
        sealing,
        verifying,
        single);
    assertThat(sealing).isLessThan(Duration.ofSeconds(20));
    assertThat(single).isLessThan(Duration.ofSeconds(1));
  }

  private long write(int transactions, Random random) {
    long kept = 0;
    for (int i = 0; i < transactions; i++) {
      int events = 1 + random.nextInt(3);
      boolean rollback = random.nextInt(5) == 0;
      transaction.executeWithoutResult(
          status -> {
            for (int n = 0; n < events; n++) {
              ledger.record("w");
              if (random.nextInt(4) == 0) {
                world.jdbc().sql("select pg_sleep(0.002)").query(rows -> {});
              }
            }
            if (rollback) {
              status.setRollbackOnly();
            }
          });
      kept += rollback ? 0 : events;
    }
    return kept;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException cause) {
      throw new IllegalStateException(cause);
    }
  }
}
