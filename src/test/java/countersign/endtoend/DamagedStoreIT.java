package countersign.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped broker starts again with a damaged store; the gateway fills it from the database. */
class DamagedStoreIT {
  private static final int MESSAGES = 200;

  @TempDir Path folder;

  /** What a full disk, a lost file or a bad block leaves. */
  enum Damage {
    JOURNAL_ENDS_IN_A_RECORD {
      @Override
      void to(Path store) throws IOException {
        try (RandomAccessFile journal = open(store, "db-1.log")) {
          journal.setLength(10_001);
        }
      }
    },
    JOURNAL_HAS_A_BAD_BLOCK {
      @Override
      void to(Path store) throws IOException {
        overwrite(store, "db-1.log", 5_000);
      }
    },
    JOURNAL_IS_MISSING {
      @Override
      void to(Path store) throws IOException {
        Files.delete(store.resolve("db-1.log"));
      }
    },
    JOURNAL_IS_EMPTY {
      @Override
      void to(Path store) throws IOException {
        try (RandomAccessFile journal = open(store, "db-1.log")) {
          journal.setLength(0);
        }
      }
    },
    INDEX_HAS_A_BAD_BLOCK {
      @Override
      void to(Path store) throws IOException {
        overwrite(store, "db.data", 4_096);
      }
    },
    INDEX_ENDS_EARLY {
      @Override
      void to(Path store) throws IOException {
        try (RandomAccessFile index = open(store, "db.data")) {
          index.setLength(5_000);
        }
      }
    };

    abstract void to(Path store) throws IOException;

    static RandomAccessFile open(Path store, String name) throws IOException {
      return new RandomAccessFile(store.resolve(name).toFile(), "rw");
    }

    static void overwrite(Path store, String name, int at) throws IOException {
      try (RandomAccessFile file = open(store, name)) {
        file.seek(at);
        file.write(new byte[4_096]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_broker_starts_and_takes_messages_whatever_part_of_its_store_is_damaged(Damage damage)
      throws Exception {
    Path properties = Files.writeString(folder.resolve("p"), "gateway.password=secret\n");
    try (BrokerProcess broker = BrokerProcess.start(folder, properties)) {
      sends(broker);
    }
    damage.to(folder.resolve("data/kahadb"));

    try (BrokerProcess again = BrokerProcess.start(folder, properties)) {
      assertThat(again.port()).isPositive();
      sends(again);
    }
  }

  private static void sends(BrokerProcess broker) throws JMSException {
    ActiveMQConnectionFactory factory =
        new ActiveMQConnectionFactory("gateway", "secret", "tcp://127.0.0.1:" + broker.port());
    try (Connection connection = factory.createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
        MessageProducer producer = session.createProducer(session.createQueue("lookup"))) {
      for (int i = 0; i < MESSAGES; i++) {
        producer.send(session.createTextMessage("DHS-ICE_T_20261124_0001/" + i));
      }
      session.commit();
    }
  }
}
