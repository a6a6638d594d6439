package countersign.accounts;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Creates the beans for accounts; also without a web server, for commands that create accounts. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

  @Bean
  PasswordEncoder passwordEncoder() {
    return Encoders.argon2();
  }

  @Bean
  Accounts accounts(AccountsDatabase database, PasswordEncoder encoder, Clock clock) {
    return new JdbcAccounts(
        database.client(), encoder, new KeySeal(KeySeal.OWASP), database.lifecycle(clock), clock);
  }

  @Bean
  MadePasskeys madePasskeys(AccountsDatabase database, Clock clock) {
    return new JdbcMadePasskeys(database.client(), clock);
  }

  @Bean
  AccountChanges accountChanges(AccountsDatabase database, PasswordEncoder encoder, Clock clock) {
    return new JdbcAccountChanges(database.client(), encoder, database.lifecycle(clock), clock);
  }

  @Bean
  JdbcAccessRecord accessRecord(AccountsDatabase database, Clock clock) {
    return new JdbcAccessRecord(database.client(), database.lifecycle(clock), clock);
  }
}
