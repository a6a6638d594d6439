package countersign.disclosure;

import countersign.approval.ApprovalExpiry;
import countersign.approval.DecisionNote;
import countersign.approval.JdbcApprovals;
import countersign.ledger.LedgerReader;
import countersign.ledger.TamperAlarms;
import countersign.lifecycle.Lifecycle;
import countersign.statement.StatementContext;
import countersign.vault.Vault;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring beans of this package. */
@Configuration(proxyBeanMethods = false)
public class DisclosureConfiguration {

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

  public static Disclosures disclosuresOf(
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
        new JdbcUnapprovedRequests(jdbc, vault),
        rows,
        context,
        new UnverifiedRequests(
            rows, new DecisionNote(vault), new ApprovalExpiry(lifecycle, rows, clock)),
        lost);
  }
}
