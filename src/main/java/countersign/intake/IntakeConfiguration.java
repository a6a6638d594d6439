package countersign.intake;

import countersign.accounting.Accounting;
import countersign.accounting.BulkRows;
import countersign.authority.Authority;
import countersign.authority.IntakeCapacity;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.Opener;
import countersign.pgp.SecretKey;
import countersign.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires this package; the gateway's key comes from the package that holds it. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  @Bean
  Stores intakeStores(JdbcClient jdbc, BulkRows bulk, Accounting accounting, Vault vault) {
    return new Stores(
        new JdbcFiles(jdbc),
        new JdbcRequests(jdbc, bulk),
        new JdbcWhole(jdbc),
        new JdbcAnswers(jdbc),
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
  Supplier<Opener> requestOpener(
      SecretKey gatewayKey, Authority authority, IntakeCapacity capacity) {
    return () -> new Opener(List.of(gatewayKey), OpeningLimits.of(authority, capacity));
  }

  @Bean
  FileReader fileReader(
      Stores intakeStores,
      Judgement judgement,
      Supplier<Opener> requestOpener,
      Workers screeningWorkers,
      Verdicts verdicts) {
    return new FileReader(
        intakeStores, judgement, requestOpener, screeningWorkers.executor(), verdicts);
  }

  @Bean
  Arrival arrival(
      Lifecycle lifecycle,
      Leases leases,
      Stores intakeStores,
      Judgement judgement,
      Clock clock,
      IntakeCapacity capacity) {
    return new Arrival(
        lifecycle, leases, intakeStores, judgement, clock, capacity.maxSealedBytes());
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
  Intake intake(
      Lifecycle lifecycle,
      Stores intakeStores,
      Judgement judgement,
      Arrival arrival,
      FileReader fileReader,
      Decisions decisions) {
    return new Intake(lifecycle, intakeStores, judgement, arrival, fileReader, decisions);
  }
}
