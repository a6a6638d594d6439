package countersign.approval;

import countersign.authority.Authority;
import countersign.lifecycle.Lifecycle;
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
  Approvals approvals(
      Lifecycle lifecycle, Vault vault, JdbcTemplate template, Clock clock, Authority authority) {
    return approvalsOf(lifecycle, vault, template, clock, authority);
  }

  @Bean
  Disclosures disclosures(Vault vault, JdbcTemplate template) {
    return disclosuresOf(vault, template);
  }

  static Approvals approvalsOf(
      Lifecycle lifecycle, Vault vault, JdbcTemplate template, Clock clock, Authority authority) {
    JdbcClient jdbc = JdbcClient.create(template);
    JdbcDrafts drafts = new JdbcDrafts(template);
    JdbcApprovals rows = new JdbcApprovals(jdbc);
    JdbcRequestInContext requests = new JdbcRequestInContext(jdbc, vault);
    ApprovalExpiry expiry = new ApprovalExpiry(lifecycle, rows, clock);
    DecisionNote notes = new DecisionNote(vault);
    Veto veto = new Veto(lifecycle, rows, requests, notes);
    return new ReviewedCases(
        new Drafting(lifecycle, vault, drafts, clock),
        new ApprovalService(
            lifecycle,
            vault,
            drafts,
            rows,
            new ApprovalGuard(
                rows,
                requests,
                expiry,
                new MinimumReviewTime(
                    rows, file -> reviewingFloor(requests.agreement(file), authority)),
                veto),
            file -> approvalLifetime(requests.agreement(file), authority)),
        new Cases(vault, drafts, rows, requests),
        expiry,
        veto,
        new VetoReversal(lifecycle, rows, requests, veto, notes));
  }

  /** Zero without an agreement: an approval then expires at once, and nothing can be released. */
  private static Duration approvalLifetime(String agreement, Authority authority) {
    return authority
        .agreement(agreement)
        .map(terms -> terms.schedule().approvalsExpireAfter())
        .orElse(Duration.ZERO);
  }

  private static Duration reviewingFloor(String agreement, Authority authority) {
    return authority
        .agreement(agreement)
        .map(terms -> terms.schedule().reviewingFloor())
        .orElse(Duration.ZERO);
  }

  static Disclosures disclosuresOf(Vault vault, JdbcTemplate template) {
    return new Disclosures(new JdbcDisclosures(JdbcClient.create(template), vault));
  }
}
