package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.demo.EmbeddedBroker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the gateway (kill -9) at random moments of a running exchange and restarts it each time.
 * The default is short; {@code -Dcountersign.kills=20} runs the full proof. A failure prints the
 * seed; {@code -Dcountersign.seed=N} repeats the run.
 */
class KillIT {
  private static final int KILLS = Integer.getInteger("countersign.kills", 2);
  private static final long SEED = Long.getLong("countersign.seed", System.nanoTime());

  /** Kept after a failure, because the world's log and database show which work was left. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void every_file_ends_in_one_state_and_every_request_is_answered_once() throws Exception {
    Random random = new Random(SEED);
    GatewayProcess gateway = new GatewayProcess(folder);
    ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    try {
      gateway.start();
      Traffic traffic = Traffic.of(gateway.home());
      for (int i = 0; i < KILLS; i++) {
        ScheduledFuture<?> kill =
            killer.schedule(gateway::kill, 500 + random.nextInt(7_500), TimeUnit.MILLISECONDS);
        runUntilKilled(gateway, traffic);
        kill.get();
        if (random.nextInt(4) == 0) {
          gateway.launch();
          killer.schedule(gateway::kill, random.nextInt(9_000), TimeUnit.MILLISECONDS).get();
        }
        gateway.start();
        agrees(gateway);
      }
      traffic.send();
      long begun = System.nanoTime();
      everythingIsAnswered(gateway, traffic);
      System.out.printf(
          "%d kills, %d files, seed %d; the last answer came %d s after the last file%n",
          KILLS, traffic.sent().size(), SEED, (System.nanoTime() - begun) / 1_000_000_000);
      answeredOnce(gateway, traffic);
      onlyWhatTwoSigned(gateway);
      outboxIsWhatWasSealed(gateway);
      gateway.stop();
      assertThat(messages(gateway)).as("messages left in queues (seed %d)", SEED).isZero();
    } finally {
      killer.shutdownNow();
      gateway.stop();
    }
  }

  private void everythingIsAnswered(GatewayProcess gateway, Traffic traffic) throws Exception {
    try {
      Awaitility.await()
          .atMost(Duration.ofMinutes(4)) // below the five after which messages are resent
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> {
                traffic.sign();
                return count(gateway, "select count(*) from file where state = 'ANSWERED'")
                        == traffic.sent().size()
                    && count(gateway, "select count(*) from work") == 0;
              });
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          "Not every file is answered (seed %d), see %s: %s"
              .formatted(SEED, gateway.home(), stuck(gateway)),
          e);
    }
  }

  /** Unfinished work: ids, states and causes; no personal data. */
  private static List<String> stuck(GatewayProcess gateway) throws Exception {
    return rows(
        gateway,
        """
        select 'file ' || id || ' ' || state from file where state <> 'ANSWERED'
        union all select 'work ' || w::text from work w
        union all select 'response ' || id || ' ' || state from response where state <> 'DELIVERED'
        union all select 'acknowledgement ' || a.id || ' ' || a.state from acknowledgement a where state <> 'DELIVERED'
        union all select 'request ' || id || ' ' || state from request_status where state not in ('REFUSED', 'DELIVERED')
        """);
  }

  private void runUntilKilled(GatewayProcess gateway, Traffic traffic) {
    int round = 0;
    while (gateway.isAlive()) {
      try {
        if (round++ % 4 == 0) {
          traffic.send();
        }
        traffic.sign();
      } catch (IOException | RuntimeException e) {
        // The gateway died under the call, or a draft was decided before it died: the next start
        // goes on. Neither is an error of the gateway's own.
        assertThat(String.valueOf(e.getMessage())).doesNotContainPattern(" with 5[0-9]{2} ");
      }
    }
  }

  /**
   * Checks directly after a restart: nothing is in two states, and nothing was released without two
   * signatures.
   */
  private static void agrees(GatewayProcess gateway) throws Exception {
    onlyWhatTwoSigned(gateway);
    assertThat(
            rows(
                gateway,
                """
                select s.id || ' ' || s.state from request_status s where s.state in ('RELEASED', 'DELIVERED')
                  and not exists (select from response_item i where i.request = s.id)
                """))
        .as("released without being in a response (seed %d)", SEED)
        .isEmpty();
    assertThat(
            rows(
                gateway,
                """
                select s.id from request_status s where s.state in ('DRAFTED', 'ENDORSED')
                  and not exists (select from work w where w.id = s.id and w.stage in ('endorse', 'countersign'))
                """))
        .as("a draft that nobody is asked about (seed %d)", SEED)
        .isEmpty();
    assertThat(
            rows(
                gateway,
                """
                select c.file_id || '/' || c.number from file_chunk c
                where not exists (select from file f where f.id = c.file_id)
                  and not exists (select from arrival a where a.file_id = c.file_id)
                """))
        .as("a chunk of no file and of none that is coming (seed %d)", SEED)
        .isEmpty();
  }

  private static void answeredOnce(GatewayProcess gateway, Traffic traffic) throws Exception {
    assertThat(rows(gateway, "select file_id from arrival"))
        .as("an attempt to receive that is neither over nor removed (seed %d)", SEED)
        .isEmpty();
    assertThat(rows(gateway, "select id from file order by id"))
        .containsAll(traffic.sent().stream().map(Object::toString).toList());
    assertThat(
            rows(
                gateway,
                """
                select s.id || ' ' || s.state from request_status s
                where s.state not in ('REFUSED', 'DELIVERED')
                   or (s.state = 'DELIVERED') <> exists (select from response_item i where i.request = s.id)
                """))
        .as("not answered exactly once (seed %d)", SEED)
        .isEmpty();
    assertThat(count(gateway, "select count(*) from response_item where outcome = 'DISCLOSED'"))
        .isPositive();
  }

  private static void onlyWhatTwoSigned(GatewayProcess gateway) throws Exception {
    assertThat(
            rows(
                gateway,
                """
                select i.request from response_item i where i.outcome = 'DISCLOSED' and 2 <> (
                  select count(distinct a.account) from approval a
                  where a.id = i.request and a.step in ('ENDORSE', 'COUNTERSIGN') and a.draft_sha256 = i.item_sha256)
                """))
        .as("disclosed without two people over the same bytes (seed %d)", SEED)
        .isEmpty();
  }

  private static void outboxIsWhatWasSealed(GatewayProcess gateway) throws Exception {
    List<String> sealed =
        rows(
            gateway,
            """
            select encode(sealed_sha256, 'hex') from response where state = 'DELIVERED'
            union select encode(sealed_sha256, 'hex') from acknowledgement where state = 'DELIVERED'
            """);
    List<String> lying = new ArrayList<>();
    try (Stream<Path> files = Files.list(gateway.home().resolve("sftp/dhs-ice/outbox"))) {
      for (Path file :
          files.filter(path -> !path.getFileName().toString().startsWith(".")).toList()) {
        lying.add(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))));
      }
    }
    assertThat(lying).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(sealed);
  }

  /** Number of messages that the broker finds on disk, dead letters included. */
  private static long messages(GatewayProcess gateway) throws JMException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(gateway.home().resolve("activemq"))) {
      assertThat(broker).isNotNull();
      return (Long)
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName("org.apache.activemq:type=Broker,brokerName=countersign"),
                  "TotalMessageCount");
    }
  }

  private static long count(GatewayProcess gateway, String query) throws Exception {
    return Long.parseLong(rows(gateway, query).get(0));
  }

  private static List<String> rows(GatewayProcess gateway, String query)
      throws SQLException, IOException {
    String password =
        Files.readString(gateway.home().resolve("secrets/app"), StandardCharsets.UTF_8);
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(gateway.databaseUrl(), "countersign_app", password);
        Statement sql = connection.createStatement();
        ResultSet found = sql.executeQuery(query)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }
}
