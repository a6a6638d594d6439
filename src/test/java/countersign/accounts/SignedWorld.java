package countersign.accounts;

import countersign.TestDatabase;
import countersign.approval.ApprovalFixtures;
import countersign.authority.ActionSignatures;
import countersign.authority.Authority;
import countersign.authority.TestAuthority;
import countersign.ledger.LedgerFixtures;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.statement.ActionSigning;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts as the gateway has them: each change is signed, and each sign-in verifies it. */
final class SignedWorld {
  private static final String INSTALLATION = "A".repeat(40);

  private final DataSource application;
  private final Clock clock;
  private final Authority authority = TestAuthority.open();
  private final JdbcClient jdbc;
  private final Lifecycle lifecycle;
  private final LedgerReader ledger;

  SignedWorld(DataSource application, Clock clock) {
    this.application = application;
    this.clock = clock;
    DataSource database = TestDatabase.accounts(application);
    this.jdbc = JdbcClient.create(database);
    this.lifecycle = Lifecycle.on(database, clock);
    this.ledger = LedgerFixtures.readerOn(application);
  }

  JdbcAccounts accounts() {
    SignedChanges signed = new SignedChanges(new ActionSignatures(INSTALLATION, authority));
    return new JdbcAccounts(
        jdbc,
        Encoders.argon2(),
        AccessFixtures.FAST,
        lifecycle,
        clock,
        new SignedAccounts(jdbc, ledger, signed));
  }

  JdbcAccountChanges changes() {
    return new JdbcAccountChanges(jdbc, Encoders.argon2(), lifecycle, ledger, clock);
  }

  /** An administrator who signs with the key of this name, enrolled or not. */
  Actor administrator(String name) {
    return new ActionSigning(INSTALLATION, authority, clock)
        .actor(ApprovalFixtures.reviewer(name, Role.ADMINISTRATOR), "")
        .orElseThrow();
  }

  /** Takes the signature from a proposal, as a version without signatures recorded it. */
  void proposedByAnEarlierVersion(long number) {
    JdbcClient.create(TestDatabase.tampering(application))
        .sql(
            """
            update event set bytes = convert_to(
              regexp_replace(convert_from(bytes, 'UTF8'), '"signature":"[0-9a-f]+",?', ''), 'UTF8')
            where verb = 'propose' and position(convert_to('"proposal":"' || ? || '"', 'UTF8') in bytes) > 0
            """)
        .param(number)
        .update();
  }
}
