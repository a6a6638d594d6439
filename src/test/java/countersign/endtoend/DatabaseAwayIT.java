package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.operations.Queues;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database becomes unreachable in the middle of an exchange and comes back. */
class DatabaseAwayIT {
  /**
   * The broker gives up after three attempts at intervals of half a second, instead of after 13
   * seconds.
   */
  private static final String BROKER =
      "vm://countersign?create=false&jms.redeliveryPolicy.maximumRedeliveries=2&jms.redeliveryPolicy.initialRedeliveryDelay=500";

  @TempDir Path folder;

  @Test
  void consumers_pause_while_the_database_is_unreachable_and_then_everything_is_answered()
      throws Exception {
    try (WholeGateway gateway =
        WholeGateway.start(
            folder.resolve("demo"),
            config -> {},
            "--spring.datasource.hikari.connection-timeout=500",
            "--spring.activemq.broker-url=" + BROKER)) {
      PlayedPartner partner = PlayedPartner.of(gateway);
      Desk desk = new Desk(gateway);
      String file = partner.sendsAGoodFile().path("fileId").asString();
      desk.bothSign(file);

      goesAway(gateway);
      hints(gateway, WorkQueue.LOOKUP, file + "/1");
      Queues queues = gateway.bean(Queues.class);
      await("the consumers to rest")
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  queues
                      .of(WorkQueue.LOOKUP)
                      .map(Queues.Numbers::consumers)
                      .equals(Optional.of(0)));
      await("longer than the broker would have tried")
          .during(Duration.ofSeconds(8))
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  queues
                      .of(WorkQueue.LOOKUP)
                      .map(Queues.Numbers::consumers)
                      .equals(Optional.of(0)));
      comesBack(gateway);

      await("the response to " + file)
          .atMost(Duration.ofSeconds(90))
          .until(() -> partner.lists("outbox", file + ".rsp").size() == 1);
      String response = partner.lists("outbox", file + ".rsp").get(0);
      assertThat(partner.opensAsOfficer(Files.readAllBytes(partner.outbox(response))))
          .contains("\"outcome\":\"DISCLOSED\"");
      await("nothing to be left over")
          .atMost(Duration.ofSeconds(60))
          .until(() -> gateway.bean(Work.class).rows(null, false, 10).isEmpty());
    }
  }

  /** Refuses new connections and terminates the existing ones. */
  private static void goesAway(WholeGateway gateway) throws SQLException, IOException {
    asSuperuser(
        gateway,
        "alter database countersign allow_connections false",
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'countersign'");
  }

  private static void comesBack(WholeGateway gateway) throws SQLException, IOException {
    asSuperuser(gateway, "alter database countersign allow_connections true");
  }

  private static void asSuperuser(WholeGateway gateway, String... statements)
      throws SQLException, IOException {
    String url = gateway.parts().superuserUrl("postgres");
    try (java.sql.Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  /**
   * Sends a message that a consumer receives before the gateway has noticed that the database is
   * unreachable.
   */
  private static void hints(WholeGateway gateway, WorkQueue queue, String id) throws JMSException {
    try (Connection connection = gateway.bean(ConnectionFactory.class).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      session
          .createProducer(session.createQueue(queue.queueName()))
          .send(session.createTextMessage(id));
    }
  }
}
