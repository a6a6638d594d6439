package countersign.intake;

import countersign.accounting.Accounting;
import countersign.authority.Authority;
import countersign.lifecycle.BulkRows;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.Opener;
import countersign.vault.Vault;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires this package; the opener with our keys comes from whoever holds them. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  @Bean
  JdbcRequestGroups requestGroups(JdbcClient jdbc) {
    return new JdbcRequestGroups(jdbc);
  }

  @Bean
  Stores intakeStores(
      JdbcClient jdbc,
      BulkRows bulk,
      JdbcRequestGroups requestGroups,
      AcknowledgementsDue acknowledgements,
      Accounting accounting,
      Vault vault) {
    return new Stores(
        new JdbcArrivals(jdbc),
        new JdbcFiles(jdbc),
        new JdbcRequests(jdbc, bulk),
        new JdbcWhole(jdbc),
        requestGroups,
        acknowledgements,
        accounting,
        vault);
  }

  @Bean
  Rules intakeRules(Authority authority) {
    return new PolicyRules(authority);
  }

  @Bean
  Judgement judgement(Authority authority, Rules rules, Clock clock) {
    return new RegisterJudgement(authority, rules, clock);
  }

  /**
   * Parse, screen and seal while the step's own thread decrypts and writes. Not a bean of an
   * executor's type: the framework would take it for its own.
   */
  record Workers(ExecutorService executor) implements AutoCloseable {
    @Override
    public void close() {
      executor.shutdownNow();
    }
  }

  @Bean
  Workers screeningWorkers() {
    int workers = Math.max(2, Runtime.getRuntime().availableProcessors());
    return new Workers(
        Executors.newFixedThreadPool(
            workers,
            task -> {
              Thread thread = new Thread(task, "screening");
              thread.setDaemon(true);
              return thread;
            }));
  }

  @Bean
  Verdicts verdicts(Stores intakeStores, Workers screeningWorkers) {
    return new Verdicts(intakeStores, screeningWorkers.executor());
  }

  @Bean
  FileReader fileReader(
      Stores intakeStores,
      Judgement judgement,
      Opener opener,
      Workers screeningWorkers,
      Verdicts verdicts) {
    return new FileReader(intakeStores, judgement, opener, screeningWorkers.executor(), verdicts);
  }

  @Bean
  Arrival arrival(
      Lifecycle lifecycle,
      Leases leases,
      Stores intakeStores,
      Judgement judgement,
      @Value("${countersign.intake.max-sealed-bytes:6442450944}") long maxSealedBytes) {
    return new Arrival(lifecycle, leases, intakeStores, judgement, maxSealedBytes);
  }

  @Bean
  Decisions decisions(
      Lifecycle lifecycle, Stores intakeStores, Judgement judgement, Verdicts verdicts) {
    return new Decisions(lifecycle, intakeStores, judgement, verdicts);
  }

  @Bean
  Lapsing lapsing(
      JdbcClient jdbc, Stores intakeStores, Judgement judgement, Decisions decisions, Clock clock) {
    return new Lapsing(new JdbcHeld(jdbc), intakeStores.files(), judgement, decisions, clock);
  }

  @Bean
  FileProgress fileProgress(Stores intakeStores, Judgement judgement) {
    return new FileProgress(intakeStores, judgement);
  }

  @Bean
  Intake intake(
      Lifecycle lifecycle,
      Stores intakeStores,
      Arrival arrival,
      FileReader fileReader,
      Decisions decisions,
      FileProgress fileProgress) {
    return new Intake(lifecycle, intakeStores, arrival, fileReader, decisions, fileProgress);
  }
}
