package countersign.approval;

import countersign.lifecycle.BulkRows;
import countersign.lifecycle.Lifecycle;
import countersign.statement.JdbcRequestInContext;
import countersign.statement.StatementContext;
import countersign.stops.Stops;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

  /** What the desk wraps as the bean {@code approvals}, which all other packages use. */
  @Bean(defaultCandidate = false)
  @Qualifier("reviewedCases")
  Approvals reviewedCases(
      Lifecycle lifecycle,
      Vault vault,
      JdbcClient jdbc,
      BulkRows bulk,
      Clock clock,
      StatementContext context,
      Stops stops,
      OtherDecisions others) {
    return approvalsOf(lifecycle, vault, jdbc, bulk, clock, context, stops, others);
  }

  static Approvals approvalsOf(
      Lifecycle lifecycle,
      Vault vault,
      JdbcClient jdbc,
      BulkRows bulk,
      Clock clock,
      StatementContext context,
      Stops stops,
      OtherDecisions others) {
    JdbcDrafts drafts = new JdbcDrafts(jdbc, bulk, vault);
    JdbcApprovals rows = new JdbcApprovals(jdbc);
    JdbcRequestInContext requests = new JdbcRequestInContext(jdbc, vault);
    ApprovalExpiry expiry = new ApprovalExpiry(lifecycle, rows, clock);
    Veto veto = new Veto(lifecycle, rows, requests, new DecisionNote(vault), stops);
    DecisionSigning signing = new DecisionSigning(context, requests, vault);
    return new ApprovalSteps(
        new Drafting(lifecycle, vault, drafts, clock),
        new ApprovalService(
            lifecycle,
            drafts,
            rows,
            new ApprovalGuard(
                rows, requests, expiry, floor(rows, others, requests, context), veto, signing),
            signing,
            file -> approvalLapses(requests.agreement(file), context)),
        new Cases(vault, drafts, rows, requests),
        expiry,
        veto,
        new VetoReversal(lifecycle, rows, requests, veto, drafts, signing));
  }

  private static MinimumReviewTime floor(
      JdbcApprovals rows,
      OtherDecisions others,
      JdbcRequestInContext requests,
      StatementContext context) {
    return new MinimumReviewTime(
        rows, others, file -> reviewingFloor(requests.agreement(file), context));
  }

  /** Zero without an agreement: an approval then expires at once, and nothing can be released. */
  private static Duration approvalLapses(String agreement, StatementContext context) {
    return context
        .authority()
        .agreement(agreement)
        .map(terms -> terms.schedule().approvalLapses())
        .orElse(Duration.ZERO);
  }

  private static Duration reviewingFloor(String agreement, StatementContext context) {
    return context
        .authority()
        .agreement(agreement)
        .map(terms -> terms.schedule().reviewingFloor())
        .orElse(Duration.ZERO);
  }
}
