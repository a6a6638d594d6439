package countersign.approval;

import countersign.authority.Authority;
import countersign.authority.Stops;
import countersign.ledger.LedgerReader;
import countersign.ledger.TamperAlarms;
import countersign.lifecycle.Lifecycle;
import countersign.pgp.SecretKey;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

  @Bean
  StatementContext statementContext(
      SecretKey gatewayKey, Authority authority, SealingKeys officerKeys) {
    return new StatementContext(gatewayKey.fingerprint(), authority, officerKeys);
  }

  @Bean
  ActionSigning actionSigning(SecretKey gatewayKey, Authority authority, Clock clock) {
    return new ActionSigning(gatewayKey.fingerprint(), authority, clock);
  }

  @Bean
  Approvals approvals(
      Lifecycle lifecycle,
      Vault vault,
      JdbcTemplate template,
      Clock clock,
      StatementContext context,
      Stops stops) {
    return approvalsOf(lifecycle, vault, template, clock, context, stops);
  }

  @Bean
  Disclosures disclosures(
      Lifecycle lifecycle,
      Vault vault,
      JdbcTemplate template,
      Clock clock,
      StatementContext context,
      LedgerReader ledger,
      TamperAlarms alarms) {
    return disclosuresOf(
        lifecycle, vault, template, clock, context, new LostDenials(ledger, alarms));
  }

  static Approvals approvalsOf(
      Lifecycle lifecycle,
      Vault vault,
      JdbcTemplate template,
      Clock clock,
      StatementContext context,
      Stops stops) {
    JdbcClient jdbc = JdbcClient.create(template);
    JdbcDrafts drafts = new JdbcDrafts(template);
    JdbcApprovals rows = new JdbcApprovals(jdbc);
    JdbcRequestInContext requests = new JdbcRequestInContext(jdbc, vault);
    ApprovalExpiry expiry = new ApprovalExpiry(lifecycle, rows, clock);
    Veto veto = new Veto(lifecycle, rows, requests, new DecisionNote(vault), stops);
    DecisionSigning signing = new DecisionSigning(context, requests, vault);
    MinimumReviewTime floor =
        new MinimumReviewTime(rows, file -> reviewingFloor(requests.agreement(file), context));
    return new ReviewedCases(
        new Drafting(lifecycle, vault, drafts, clock),
        new ApprovalService(
            lifecycle,
            drafts,
            rows,
            new ApprovalGuard(rows, requests, expiry, floor, veto, signing),
            signing,
            file -> approvalLifetime(requests.agreement(file), context)),
        new Cases(vault, drafts, rows, requests),
        expiry,
        veto,
        new VetoReversal(lifecycle, rows, requests, veto, drafts, signing));
  }

  /** Zero without an agreement: an approval then expires at once, and nothing can be released. */
  private static Duration approvalLifetime(String agreement, StatementContext context) {
    return context
        .authority()
        .agreement(agreement)
        .map(terms -> terms.schedule().approvalsExpireAfter())
        .orElse(Duration.ZERO);
  }

  private static Duration reviewingFloor(String agreement, StatementContext context) {
    return context
        .authority()
        .agreement(agreement)
        .map(terms -> terms.schedule().reviewingFloor())
        .orElse(Duration.ZERO);
  }

  static Disclosures disclosuresOf(
      Lifecycle lifecycle,
      Vault vault,
      JdbcTemplate template,
      Clock clock,
      StatementContext context,
      LostDenials lost) {
    JdbcClient jdbc = JdbcClient.create(template);
    JdbcApprovals rows = new JdbcApprovals(jdbc);
    return new Disclosures(
        new JdbcDisclosures(jdbc, vault),
        rows,
        context,
        new Unverified(rows, new DecisionNote(vault), new ApprovalExpiry(lifecycle, rows, clock)),
        lost);
  }
}
