package countersign.approval;

import countersign.authority.Authority;
import countersign.lifecycle.Lifecycle;
import countersign.request.Role;
import countersign.vault.Vault;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Approvals and reviewers for the tests of other packages. */
public final class ApprovalFixtures {
  /** A first reviewer. */
  public static final Reviewer ADAMS = new Reviewer("adams", Set.of(Role.FIRST_REVIEWER));

  /** A countersigner. */
  public static final Reviewer BAKER = new Reviewer("baker", Set.of(Role.COUNTERSIGNER));

  /** A reviewer with both roles, for tests in which one person tries to give both approvals. */
  public static final Reviewer CLARK =
      new Reviewer("clark", Set.of(Role.FIRST_REVIEWER, Role.COUNTERSIGNER));

  /** Counsel. */
  public static final Reviewer COUNSEL = new Reviewer("dunn", Set.of(Role.COUNSEL));

  private ApprovalFixtures() {}

  /** Approvals on the given database. */
  public static Approvals approvalsOn(
      DataSource database, Lifecycle lifecycle, Vault vault, Authority authority, Clock clock) {
    return ApprovalConfiguration.approvalsOf(
        lifecycle, vault, new JdbcTemplate(database), clock, authority);
  }

  /** Disclosures on the given database. */
  public static Disclosures disclosuresOn(DataSource database, Vault vault) {
    return ApprovalConfiguration.disclosuresOf(vault, new JdbcTemplate(database));
  }
}
