package countersign.intake;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TestDatabase;
import countersign.accounting.AccountingFixtures;
import countersign.intake.IntakeFixtures.World;
import countersign.request.FileId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(world.database));

  @BeforeEach
  void a_file_before() throws IOException {
    read(1);
  }

  @Test
  void a_page_of_a_file_is_all_that_is_read_for_it() throws IOException {
    JdbcClient.create(TestDatabase.asSuperuser(world.database)).sql("analyze").update();
    read(2);
    JdbcRequests requests =
        new JdbcRequests(world.jdbc, AccountingFixtures.bulkRowsOn(world.database));

    Long rows =
        transaction.execute(
            status -> {
              long before = rowsRead(); // of this connection's last transactions, not told yet
              assertThat(requests.page(id(2), 1, 500)).hasSize(500);
              return rowsRead() - before;
            });

    assertThat(rows).isLessThan(3 * 500);
  }

  @Test
  void judging_a_file_reads_its_own_rows_and_those_with_its_case_numbers() throws IOException {
    JdbcClient statistics = JdbcClient.create(TestDatabase.asSuperuser(world.database));
    String read =
        "select pg_stat_force_next_flush(), sum(seq_tup_read + idx_tup_fetch) as rows"
            + " from pg_stat_user_tables where relname in ('request', 'request_status')";
    long before = ((Number) statistics.sql(read).query().singleRow().get("rows")).longValue();

    read(2);

    long after = ((Number) statistics.sql(read).query().singleRow().get("rows")).longValue();
    assertThat(after - before).isLessThan(20L * REQUESTS);
  }

  private long rowsRead() {
    return world
        .jdbc
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
    Path sealed =
        ManyRequests.sealed(world, id(number).value(), number * REQUESTS, REQUESTS, folder);
    try (InputStream in = Files.newInputStream(sealed)) {
      world.judge(
          world.intake.receive(
              in, sealed.getFileName().toString(), Files.size(sealed), IntakeFixtures.PARTNER));
    }
    assertThat(world.state(id(number))).isIn("IN_PROGRESS", "HELD");
  }
}
