package countersign.records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import countersign.servers.ServerAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires this package. The connection pool of the record source is not a bean, so that no other
 * component receives it by type.
 */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {

  @Bean
  RecordLookup records(FindAddresses source) {
    return new RecordLookup(source);
  }

  @Bean
  JdbcFindAddresses jdbcFindAddresses(RecordsPool pool) {
    return new JdbcFindAddresses(pool.source());
  }

  @Bean
  RecordsPool recordsPool(
      @Value("${countersign.records.url}") String url,
      @Value("${countersign.records.user}") String user,
      @Value("${countersign.records.password:}") String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("records");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setReadOnly(true);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("requireAuth", ServerAddress.noClearPassword());
    config.addDataSourceProperty("socketTimeout", "30");
    return new RecordsPool(new HikariDataSource(config));
  }

  /** The connection pool of the record source; closed with the application. */
  record RecordsPool(HikariDataSource source) implements AutoCloseable {
    @Override
    public void close() {
      source.close();
    }
  }
}
