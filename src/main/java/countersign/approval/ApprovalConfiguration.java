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

/** Wires this package. */
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
    JdbcRequestInContext asked = new JdbcRequestInContext(jdbc, vault);
    ApprovalExpiry lapsing = new ApprovalExpiry(lifecycle, rows, clock);
    DecisionNote words = new DecisionNote(vault);
    Veto veto = new Veto(lifecycle, rows, asked, words);
    return new ReviewedCases(
        new Drafting(lifecycle, vault, drafts, clock),
        new ApprovalService(
            lifecycle,
            vault,
            drafts,
            rows,
            new ApprovalGuard(
                rows,
                asked,
                lapsing,
                new MinimumReviewTime(rows, file -> floor(asked.agreement(file), authority)),
                veto),
            file -> life(asked.agreement(file), authority)),
        new Cases(vault, drafts, rows, asked),
        lapsing,
        veto,
        new VetoReversal(lifecycle, rows, asked, veto, words));
  }

  /** Without an agreement an approval lapses at once: nothing could leave under it anyway. */
  private static Duration life(String agreement, Authority authority) {
    return authority
        .agreement(agreement)
        .map(terms -> terms.schedule().approvalLapses())
        .orElse(Duration.ZERO);
  }

  private static Duration floor(String agreement, Authority authority) {
    return authority
        .agreement(agreement)
        .map(terms -> terms.schedule().reviewingFloor())
        .orElse(Duration.ZERO);
  }

  static Disclosures disclosuresOf(Vault vault, JdbcTemplate template) {
    return new Disclosures(new JdbcDisclosures(JdbcClient.create(template), vault));
  }
}
