package countersign.accounts;

import countersign.lifecycle.Lifecycle;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Creates the beans for accounts; also without a web server, for commands that create accounts. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

  @Bean
  PasswordEncoder passwordEncoder() {
    return Encoders.argon2();
  }

  @Bean
  Accounts accounts(JdbcClient jdbc, PasswordEncoder encoder, Lifecycle lifecycle, Clock clock) {
    return new JdbcAccounts(jdbc, encoder, new KeySeal(KeySeal.OWASP), lifecycle, clock);
  }

  @Bean
  MadePasskeys madePasskeys(JdbcClient jdbc, Clock clock) {
    return new JdbcMadePasskeys(jdbc, clock);
  }

  @Bean
  AccountChanges accountChanges(
      JdbcClient jdbc, PasswordEncoder encoder, Lifecycle lifecycle, Clock clock) {
    return new JdbcAccountChanges(jdbc, encoder, lifecycle, clock);
  }

  @Bean
  JdbcAccessRecord accessRecord(JdbcClient jdbc, Lifecycle lifecycle, Clock clock) {
    return new JdbcAccessRecord(jdbc, lifecycle, clock);
  }
}
