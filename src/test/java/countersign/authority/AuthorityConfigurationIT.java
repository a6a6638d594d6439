package countersign.authority;

import static org.assertj.core.api.Assertions.assertThat;

import countersign.TestDatabase;
import countersign.configuration.ConfigurationFixtures;
import countersign.configuration.KeyCheck;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import countersign.lifecycle.StopsLock;
import countersign.pgp.SignatureCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application starts with a valid configuration and refuses an invalid one. */
class AuthorityConfigurationIT {
  private final DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  @TempDir Path directory;
  @TempDir Path state;

  @Test
  void a_valid_configuration_is_read_and_its_adoption_is_recorded() throws IOException {
    ConfigurationFixtures.signed(directory);

    starting()
        .run(
            context -> {
              assertThat(context.getBean(Authority.class).posture()).isPresent();
              assertThat(jdbc.sql("select count(*) from adoption").query(Integer.class).single())
                  .isEqualTo(9);
            });
  }

  @Test
  void an_invalid_configuration_prevents_the_start_and_reports_every_problem() throws IOException {
    ConfigurationFixtures world = ConfigurationFixtures.signed(directory);
    world.edit("partners/dhs-ice.yaml", "port: 2222", "port: 99999");
    world.write("agreements/x.yml", "");

    starting()
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageStartingWith("The configuration in " + directory)
                    .hasMessageContaining("UNKNOWN_FILE  agreements/x.yml")
                    .hasMessageContaining("WRONG_VALUE  partners/dhs-ice.yaml · port"));
  }

  private ApplicationContextRunner starting() {
    return new ApplicationContextRunner()
        .withUserConfiguration(AuthorityConfiguration.class)
        .withPropertyValues(
            "countersign.config-directory=" + directory,
            "countersign.root-of-trust=" + ConfigurationFixtures.TRUST.root(),
            "countersign.state-directory=" + state)
        .withBean(JdbcClient.class, () -> jdbc)
        .withBean(SignatureCheck.class, () -> ConfigurationFixtures.CHECK)
        .withBean(KeyCheck.class, () -> KeyCheck.NONE)
        .withBean(Clock.class, Clock::systemUTC)
        .withBean(StopsLock.class, () -> LifecycleFixtures.stopsLockOn(database))
        .withBean(LedgerReader.class, () -> LedgerReader.on(database))
        .withBean(
            Lifecycle.class, () -> LifecycleFixtures.lifecycleOn(database, Clock.systemUTC()));
  }
}
