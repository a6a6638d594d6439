package countersign.approval;

import countersign.authority.Authority;
import countersign.authority.TestPeople;
import countersign.delivery.DeliveryFixtures;
import countersign.disclosure.DisclosureConfiguration;
import countersign.disclosure.Disclosures;
import countersign.disclosure.LostDenials;
import countersign.ledger.LedgerFixtures;
import countersign.ledger.TamperAlarms;
import countersign.lifecycle.Lifecycle;
import countersign.lifecycle.LifecycleFixtures;
import countersign.request.Role;
import countersign.statement.Reviewer;
import countersign.statement.StatementContext;
import countersign.statement.StatementSigner;
import countersign.stops.StopsFixtures;
import countersign.vault.Vault;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Approvals and reviewers for the tests of other packages. */
public final class ApprovalFixtures {
  /** A first reviewer. */
  public static final Reviewer ADAMS = TestSigner.reviewer("adams", Role.FIRST_REVIEWER);

  /** A countersigner. */
  public static final Reviewer BAKER = TestSigner.reviewer("baker", Role.COUNTERSIGNER);

  /** A reviewer with both roles, for tests in which one person tries to give both approvals. */
  public static final Reviewer CLARK =
      TestSigner.reviewer("clark", Role.FIRST_REVIEWER, Role.COUNTERSIGNER);

  /** Counsel. */
  public static final Reviewer COUNSEL = TestSigner.reviewer("dunn", Role.COUNSEL);

  private ApprovalFixtures() {}

  /** Approvals on the given database. */
  public static Approvals approvalsOn(
      DataSource database, Lifecycle lifecycle, Vault vault, Authority authority, Clock clock) {
    return ApprovalConfiguration.approvalsOf(
        lifecycle,
        vault,
        JdbcClient.create(database),
        LifecycleFixtures.bulkRowsOn(database),
        clock,
        contextOf(authority),
        StopsFixtures.stopsOn(database, lifecycle, authority),
        account -> Optional.empty());
  }

  /** A person with this account, these roles and the account's key. */
  public static Reviewer reviewer(String account, Role... roles) {
    return TestSigner.reviewer(account, roles);
  }

  /** A person with this account and these roles, who signs with the account's passkey. */
  public static Reviewer withPasskey(String account, Role... roles) {
    return new Reviewer(
        account,
        Set.of(roles),
        new StatementSigner() {
          @Override
          public String keyId() {
            return TestPeople.passkey(account).passkey().fingerprint();
          }

          @Override
          public byte[] sign(byte[] statement) {
            return TestPeople.passkey(account).sign(statement);
          }
        });
  }

  private static StatementContext contextOf(Authority authority) {
    return new StatementContext("A".repeat(40), authority, DeliveryFixtures.officerKeys(authority));
  }

  /** Disclosures on the given database. */
  public static Disclosures disclosuresOn(
      DataSource database, Lifecycle lifecycle, Vault vault, Authority authority, Clock clock) {
    return disclosuresOn(database, lifecycle, vault, authority, new TamperAlarms(), clock);
  }

  /** Disclosures that raise these alarms. */
  public static Disclosures disclosuresOn(
      DataSource database,
      Lifecycle lifecycle,
      Vault vault,
      Authority authority,
      TamperAlarms alarms,
      Clock clock) {
    return DisclosureConfiguration.disclosuresOf(
        lifecycle,
        vault,
        new JdbcTemplate(database),
        clock,
        contextOf(authority),
        new LostDenials(LedgerFixtures.readerOn(database), alarms));
  }
}
