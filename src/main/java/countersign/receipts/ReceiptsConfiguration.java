package countersign.receipts;

import countersign.authority.Authority;
import countersign.intake.ReceiptFiles;
import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.Opener;
import countersign.pgp.SecretKey;
import countersign.stops.Stops;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class ReceiptsConfiguration {
  static final EnvelopeLimits LIMITS =
      new EnvelopeLimits(64 * 1024, 200, Duration.ofDays(30), Duration.ofMinutes(10));

  @Bean
  Receipts receipts(
      Lifecycle lifecycle,
      ReceiptFiles receiptFiles,
      Authority authority,
      SecretKey gatewayKey,
      Custody custody) {
    return new Receipts(
        lifecycle,
        receiptFiles,
        new OfficerCertificates(authority),
        new Opener(List.of(gatewayKey), LIMITS),
        custody);
  }

  @Bean
  Custody custody(Authority authority, KnownRecalls recalls, JdbcClient jdbc) {
    return new Custody(new JdbcCustody(jdbc), authority, recalls);
  }

  @Bean
  DueItems dueItems(JdbcClient jdbc, Clock clock) {
    return new DueItems(new JdbcDueItems(jdbc), clock);
  }

  @Bean
  Extensions extensions(Lifecycle lifecycle, JdbcClient jdbc, Clock clock) {
    return new Extensions(lifecycle, new JdbcExtensions(jdbc), clock);
  }

  @Bean
  EveryMinute overdueAgencies(
      DueItems dueItems, Stops stops, Lifecycle lifecycle, JdbcClient jdbc) {
    return new OverdueAgencies(dueItems, new JdbcOverdue(jdbc), stops, lifecycle);
  }
}
