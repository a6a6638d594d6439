package countersign.operations;

import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires this package; the ports' adapters come from where broker and SFTP are known. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

  @Bean
  FileStatuses files(JdbcClient jdbc) {
    return new JdbcFileStatuses(jdbc);
  }

  @Bean
  Operations operations(Work work, Lifecycle lifecycle, Queues queues) {
    return new Operations(work, lifecycle, queues);
  }
}
