package countersign.accounts;

import countersign.authority.ActionSignatures;
import countersign.ledger.LedgerReader;
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
  Accounts accounts(
      AccountsDatabase database,
      PasswordEncoder encoder,
      LedgerReader ledger,
      ActionSignatures signatures,
      Clock clock) {
    JdbcClient client = database.client();
    return new JdbcAccounts(
        client,
        encoder,
        new KeySeal(KeySeal.OWASP),
        database.lifecycle(clock),
        clock,
        new SignedAccounts(client, ledger, new SignedChanges(signatures)));
  }

  @Bean
  MadePasskeys madePasskeys(AccountsDatabase database, Clock clock) {
    return new JdbcMadePasskeys(database.client(), clock);
  }

  @Bean
  AccountChanges accountChanges(
      AccountsDatabase database, PasswordEncoder encoder, LedgerReader ledger, Clock clock) {
    return new JdbcAccountChanges(
        database.client(), encoder, database.lifecycle(clock), ledger, clock);
  }

  @Bean
  JdbcAccessRecord accessRecord(AccountsDatabase database, Clock clock) {
    return new JdbcAccessRecord(database.client(), database.lifecycle(clock), clock);
  }
}
