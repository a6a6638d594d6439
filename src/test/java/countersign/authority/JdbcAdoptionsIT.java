package countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import countersign.TestDatabase;
import countersign.configuration.ConfigurationFixtures;
import countersign.ledger.LedgerFixtures;
import countersign.lifecycle.LifecycleFixtures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of which documents were in force since when, on a real database. */
class JdbcAdoptionsIT {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T14:00:00Z"), ZoneOffset.UTC);
  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final JdbcAdoptions adoptions =
      new JdbcAdoptions(
          jdbc,
          LifecycleFixtures.lifecycleOn(database, CLOCK),
          LifecycleFixtures.stopsLockOn(database),
          LedgerFixtures.readerOn(database));
  @TempDir Path directory;

  @Test
  void each_change_of_the_documents_in_force_is_recorded_once() throws IOException {
    ConfigurationFixtures world = ConfigurationFixtures.signed(directory);

    assertThat(adoptions.record(world.configuration())).isEqualTo(9);
    assertThat(adoptions.record(world.configuration())).isZero();

    world.delete("posture.yaml");
    assertThat(adoptions.record(world.configuration())).isEqualTo(1);
    assertThat(adoptions.record(world.configuration())).isZero();

    ConfigurationFixtures.signed(directory);
    assertThat(adoptions.record(world.configuration())).isEqualTo(1);
    assertThat(history("posture.yaml")).hasSize(3).element(1).isEqualTo("none");
    assertThat(history("posture.yaml").get(0)).isEqualTo(history("posture.yaml").get(2));
    assertThat(
            jdbc.sql("select count(*) from event where upper(verb) = 'ADOPT'")
                .query(Integer.class)
                .single())
        .isEqualTo(11);
  }

  @Test
  void nothing_is_recorded_when_nothing_is_signed() throws IOException {
    assertThat(adoptions.record(ConfigurationFixtures.shipped(directory).configuration())).isZero();
  }

  @Test
  void recorded_adoptions_cannot_be_changed() throws IOException {
    adoptions.record(ConfigurationFixtures.signed(directory).configuration());
    JdbcClient superuser = JdbcClient.create(TestDatabase.asSuperuser(database));

    assertThat(catchThrowable(() -> superuser.sql("delete from adoption").update()))
        .rootCause()
        .hasMessageContaining("rows of adoption are never changed");
  }

  private List<String> history(String document) {
    return jdbc.sql("select sha256 from adoption where document = ? order by number")
        .param(document)
        .query(String.class)
        .list();
  }
}
