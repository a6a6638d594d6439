package countersign.ledger;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires this package. The package that manages keys provides the bean {@code checkpointKey}. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

  @Bean
  Ledger ledger(JdbcClient jdbc) {
    return new JdbcLedger(jdbc);
  }

  @Bean
  LedgerReader ledgerReader(
      JdbcClient jdbc, @Value("${countersign.ledger.public-multiple:1}") int publicMultiple) {
    return new JdbcLedgerReader(jdbc, publicMultiple);
  }

  @Bean
  LogKey logKey(
      @Qualifier("checkpointKey") KeyPair pair,
      @Value("${countersign.ledger.origin:countersign.example/ledger}") String origin) {
    return new LogKey(origin, pair.getPublic());
  }

  @Bean
  LedgerSealer ledgerSealer(
      PlatformTransactionManager manager,
      JdbcTemplate jdbc,
      LogKey log,
      @Qualifier("checkpointKey") KeyPair pair,
      Clock clock,
      @Value("${countersign.ledger.public-multiple:1}") int publicMultiple) {
    return new JdbcLedgerSealer(manager, jdbc, log, pair.getPrivate(), clock, publicMultiple);
  }

  @Bean
  TamperAlarms tamperAlarms(
      LogKey log, @Value("${countersign.state-directory:}") String stateDirectory) {
    TamperAlarms alarms = new TamperAlarms();
    if (!stateDirectory.isEmpty()) {
      LogKeyFile.keep(Path.of(stateDirectory), log, alarms);
    }
    return alarms;
  }

  @Bean
  LedgerVerifier ledgerVerifier(LogKey log) {
    return new LedgerVerifier(log);
  }
}
