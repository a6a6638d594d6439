package countersign.operations;

import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.Work;
import java.util.HashMap;
import java.util.Map;
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

  /** A part is named after its bean. */
  @Bean
  BackgroundParts backgroundParts(Map<String, BackgroundPart> beans) {
    Map<String, BackgroundPart> parts = new HashMap<>();
    beans.forEach((name, part) -> parts.put(name.replaceFirst("(Part|Queues)$", ""), part));
    return new BackgroundParts(parts);
  }

  @Bean
  Operations operations(Work work, Lifecycle lifecycle, Queues queues) {
    return new Operations(work, lifecycle, queues);
  }
}
