package countersign.reload;

import countersign.authority.Authority;
import countersign.authority.DocumentReload;
import countersign.inbox.InboxPollers;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.WorkSignal;
import countersign.operations.PartnerReload;
import countersign.operations.PartnerWork;
import countersign.pause.PartnerPauses;
import countersign.pipeline.BackgroundWorker;
import countersign.pipeline.RunningRoutes;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans of this package. */
@Configuration(proxyBeanMethods = false)
class ReloadConfiguration {

  @Bean
  RouteReader routeReader(@Value("${countersign.routes-directory}") String directory) {
    return new RouteReader(Path.of(directory));
  }

  @Bean
  LeavingPartners leavingPartners(PartnerPauses pauses, PartnerWork.Finder partnerWork) {
    return new LeavingPartners(pauses, partnerWork);
  }

  /** Only with {@code run --dev}. */
  @Bean
  @ConditionalOnProperty("countersign.dev")
  BackgroundWorker devReload(
      Authority authority, RouteReader routeReader, RunningRoutes running, Lifecycle lifecycle) {
    return new BackgroundWorker(
        "route watcher",
        new WorkSignal(),
        Duration.ofSeconds(1),
        Duration.ZERO,
        new DevReload(authority, routeReader, running, lifecycle));
  }

  @Bean
  RouteReplacement routeReplacement(
      RunningRoutes running, InboxPollers pollers, Lifecycle lifecycle) {
    return new RouteReplacement(running, pollers, lifecycle);
  }

  @Bean
  PartnerReload partnerReload(
      Authority authority,
      DocumentReload documents,
      RouteReader routeReader,
      RunningRoutes running,
      RouteReplacement replacement,
      LeavingPartners leaving) {
    return new GatewayReload(authority, documents, routeReader, running, replacement, leaving);
  }
}
