package countersign.journal;

import countersign.accounting.Accounting;
import countersign.configuration.Configuration;
import countersign.intake.FileProgress;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Lifecycle;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Creates the beans of this package. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class JournalConfiguration {

  @Bean
  JdbcPast databasePast(
      JdbcClient jdbc,
      KnownUploads uploads,
      LedgerReader ledger,
      PlatformTransactionManager manager) {
    return new JdbcPast(jdbc, uploads, ledger, manager);
  }

  @Bean
  Reconstruction reconstruction(
      Lifecycle lifecycle,
      Accounting accounting,
      FileProgress progress,
      JdbcClient jdbc,
      JdbcPast past,
      KnownUploads uploads) {
    return new Reconstruction(
        lifecycle, accounting, progress, new JdbcReconstruction(jdbc), past, uploads);
  }

  /** Its file is in the state directory, which no backup of the database or configuration holds. */
  @Bean
  UploadJournal uploadJournal(
      @Value("${countersign.state-directory}") String state,
      JdbcPast past,
      LedgerReader ledger,
      Reconstruction reconstruction,
      Configuration configuration,
      Clock clock) {
    return new UploadJournal(
        JournalFile.in(Path.of(state)),
        past,
        ledger,
        reconstruction,
        Restored.in(configuration),
        clock);
  }
}
