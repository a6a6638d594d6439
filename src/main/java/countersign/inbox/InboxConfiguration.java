package countersign.inbox;

import countersign.authority.Authority;
import countersign.authority.FolderNames;
import countersign.clock.ClockCheck;
import countersign.delivery.Delivery;
import countersign.intake.FileMoves;
import countersign.journal.PastFiles;
import countersign.lifecycle.Leases;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.lifecycle.WorkSignal;
import countersign.operations.Inboxes;
import countersign.pause.PartnerPauses;
import countersign.pipeline.BackgroundWorker;
import countersign.pipeline.RunningRoutes;
import countersign.request.Unavailable;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.camel.spi.CamelContextCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

  /** The bean's name is the scheme that routes use. */
  @Bean
  PartnerSftp sftp(Authority authority) {
    return new PartnerSftp(new LoginKeys(authority)::passphrase);
  }

  @Bean
  InboxFailures inboxFailures(Lifecycle lifecycle, JdbcClient jdbc) {
    return new JdbcInboxFailures(lifecycle, jdbc);
  }

  @Bean
  InboxPollers.Factory inboxPoller(
      Leases leases,
      FileMoves inbox,
      InboxFailures inboxFailures,
      Function<String, FreedOutboxNames> freedOutboxNames,
      Function<String, PastFolders> pastFolders,
      Function<String, PollGate> pollGate,
      Clock clock,
      ClockCheck check,
      @Value("${countersign.inbox-still-millis}") long stillMillis) {
    return partner -> {
      InboxTries tries = new InboxTries(partner, inboxFailures, clock);
      InboxSightings seen = new InboxSightings(Duration.ofMillis(stillMillis), clock);
      InboxFileMover mover = new InboxFileMover(partner, inbox, clock);
      RefusedMoves refused = new RefusedMoves(partner, clock);
      InboxReading reading = new InboxReading(partner, inbox, mover, seen, tries, refused);
      FreedOutboxNames freed = freedOutboxNames.apply(partner);
      PastFolders past = pastFolders.apply(partner);
      PollGate gate = pollGate.apply(partner);
      PollPermit permit =
          new PollPermit(
              partner, leases, () -> check.fault().isEmpty(), gate, past::begins, tries::load);
      return new InboxPoller(
          partner,
          new InboxPoller.Parts(permit, reading, tries, refused, freed, past, gate),
          clock);
    };
  }

  @Bean
  Function<String, FreedOutboxNames> freedOutboxNames(Work work, Delivery delivery, Clock clock) {
    return partner -> new FreedOutboxNames(partner, work, delivery::partner, clock);
  }

  @Bean
  Function<String, PastFolders> pastFolders(PastFiles pastFiles, Work work, Clock clock) {
    Runnable uploadsGoOn = () -> work.hasten(WorkQueue.DELIVER, Unavailable.FOLDERS_NOT_COMPARED);
    return partner -> new PastFolders(partner, pastFiles, uploadsGoOn, clock);
  }

  @Bean
  Function<String, PollGate> pollGate(Authority authority, PartnerPauses pauses, Clock clock) {
    return partner -> new PollGate(partner, authority::partner, pauses, clock);
  }

  @Bean(destroyMethod = "close")
  InboxPollers inboxPollers(Authority authority, InboxPollers.Factory inboxPoller) {
    return new InboxPollers(authority, inboxPoller);
  }

  @Bean
  CamelContextCustomizer partnersToCamel(InboxPollers pollers) {
    return pollers::bind;
  }

  @Bean
  Inboxes inboxes(InboxPollers pollers, RunningRoutes running) {
    return () -> shown(pollers.look(), running.partnersWithoutRoutes());
  }

  /** Every inbox, with the fault of partners whose routes do not run. */
  static List<Inboxes.PartnerInbox> shown(
      List<Inboxes.PartnerInbox> inboxes, Set<String> withoutRoutes) {
    Map<String, Inboxes.PartnerInbox> shown = new TreeMap<>();
    inboxes.forEach(one -> shown.put(one.partner(), one));
    for (String partner : withoutRoutes) {
      Inboxes.PartnerInbox known = shown.get(partner);
      shown.put(
          partner,
          known == null
              ? Inboxes.PartnerInbox.faulty(partner, Inboxes.ROUTE_NOT_STARTED)
              : known.with(Inboxes.ROUTE_NOT_STARTED));
    }
    return List.copyOf(shown.values());
  }

  @Bean
  MeterBinder inboxMeters(InboxPollers pollers) {
    return pollers::meters;
  }

  @Bean
  BackgroundWorker leaseKeeper(WorkSignal signal, InboxPollers pollers) {
    return new BackgroundWorker(
        "lease keeper", signal, Duration.ofSeconds(5), Duration.ofSeconds(2), pollers::prolong);
  }

  @Bean
  OutboxConflictHandler outboxConflictHandler(
      Work work, Delivery delivery, Authority authority, Clock clock) {
    return new OutboxConflictHandler(
        work,
        new OutboxConflictHandler.Uploads(delivery::uploadEnded, delivery::bytesChanged),
        partner -> folders(authority, partner),
        clock);
  }

  private static FolderNames folders(Authority authority, String partner) {
    return authority
        .partner(partner)
        .map(known -> known.settings().folders())
        .orElse(FolderNames.PUBLISHED);
  }
}
