package countersign.reviewdesk;

import countersign.approval.Approvals;
import countersign.approval.JdbcApprovals;
import countersign.approval.MinimumReviewTime;
import countersign.approval.OtherDecisions;
import countersign.authority.Authority;
import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.Lifecycle;
import countersign.request.FileId;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.StatementContext;
import countersign.stops.Stops;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class ReviewdeskConfiguration {

  @Bean
  DeskSettings deskSettings(
      @Value("${countersign.review.lease:PT15M}") Duration lease,
      @Value("${countersign.review.open-claims:5}") int openClaims,
      @Value("${countersign.review.same-pair-in-a-row:10}") int samePairInARow,
      @Value("${countersign.review.present-within:PT1H}") Duration presentWithin,
      @Value("${countersign.review.control-cases-per-thousand:0}") int controlCases) {
    return new DeskSettings(lease, openClaims, samePairInARow, presentWithin, controlCases);
  }

  @Bean
  JdbcClaims claims(JdbcClient jdbc, DeskSettings settings) {
    return new JdbcClaims(jdbc, settings.lease());
  }

  @Bean
  JdbcKeptReasons keptReasons(JdbcClient jdbc, Vault vault, Clock clock) {
    return new JdbcKeptReasons(jdbc, vault, clock);
  }

  @Bean
  JdbcKeptTexts keptTexts(JdbcClient jdbc, Clock clock) {
    return new JdbcKeptTexts(jdbc, clock);
  }

  /** Removes what belongs to cases that nobody decides any more. */
  @Bean
  EveryMinute emptiedDesk(JdbcKeptReasons reasons, JdbcClaims claims) {
    return () -> {
      reasons.dropEnded();
      claims.dropEnded();
    };
  }

  @Bean
  PairRotation pairRotation(
      JdbcClient jdbc, Authority authority, Lifecycle lifecycle, DeskSettings settings) {
    return new PairRotation(new JdbcPairs(jdbc), authority, lifecycle, settings);
  }

  @Bean
  ControlContents controlContents(JdbcClient jdbc, Vault vault) {
    return new ControlContents(vault, new JdbcRequestInContext(jdbc, vault));
  }

  @Bean
  ControlCases controlCases(JdbcClient jdbc, ControlContents contents, Clock clock) {
    return new ControlCases(
        new JdbcControlCases(jdbc), new JdbcControlOffers(jdbc), contents, clock);
  }

  /** A decision about a control case counts for the reviewing floor, or the floor would tell it. */
  @Bean
  OtherDecisions decisionsAboutControlCases(JdbcClient jdbc) {
    return new JdbcControlCases(jdbc)::lastDecisionOf;
  }

  @Bean
  ControlDecisions controlDecisions(
      JdbcClient jdbc,
      ControlContents contents,
      StatementContext context,
      Stops stops,
      Lifecycle lifecycle,
      Vault vault) {
    JdbcRequestInContext requests = new JdbcRequestInContext(jdbc, vault);
    MinimumReviewTime floor =
        new MinimumReviewTime(
            new JdbcApprovals(jdbc),
            new JdbcControlCases(jdbc)::lastDecisionOf,
            file -> reviewingFloor(requests, context, file));
    return new ControlDecisions(
        lifecycle,
        new JdbcControlCases(jdbc),
        contents,
        new ControlGuard(context, contents, floor, stops),
        new ControlSigning(context, contents));
  }

  private static Duration reviewingFloor(
      JdbcRequestInContext requests, StatementContext context, FileId file) {
    return context
        .authority()
        .agreement(requests.agreement(file))
        .map(terms -> terms.schedule().reviewingFloor())
        .orElse(Duration.ZERO);
  }

  @Bean
  ControlSeeding controlSeeding(
      JdbcClient jdbc,
      ControlContents contents,
      Vault vault,
      Authority authority,
      DeskSettings settings,
      Clock clock) {
    return new ControlSeeding(
        new JdbcControlCases(jdbc),
        contents,
        new JdbcRequestInContext(jdbc, vault),
        authority,
        settings.controlCasesPerThousand(),
        clock);
  }

  @Bean
  Approvals approvals(
      @Qualifier("reviewedCases") Approvals reviewedCases,
      DeskClaims deskClaims,
      PairRotation pairRotation,
      ControlCases controlCases,
      ControlDecisions controlDecisions,
      ControlSeeding controlSeeding) {
    return new DeskApprovals(
        reviewedCases, deskClaims, pairRotation, controlCases, controlDecisions, controlSeeding);
  }

  @Bean
  DeskClaims deskClaims(JdbcClaims claims, JdbcKeptReasons reasons) {
    return new DeskClaims(claims, reasons);
  }

  @Bean
  ReviewDesk reviewDesk(
      Approvals approvals, Lifecycle lifecycle, JdbcClaims claims, DeskSettings settings) {
    return new ReviewDesk(approvals, lifecycle, claims, settings);
  }
}
