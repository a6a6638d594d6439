package countersign.console;

import countersign.approval.Approvals;
import countersign.authority.Authority;
import countersign.request.Environment;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring beans that connect pages and calls with the packages that carry out their actions. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ConsolePortsConfiguration {

  @Bean
  Desk desk(Approvals approvals) {
    return new ApprovalsDesk(approvals);
  }

  @Bean
  Environment gatewayEnvironment(Authority authority) {
    return authority.environment();
  }
}
