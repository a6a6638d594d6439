package countersign.operations;

import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Creates the beans of this package; the adapters of its ports come from the packages that use the
 * broker and SFTP.
 */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

  @Bean
  FileStatuses files(JdbcClient jdbc) {
    return new JdbcFileStatuses(jdbc);
  }

  @Bean
  PartnerWork.Finder partnerWork(JdbcClient jdbc) {
    return new JdbcPartnerWork(jdbc);
  }

  @Bean
  Operations operations(Work work, Lifecycle lifecycle, Queues queues) {
    return new Operations(work, lifecycle, queues);
  }
}
