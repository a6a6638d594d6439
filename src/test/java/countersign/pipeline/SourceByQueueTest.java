package countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.demo.EmbeddedBroker;
import countersign.records.LookupKey;
import countersign.recordsource.QueuePartner;
import countersign.request.Unavailable;
import countersign.testkit.PlayedSource;
import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The record source by a queue, on the real broker with the shipped policies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class SourceByQueueTest {
  private static final String MARIA = "900400001";
  private static final String[] VALUES = {MARIA, "Garcia", "Elmwood", "Maria"};
  private static final String QUEUE = "records.find";
  private static final List<LookupKey> KEYS = List.of(new LookupKey.ByTin(MARIA));
  @TempDir static Path folder;
  private final PlayedSource source =
      new PlayedSource(
          Map.of(MARIA, List.of(PlayedSource.row(MARIA, "Maria", "Garcia", "12 Elmwood St"))));
  private final ActiveMQConnectionFactory clients =
      new ActiveMQConnectionFactory(EmbeddedBroker.URL);
  private EmbeddedBroker broker;
  private SourceCamel camel;
  private Path key;

  @BeforeAll
  void starts() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("broker"));
    key = Files.writeString(folder.resolve("key"), QueuePartner.newKey());
    String prefix = "countersign.record-source.queue.";
    camel =
        new SourceCamel(
            Map.of(
                prefix + "name",
                QUEUE,
                prefix + "key-file",
                key.toString(),
                prefix + "key-id",
                "2026-1",
                prefix + "reply-millis",
                1500),
            EmbeddedBroker.URL,
            SourceCamel.using("record-source-queue"));
  }

  @AfterAll
  void stops() {
    camel.close();
    broker.close();
  }

  @Test
  void the_answer_comes_back_and_the_broker_sees_no_value(CapturedOutput printed) throws Exception {
    try (QueuePartner partner = new QueuePartner(clients, QUEUE, key, "2026-1", source::bytes)) {
      assertThat(camel.find(KEYS))
          .singleElement()
          .satisfies(row -> assertThat(row.address().line1()).isEqualTo("12 Elmwood St"));
      assertThat(partner.seen())
          .singleElement()
          .asString()
          .startsWith("eyJ")
          .endsWith("persistent=false expires=true properties=[]")
          .doesNotContain(VALUES);
    }
    assertThat(printed.getAll()).doesNotContain(VALUES);
  }

  @Test
  void a_reply_under_another_key_is_refused() throws Exception {
    try (QueuePartner partner = new QueuePartner(clients, QUEUE, key, "2026-2", source::bytes)) {
      assertThatThrownBy(() -> camel.find(KEYS)).hasMessageStartingWith("RECORDS_REPLY");
      assertThat(partner.seen()).hasSize(1);
    }
  }

  @Test
  void a_reply_that_is_no_json_is_refused(CapturedOutput printed) throws Exception {
    try (QueuePartner partner =
        new QueuePartner(
            clients,
            QUEUE,
            key,
            "2026-1",
            request -> "Garcia of Elmwood".getBytes(StandardCharsets.UTF_8))) {
      assertThatThrownBy(() -> camel.find(KEYS))
          .isInstanceOf(Unavailable.class)
          .hasMessageStartingWith("RECORDS_REPLY")
          .hasNoCause();
      assertThat(partner.seen()).hasSize(1);
    }
    assertThat(printed.getAll()).doesNotContain(VALUES);
  }

  @Test
  void silence_is_unavailable_and_leaves_no_dead_letter() throws Exception {
    assertThatThrownBy(() -> camel.find(KEYS))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("RECORDS_DOWN")
        .hasMessageContaining("TIMED_OUT");

    try (Connection connection = clients.createConnection()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      assertThat(session.createConsumer(session.createQueue(QUEUE)).receive(2000)).isNull();
      Enumeration<?> dead =
          session.createBrowser(session.createQueue("DLQ." + QUEUE)).getEnumeration();
      assertThat(dead.hasMoreElements()).isFalse();
    }
  }
}
