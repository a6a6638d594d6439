package countersign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import countersign.ledger.Event;
import countersign.ledger.JdbcLedgerSource;
import countersign.ledger.Ledger;
import countersign.ledger.LedgerSealer;
import countersign.ledger.LedgerVerifier;
import countersign.ledger.LogKey;
import countersign.ledger.VerificationResult;
import countersign.request.Actor;
import countersign.request.Verb;
import countersign.vault.AssociatedData;
import countersign.vault.Vault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The ledger signs with a key of the vault. Log and key are unchanged after a restart. */
class LedgerAndVaultWiringIT {
  private static final AssociatedData PLACE =
      new AssociatedData("file_chunk", "x/0", "chunk_sealed");

  private final DataSource database = TestDatabase.fresh();
  @TempDir Path folder;

  @Test
  void a_restart_continues_with_the_same_keys_and_the_same_log() throws SQLException {
    byte[] sealed;
    LogKey key;
    try (AnnotationConfigApplicationContext first = start("root.keyset", true)) {
      sealed = first.getBean(Vault.class).file("x").seal(new byte[] {1}, PLACE);
      key = first.getBean(LogKey.class);
      recordAndSeal(first);
    }
    try (AnnotationConfigApplicationContext second = start("root.keyset", false)) {
      assertThat(second.getBean(Vault.class).file("x").open(sealed, PLACE)).containsExactly(1);
      assertThat(second.getBean(LogKey.class)).isEqualTo(key);
      recordAndSeal(second);
    }
    try (Connection connection = database.getConnection()) {
      assertThat(
              new LedgerVerifier(LogKey.parse(key.toString()))
                  .verify(JdbcLedgerSource.on(connection), List.of()))
          .isInstanceOfSatisfying(
              VerificationResult.Consistent.class,
              verdict -> assertThat(verdict.events()).isEqualTo(2));
    }
  }

  @Test
  void a_missing_root_key_prevents_the_start_and_is_not_replaced() {
    start("root.keyset", true).close();

    assertThatThrownBy(() -> start("lost.keyset", true))
        .isInstanceOf(BeanCreationException.class)
        .rootCause()
        .hasMessageContaining("Restore the old one");
    assertThat(folder.resolve("lost.keyset")).doesNotExist();
  }

  private static void recordAndSeal(AnnotationConfigApplicationContext context) {
    context
        .getBean(Ledger.class)
        .record(Event.of(Verb.READ, "x", Instant.EPOCH, Actor.GATEWAY, Map.of()));
    assertThat(context.getBean(LedgerSealer.class).seal()).isPresent();
  }

  private AnnotationConfigApplicationContext start(String rootKeyset, boolean create) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of(
                    "countersign.vault.root-keyset",
                    folder.resolve(rootKeyset).toString(),
                    "countersign.vault.create",
                    create)));
    context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
    context.registerBean(
        DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.scan("countersign.ledger", "countersign.vault");
    context.refresh();
    return context;
  }
}
