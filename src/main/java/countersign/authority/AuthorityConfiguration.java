package countersign.authority;

import countersign.configuration.Configuration;
import countersign.configuration.KeyCheck;
import countersign.configuration.Problem;
import countersign.configuration.SerialRecord;
import countersign.configuration.Trust;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.StopsLock;
import countersign.pgp.SignatureCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates the beans of this package from the directory that {@code countersign.config-directory}
 * names.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AuthorityConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorityConfiguration.class);

  /**
   * Thrown if the configuration has problems that prevent the start; the message lists them all.
   */
  static final class Refused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Refused(Path directory, List<Problem> problems) {
      super(
          "The configuration in %s cannot be used. What was found, warnings last:%n%s"
              .formatted(
                  directory,
                  problems.stream().map(Problem::toString).collect(Collectors.joining("\n"))));
    }
  }

  /** Reads the directory, at the start and whenever documents are read again. */
  @Bean
  Supplier<Configuration.Result> readDocuments(
      @Value("${countersign.config-directory}") String name,
      @Value("${countersign.root-of-trust:}") String root,
      SignatureCheck signatures,
      KeyCheck keys) {
    // Spring would resolve a Path parameter against the class path first.
    Path directory = Path.of(name);
    Trust trust = Trust.of(signatures, root);
    return () -> Configuration.load(directory, trust, Expression::faults, keys);
  }

  @Bean
  Configuration configuration(
      @Value("${countersign.config-directory}") String name,
      Supplier<Configuration.Result> readDocuments) {
    Configuration.Result result = readDocuments.get();
    if (result instanceof Configuration.Loaded loaded) {
      loaded.warnings().forEach(warning -> LOG.warn("{}", warning));
      return loaded.configuration();
    }
    throw new Refused(Path.of(name), result.all());
  }

  @Bean
  Authority authority(Configuration configuration) {
    return Authority.of(configuration);
  }

  /** The register in force as it is signed; empty if none counts. */
  @Bean
  Supplier<Optional<SignedRegister>> signedRegister(
      @Value("${countersign.config-directory}") String name, Configuration configuration) {
    return () -> SignedRegister.of(Path.of(name), configuration);
  }

  @Bean
  IntakeCapacity intakeCapacity(Configuration configuration) {
    return IntakeCapacity.of(configuration);
  }

  /** Compares serials and records adoptions before any step runs. */
  @Bean
  SmartInitializingSingleton recordAdoptions(
      JdbcAdoptions adoptions,
      Configuration configuration,
      @Value("${countersign.state-directory}") String state,
      @Value("${countersign.new-serials:false}") boolean newSerials,
      Clock clock) {
    SerialRecord record = SerialRecord.in(Path.of(state));
    return () -> new DocumentAdoption(adoptions, record, newSerials, clock).adopt(configuration);
  }

  @Bean
  DocumentReload documentReload(
      Supplier<Configuration.Result> readDocuments,
      Authority authority,
      Configuration configuration,
      JdbcAdoptions adoptions,
      @Value("${countersign.state-directory}") String state,
      Clock clock) {
    DocumentAdoption adopting =
        new DocumentAdoption(adoptions, SerialRecord.in(Path.of(state)), false, clock);
    return new DocumentReload(readDocuments, authority, adopting, configuration);
  }

  @Bean
  JdbcAdoptions adoptions(
      JdbcClient jdbc, Lifecycle lifecycle, StopsLock lock, LedgerReader ledger) {
    return new JdbcAdoptions(jdbc, lifecycle, lock, ledger);
  }
}
