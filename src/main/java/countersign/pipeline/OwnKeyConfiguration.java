package countersign.pipeline;

import countersign.pgp.Sealer;
import countersign.pgp.SecretKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The gateway's own key, which decrypts incoming files and signs outgoing ones. The gateway does
 * not start with a key that partners could not use safely.
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
  Sealer sealer(SecretKey gatewayKey) {
    return new Sealer(gatewayKey);
  }
}
