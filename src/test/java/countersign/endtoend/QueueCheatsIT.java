package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import countersign.lifecycle.WorkQueue;
import countersign.testkit.RequestFile;
import countersign.testkit.StoredRows;
import countersign.verification.CrossCheck;
import countersign.verification.Report;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * What a person with the broker's password sends to the queues: nothing leaves, nothing of it is
 * stored or logged, and work goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class QueueCheatsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private WholeGateway gateway;
  private PlayedPartner partner;
  private StoredRows rows;
  private String file;

  @BeforeAll
  void a_request_waits_for_its_first_reviewer() throws Exception {
    gateway = WholeGateway.quick(folder.resolve("demo"));
    partner = PlayedPartner.of(gateway);
    rows = gateway.rows();
    RequestFile asked = partner.sendsAFile();
    file = asked.id();
    partner.acknowledgementOf(file);
    new Desk(gateway).waitingFor("adams", file);
  }

  @AfterAll
  void stops() {
    if (gateway != null) {
      gateway.close();
    }
  }

  List<QueueCheats.Cheat> cheats() {
    return QueueCheats.about(file);
  }

  @Order(1)
  @ParameterizedTest(name = "{0}")
  @MethodSource("cheats")
  void a_forged_message_in_every_queue_discloses_nothing(
      QueueCheats.Cheat cheat, CapturedOutput output) throws Exception {
    sends(cheat.message(), cheat.times(), queues());

    await(cheat.name()).atMost(PATIENCE).until(() -> waiting().isEmpty());

    nothingHappened(output);
  }

  @Order(2)
  @Test
  void a_message_in_a_queue_of_dead_letters_discloses_nothing(CapturedOutput output)
      throws Exception {
    List<String> letters = queues().stream().map(queue -> "DLQ." + queue).toList();
    for (QueueCheats.Cheat cheat : cheats()) {
      sends(cheat.message(), 1, letters);
    }
    sends(session -> session.createTextMessage(file + "/g1"), 1, List.of("DLQ.elsewhere"));

    await("dead letters").atMost(PATIENCE).until(() -> waiting(letters).isEmpty());

    nothingHappened(output);
  }

  @Order(3)
  @Test
  void a_message_with_a_priority_and_an_end_discloses_nothing(CapturedOutput output)
      throws Exception {
    try (Connection connection = gateway.bean(ConnectionFactory.class).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(null)) {
      for (String queue : queues()) {
        producer.send(session.createQueue(queue), session.createTextMessage(file + "/g1"), 2, 9, 1);
        producer.send(
            session.createQueue(queue), session.createTextMessage(file + "/g1"), 1, 0, 60_000);
      }
    }
    await("all messages").atMost(PATIENCE).until(() -> waiting().isEmpty());

    nothingHappened(output);
  }

  @Order(4)
  @Test
  void work_goes_on_after_all_of_them() throws Exception {
    new Desk(gateway).bothSign(file);

    await("the response")
        .atMost(PATIENCE)
        .until(() -> !partner.lists("outbox", file + ".rsp").isEmpty());
    try (java.sql.Connection database = gateway.bean(DataSource.class).getConnection()) {
      Report report = gateway.bean(CrossCheck.class).run(database, List.of());
      assertThat(report.isFine()).as(report.toString()).isTrue();
    }
  }

  private void nothingHappened(CapturedOutput output) throws IOException {
    assertThat(rows.list("select state from request_status where file_id = ?", file))
        .containsExactly("DRAFTED");
    assertThat(rows.count("select count(*) from response")).isZero();
    assertThat(rows.list("select id from work where id like ?", "%" + QueueCheats.WORD + "%"))
        .isEmpty();
    assertThat(rows.list("select id from work where id = ''")).isEmpty();
    assertThat(partner.lists("outbox", "")).allMatch(name -> name.contains(".ack."));
    assertThat(output.getAll()).doesNotContain(QueueCheats.WORD);
    try (Stream<Path> made = Files.list(Path.of("/tmp"))) {
      assertThat(made.map(Path::toString).filter(one -> one.contains(QueueCheats.WORD))).isEmpty();
    }
  }

  private static List<String> queues() {
    return Stream.of(WorkQueue.values())
        .filter(queue -> queue.consumers() == WorkQueue.Consumers.QUEUE)
        .map(WorkQueue::queueName)
        .toList();
  }

  private void sends(QueueCheats.Forged message, int times, List<String> queues)
      throws JMSException {
    try (Connection connection = gateway.bean(ConnectionFactory.class).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(null)) {
      for (String queue : queues) {
        for (int i = 0; i < times; i++) {
          Message one = message.in(session);
          producer.send(session.createQueue(queue), one);
        }
      }
    }
  }

  private List<String> waiting() throws JMSException {
    List<String> names = new ArrayList<>(queues());
    queues().forEach(queue -> names.add("DLQ." + queue));
    return waiting(names);
  }

  /** The queues among these in which a message is. */
  private List<String> waiting(List<String> names) throws JMSException {
    List<String> found = new ArrayList<>();
    try (Connection connection = gateway.bean(ConnectionFactory.class).createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      for (String name : names) {
        try (QueueBrowser browser = session.createBrowser(session.createQueue(name))) {
          if (browser.getEnumeration().hasMoreElements()) {
            found.add(name);
          }
        }
      }
    }
    return found;
  }
}
