package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.TestDatabase;
import countersign.arrival.ArrivingFile;
import countersign.lifecycle.LifecycleFixtures;
import countersign.request.FileId;
import countersign.testkit.IntakePart;
import countersign.testkit.RequestFile;
import countersign.testkit.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a file costs does not depend on what the statistics say about the files before it. */
class JdbcPlansIT {
  private static final int REQUESTS = 2_000;

  @TempDir Path folder;

  private final World world = new World();
  private final IntakePart intake = world.intake();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(world.database()));

  @BeforeEach
  void a_file_before() throws IOException {
    read(1);
  }

  @Test
  void a_page_of_a_file_is_all_that_is_read_for_it() throws IOException {
    JdbcClient.create(TestDatabase.asSuperuser(world.database())).sql("analyze").update();
    read(2);
    JdbcRequests requests =
        new JdbcRequests(world.jdbc(), LifecycleFixtures.bulkRowsOn(world.database()));

    Long rows =
        transaction.execute(
            status -> {
              long before = rowsRead(); // of this connection's last transactions, not told yet
              assertThat(requests.page(id(2), 1, 500)).hasSize(500);
              return rowsRead() - before;
            });

    assertThat(rows).as("at least those of the page").isBetween(500L, 3L * 500);
  }

  @Test
  void judging_a_file_reads_its_own_rows_and_those_with_its_case_numbers() throws IOException {
    assertThat(rowsReadFor(() -> read(2))).isLessThan(30L * REQUESTS);
  }

  @Test
  void judging_reads_no_more_rows_a_request_for_a_larger_file() throws IOException {
    int few = 1_000;
    int many = 10_000;
    read(2, few);
    JdbcClient.create(TestDatabase.asSuperuser(world.database())).sql("analyze").update();

    double ofFew = rowsReadFor(() -> read(3, few)) / (double) few;
    double ofMany = rowsReadFor(() -> read(4, many)) / (double) many;

    assertThat(ofMany).isLessThan(ofFew * 1.2).isLessThan(30);
  }

  @Test
  void nor_for_one_that_says_the_same_again_and_again() throws IOException {
    int few = 1_000;
    int many = 10_000;
    arrives(2, few);
    JdbcClient.create(TestDatabase.asSuperuser(world.database())).sql("analyze").update();

    double ofFew = rowsReadFor(() -> arrives(3, few)) / (double) few;
    double ofMany = rowsReadFor(() -> arrives(4, many)) / (double) many;

    assertThat(ofMany).isLessThan(ofFew * 1.2);
  }

  /** One person, one case, one address, one officer, one reason. */
  private void arrives(int number, int requests) {
    RequestFile file = RequestFile.named(id(number).value());
    for (int i = 1; i <= requests; i++) {
      file.add(RequestFile.request(7).replace("R-000007", "R-%06d".formatted(i)));
    }
    intake.arrives(file);
    assertThat(world.codes(id(number))).isEmpty();
  }

  private interface Reading {
    void run() throws IOException;
  }

  private long rowsReadFor(Reading reading) throws IOException {
    JdbcClient statistics = JdbcClient.create(TestDatabase.asSuperuser(world.database()));
    long before = allRowsRead(statistics);
    reading.run();
    AtomicLong told = new AtomicLong();
    await("the statistics of connections that have closed")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              long now = allRowsRead(statistics) - before;
              return now > 0 && told.getAndSet(now) == now;
            });
    return told.get();
  }

  private static long allRowsRead(JdbcClient statistics) {
    String read =
        "select pg_stat_force_next_flush(), sum(seq_tup_read + idx_tup_fetch) as rows"
            + " from pg_stat_user_tables where relname in ('request', 'request_status')";
    return ((Number) statistics.sql(read).query().singleRow().get("rows")).longValue();
  }

  private long rowsRead() {
    return world
        .jdbc()
        .sql(
            "select sum(seq_tup_read + idx_tup_fetch) from pg_stat_xact_user_tables"
                + " where relname in ('request', 'request_status')")
        .query(Long.class)
        .single();
  }

  private static FileId id(int number) {
    return new FileId("DHS-ICE_T_20261124_%04d".formatted(number));
  }

  private void read(int number) throws IOException {
    read(number, REQUESTS);
  }

  private void read(int number, int requests) throws IOException {
    Path sealed = ManyRequests.sealed(world, id(number).value(), number * 20_000, requests, folder);
    try (InputStream in = Files.newInputStream(sealed)) {
      intake.judge(
          world
              .intake()
              .steps()
              .receive(
                  new ArrivingFile(
                      in,
                      sealed.getFileName().toString(),
                      Files.size(sealed),
                      IntakeFixtures.PARTNER)));
    }
    assertThat(world.state(id(number))).isIn("IN_PROGRESS", "HELD");
  }
}
