package countersign.pipeline;

import countersign.authority.Agreement;
import countersign.authority.Authority;
import countersign.authority.Rules;
import countersign.pgp.EnvelopeLimits;
import countersign.pgp.Opener;
import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The gateway's own key: what opens and what signs. A key that partners could not use safely
 * refuses the start.
 */
@Configuration(proxyBeanMethods = false)
class OwnKeyConfiguration {

  @Bean
  SecretKey gatewayKey(
      @Value("${countersign.gateway-key}") Path file,
      @Value("${countersign.gateway-key-passphrase:}") String passphrase,
      Clock clock)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      SecretKey key = SecretKey.parse(in, passphrase.isEmpty() ? null : passphrase.toCharArray());
      key.unfitAsGateway(clock.instant())
          .ifPresent(
              why -> {
                throw new IllegalStateException(
                    "The gateway's key in %s cannot be used: %s".formatted(file, why));
              });
      return key;
    }
  }

  @Bean
  Opener opener(SecretKey gatewayKey, Authority authority) {
    return new Opener(List.of(gatewayKey), limits(authority));
  }

  @Bean
  Sealer sealer(SecretKey gatewayKey) {
    return new Sealer(gatewayKey);
  }

  /**
   * The widest any agreement allows; without one nothing is read beyond the profile's own limits.
   */
  private static EnvelopeLimits limits(Authority authority) {
    long bytes =
        authority.agreements().stream()
            .map(Agreement::limits)
            .mapToLong(limits -> limits.maxPlaintextBytes())
            .max()
            .orElse(4L << 30);
    int ratio =
        authority.agreements().stream()
            .map(Agreement::limits)
            .mapToInt(limits -> limits.maxExpansionRatio())
            .max()
            .orElse(200);
    Rules.RuleLimits times =
        authority.rules().map(Rules::limits).orElse(new Rules.RuleLimits(90, 365, 3, 30, 10));
    return new EnvelopeLimits(
        bytes,
        ratio,
        Duration.ofDays(times.signatureAgeDays()),
        Duration.ofMinutes(times.clockToleranceMinutes()));
  }
}
