package countersign.casework;

import countersign.approval.Approvals;
import countersign.operations.FileStatuses;
import countersign.reviewdesk.ControlCases;
import countersign.reviewdesk.KeptReasons;
import countersign.reviewdesk.ReviewDesk;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class CaseworkConfiguration {

  @Bean
  DeskActions deskActions(ReviewDesk desk, KeptReasons reasons, Approvals approvals) {
    return new DeskActions(desk, reasons, approvals);
  }

  @Bean
  @Primary
  FileStatuses filesAsSeen(@Qualifier("files") FileStatuses files, ControlCases controls) {
    return new FilesAsSeen(files, controls);
  }
}
