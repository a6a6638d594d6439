package countersign.pipeline;

import countersign.approval.Approvals;
import countersign.authority.Authority;
import countersign.authority.Partner;
import countersign.delivery.Delivery;
import countersign.intake.Intake;
import countersign.lifecycle.Lifecycle;
import countersign.notification.NoticeChannels;
import countersign.receipts.ReceiptDocument;
import countersign.receipts.Receipts;
import countersign.records.JdbcFindAddresses;
import countersign.records.RecordLookup;
import countersign.redaction.Redactor;
import countersign.request.Actor;
import countersign.request.Verb;
import countersign.routeproof.RouteProof;
import countersign.routeproof.Verdict;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.spring.spi.ApplicationContextBeanRepository;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the beans that routes may name, the proof of the routes, and their lock. */
@Configuration(proxyBeanMethods = false)
class RouteLockConfiguration {

  @Bean
  Verdict routeVerdict(
      @Value("${countersign.routes-directory}") String directory, Authority authority) {
    Set<String> partners =
        authority.partners().stream().map(Partner::id).collect(Collectors.toUnmodifiableSet());
    return RouteProof.of(Path.of(directory), partners, authority.renamedFolders());
  }

  @Bean
  ProvedRoutes provedRoutes(Verdict routeVerdict) {
    return new ProvedRoutes(routeVerdict);
  }

  @Bean
  RunningRoutes runningRoutes(Verdict routeVerdict, ObjectProvider<CamelContext> camel) {
    return new RunningRoutes(routeVerdict, camel::getObject);
  }

  /**
   * Records with which program and routes this gateway starts, before any step runs.
   *
   * @param program SHA-256 of the program, hexadecimal; an empty string if it is not known
   */
  @Bean
  SmartInitializingSingleton recordProof(
      Verdict routeVerdict, Lifecycle lifecycle, @Value("${countersign.program:}") String program) {
    return () ->
        lifecycle.run(
            Actor.GATEWAY,
            change -> {
              Map<String, String> facts = new TreeMap<>(routeVerdict.facts());
              if (!program.isEmpty()) {
                facts.put("program", program);
              }
              change.event(Verb.PROVE, "routes", facts);
            });
  }

  @Bean
  RouteLock routeLock(ApplicationContext beans) {
    return new RouteLock(new ApplicationContextBeanRepository(beans));
  }

  @Bean
  CarriedData carriedData() {
    return new CarriedData();
  }

  @Bean
  RouteSteps.IntakeSteps routeIntakeSteps(Intake intake) {
    return new RouteSteps.IntakeSteps(intake);
  }

  @Bean
  RouteSteps.ReceiptSteps routeReceiptSteps(Receipts receipts) {
    return new RouteSteps.ReceiptSteps(receipts);
  }

  /** Reads a receipt; a field that its record does not have is an error. */
  @Bean
  JacksonDataFormat receiptFormat() {
    JacksonDataFormat format = new JacksonDataFormat(ReceiptDocument.class);
    format.setUseDefaultObjectMapper(false);
    format.setAutoDiscoverObjectMapper(false);
    format.setAllowUnmarshallType(false);
    format.setEnableFeatures(
        "FAIL_ON_UNKNOWN_PROPERTIES,FAIL_ON_IGNORED_PROPERTIES,FAIL_ON_TRAILING_TOKENS");
    format.setDisableFeatures("ALLOW_COERCION_OF_SCALARS");
    return format;
  }

  @Bean
  RouteSteps.RecordSteps routeRecordSteps(RecordLookup records) {
    return new RouteSteps.RecordSteps(records);
  }

  @Bean
  RouteSteps.RedactorSteps routeRedactorSteps(Redactor redactor) {
    return new RouteSteps.RedactorSteps(redactor);
  }

  @Bean
  RouteSteps.ApprovalSteps routeApprovalSteps(Approvals approvals) {
    return new RouteSteps.ApprovalSteps(approvals);
  }

  @Bean
  RouteSteps.SourceSteps routeSourceSteps(JdbcFindAddresses source) {
    return new RouteSteps.SourceSteps(source);
  }

  @Bean
  RouteSteps.OutsideSourceSteps routeOutsideSourceSteps() {
    return new RouteSteps.OutsideSourceSteps();
  }

  @Bean
  NoticeChannels noticeChannels(
      ObjectProvider<CamelContext> camel, ObjectProvider<ProducerTemplate> producer) {
    return new RoutedNotices(camel::getObject, producer::getObject);
  }

  @Bean
  RouteSteps.DeliverySteps routeDeliverySteps(Delivery delivery) {
    return new RouteSteps.DeliverySteps(delivery);
  }
}
