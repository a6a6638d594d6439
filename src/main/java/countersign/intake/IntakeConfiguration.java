package countersign.intake;

import countersign.accounting.Accounting;
import countersign.authority.Authority;
import countersign.authority.IntakeCapacity;
import countersign.lifecycle.BulkRows;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.Opener;
import countersign.pgp.SecretKey;
import countersign.screening.OpeningLimits;
import countersign.screening.PolicyScreeningRules;
import countersign.screening.RegisterScreeningPolicy;
import countersign.screening.ScreeningPolicy;
import countersign.screening.ScreeningRules;
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
        new JdbcFileHistory(jdbc),
        requestGroups,
        acknowledgements,
        accounting,
        vault);
  }

  @Bean
  ScreeningRules intakeRules(Authority authority) {
    return new PolicyScreeningRules(authority);
  }

  @Bean
  ScreeningPolicy judgement(Authority authority, ScreeningRules rules, Clock clock) {
    return new RegisterScreeningPolicy(authority, rules, clock);
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
  ScreeningAccounting verdicts(Stores intakeStores, Workers screeningWorkers) {
    return new ScreeningAccounting(intakeStores, screeningWorkers.executor());
  }

  @Bean
  Supplier<Opener> requestOpener(
      SecretKey gatewayKey, Authority authority, IntakeCapacity capacity) {
    return () -> new Opener(List.of(gatewayKey), OpeningLimits.of(authority, capacity));
  }

  @Bean
  FileReader fileReader(
      Stores intakeStores,
      ScreeningPolicy judgement,
      Supplier<Opener> requestOpener,
      Workers screeningWorkers,
      ScreeningAccounting verdicts) {
    return new FileReader(
        intakeStores, judgement, requestOpener, screeningWorkers.executor(), verdicts);
  }

  @Bean
  ReceiveStep arrival(
      Lifecycle lifecycle,
      Leases leases,
      Stores intakeStores,
      ScreeningPolicy judgement,
      IntakeCapacity capacity) {
    return new ReceiveStep(lifecycle, leases, intakeStores, judgement, capacity.maxSealedBytes());
  }

  @Bean
  HeldFileDecisions decisions(
      Lifecycle lifecycle,
      Stores intakeStores,
      ScreeningPolicy judgement,
      ScreeningAccounting verdicts) {
    return new HeldFileDecisions(lifecycle, intakeStores, judgement, verdicts);
  }

  @Bean
  HeldTimeout lapsing(
      JdbcClient jdbc,
      Stores intakeStores,
      ScreeningPolicy judgement,
      HeldFileDecisions decisions,
      Clock clock) {
    return new HeldTimeout(
        new JdbcHeldRequests(jdbc), intakeStores.files(), judgement, decisions, clock);
  }

  @Bean
  FileProgress fileProgress(Stores intakeStores, ScreeningPolicy judgement) {
    return new FileProgress(intakeStores, judgement);
  }

  @Bean
  Intake intake(
      Lifecycle lifecycle,
      Stores intakeStores,
      ReceiveStep arrival,
      FileReader fileReader,
      HeldFileDecisions decisions,
      FileProgress fileProgress) {
    return new Intake(lifecycle, intakeStores, arrival, fileReader, decisions, fileProgress);
  }
}
