package countersign.accounts;

import countersign.authority.Authority;
import countersign.check.ConfiguredParts;
import countersign.configuration.Configuration;
import countersign.configuration.Instance;
import countersign.ledger.LedgerFixtures;
import countersign.ledger.LedgerReader;
import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.statement.ActionSigning;
import countersign.statement.Reviewer;
import countersign.statement.StatementSigner;
import java.sql.Connection;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Accounts that two administrators make for a gateway that is not started: the same code as behind
 * the page Accounts, in the gateway's database.
 */
public final class MadeAccounts implements AutoCloseable {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String REASON = "A test of the runbook";

  private final Connection connection;
  private final Connection ledgerConnection;
  private final JdbcAccounts accounts;
  private final JdbcAccountChanges changes;
  private final ActionSigning signing;

  /**
   * Logs in to the database of a configuration.
   *
   * @param installation fingerprint of the gateway's key
   */
  public MadeAccounts(Configuration configuration, String installation)
      throws ConfiguredParts.NotReached {
    Instance instance = configuration.instance();
    this.connection = ConfiguredParts.connect("database", instance.accounts());
    this.ledgerConnection = ConfiguredParts.connect("database", instance.database());
    SingleConnectionDataSource database = new SingleConnectionDataSource(connection, true);
    LedgerReader ledger =
        LedgerFixtures.readerOn(new SingleConnectionDataSource(ledgerConnection, true));
    this.accounts = JdbcAccounts.on(connection, CLOCK);
    this.changes =
        new JdbcAccountChanges(
            JdbcClient.create(database),
            Encoders.argon2(),
            Lifecycle.on(database, CLOCK),
            ledger,
            CLOCK);
    this.signing = new ActionSigning(installation, Authority.of(configuration), CLOCK);
  }

  /**
   * One administrator proposes an account, the other one confirms it, and its owner signs in once.
   *
   * @return its password
   */
  public String make(String name, Role role, Administrator first, Administrator second) {
    AccountChanges.Proposal proposal =
        changes.propose(
            AccountChanges.Kind.CREATE, name, Set.of(role), REASON, actor(first, REASON));
    String password =
        Objects.requireNonNull(changes.confirm(proposal.id(), actor(second, "")).password());
    if (accounts.signIn(name, password).isEmpty()) {
      throw new IllegalStateException("The account " + name + " does not sign in");
    }
    return password;
  }

  /** An administrator with the password. */
  public record Administrator(String name, String password) {}

  private Actor actor(Administrator administrator, String reason) {
    OpenedKey key = accounts.openKey(administrator.name(), administrator.password()).orElseThrow();
    StatementSigner signer =
        new StatementSigner() {
          @Override
          public String keyId() {
            return HexFormat.of().formatHex(key.publicKey());
          }

          @Override
          public byte[] sign(byte[] statement) {
            return key.sign(statement);
          }
        };
    return signing
        .actor(new Reviewer(administrator.name(), Set.of(Role.ADMINISTRATOR), signer), reason)
        .orElseThrow();
  }

  @Override
  public void close() throws java.sql.SQLException {
    connection.close();
    ledgerConnection.close();
  }
}
