package countersign.accounts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import countersign.servers.ServerAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the connection pool of the login that changes accounts. */
@Configuration(proxyBeanMethods = false)
class AccountsDatabaseConfiguration {
  private static final int MOST_CONNECTIONS = 8;
  private static final long WAIT_MILLIS = 10_000;

  @Bean
  AccountsDatabase accountsDatabase(
      @Value("${countersign.accounts.url}") String url,
      @Value("${countersign.accounts.user}") String user,
      @Value("${countersign.accounts.password:}") String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("accounts");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("requireAuth", ServerAddress.noClearPassword());
    config.addDataSourceProperty("ApplicationName", "countersign accounts");
    return new AccountsDatabase(new HikariDataSource(config));
  }
}
