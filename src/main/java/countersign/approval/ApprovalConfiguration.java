package countersign.approval;

import countersign.lifecycle.Lifecycle;
import countersign.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires this package. */
@Configuration(proxyBeanMethods = false)
class ApprovalConfiguration {

  @Bean
  Approvals approvals(
      Lifecycle lifecycle,
      Vault vault,
      JdbcTemplate template,
      Clock clock,
      @Value("${countersign.approval-life:PT24H}") Duration life) {
    return approvals(lifecycle, vault, template, clock, () -> life);
  }

  @Bean
  Disclosures disclosures(Vault vault, JdbcTemplate template) {
    return disclosuresOf(vault, template);
  }

  static Approvals approvals(
      Lifecycle lifecycle,
      Vault vault,
      JdbcTemplate template,
      Clock clock,
      java.util.function.Supplier<Duration> life) {
    JdbcClient jdbc = JdbcClient.create(template);
    JdbcDrafts drafts = new JdbcDrafts(template);
    JdbcApprovals rows = new JdbcApprovals(jdbc);
    JdbcAsked asked = new JdbcAsked(jdbc, vault);
    Lapsing lapsing = new Lapsing(lifecycle, rows, clock);
    return new Approvals(
        new Drafting(lifecycle, vault, drafts, clock),
        new Deciding(lifecycle, vault, drafts, rows, new Admission(rows, asked, lapsing), life),
        new Cases(vault, drafts, rows, asked),
        lapsing);
  }

  static Disclosures disclosuresOf(Vault vault, JdbcTemplate template) {
    return new Disclosures(new JdbcDisclosures(JdbcClient.create(template), vault));
  }
}
