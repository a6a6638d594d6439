package countersign.notification;

import countersign.authority.Authority;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
  @Bean
  Notifications notifications(
      DataSource database, Authority authority, NoticeChannels channels, Clock clock) {
    return new Notifications(
        new JdbcNotices(database), new ExpiringKeys(authority, clock), channels);
  }
}
