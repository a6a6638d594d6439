package countersign.console;

import countersign.accounts.AccessRecord;
import countersign.accounts.Accounts;
import countersign.approval.Approvals;
import countersign.authority.Authority;
import countersign.intake.HeldDecisions;
import countersign.operations.FileStatuses;
import countersign.operations.Operations;
import countersign.request.Environment;
import countersign.reviewdesk.KeptReasons;
import countersign.reviewdesk.PairRotation;
import countersign.reviewdesk.ReviewDesk;
import countersign.statement.ActionSigning;
import countersign.stops.Stops;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ConsoleConfiguration {

  /** Texts in the bodies of calls are read strictly; see the settings below spring.jackson. */
  @Bean
  JacksonModule strictTexts() {
    return new SimpleModule("strict-texts").addDeserializer(String.class, new StrictText());
  }

  @Bean
  WebMvcConfigurer strictForms() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new StrictForm());
      }
    };
  }

  @Bean
  AccessRecords accessRecords(AccessRecord record) {
    return new AccessRecords(record);
  }

  @Bean
  Explanations explaining(FileStatuses files, Authority authority) {
    return new Explanations(files, authority);
  }

  @Bean
  DecisionActions deciding(
      Approvals approvals,
      HeldDecisions heldFiles,
      FileStatuses files,
      Operations operations,
      Stops stops) {
    return new DecisionActions(approvals, heldFiles, files, operations, stops);
  }

  @Bean
  CaseDesk caseDesk(ReviewDesk desk, KeptReasons reasons, PairRotation pairs, Clock clock) {
    return new CaseDesk(desk, reasons, pairs, clock);
  }

  @Bean
  DecisionKeys decisionKeys(
      Accounts accounts,
      ActionSigning signing,
      Authority authority,
      Clock clock,
      @Value("${countersign.oidc.issuer:}") String identityProvider) {
    return new DecisionKeys(
        accounts, signing, new PasskeySigning(authority, identityProvider.isEmpty(), clock));
  }

  @Bean
  DeniedAttempts deniedAttempts(Approvals approvals) {
    return new DeniedAttempts(approvals);
  }

  @Bean
  Environment gatewayEnvironment(Authority authority) {
    return authority.environment();
  }

  @Bean
  OpenAPI openApi() {
    SecurityScheme basic =
        new SecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("basic")
            .description("A local account");
    return new OpenAPI()
        .info(
            new Info()
                .title("Countersign")
                .version("1")
                .description(
                    "States of files, waiting work and decisions of people. Every error is a"
                        + " problem document (RFC 9457) with a code. Times are UTC."))
        .components(new Components().addSecuritySchemes("basic", basic))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }
}
