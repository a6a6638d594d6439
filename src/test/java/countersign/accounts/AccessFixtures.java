package countersign.accounts;

import countersign.TestDatabase;
import countersign.lifecycle.Lifecycle;
import countersign.request.Role;
import java.security.KeyPair;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts whose keys a test chooses, for the tests of other packages. */
public final class AccessFixtures {
  /** A cost that a test does not notice. */
  static final KeySeal FAST = new KeySeal(new KeySeal.Cost(8, 1, 1));

  /** Password hashes of a cost that a test does not notice. */
  private static final PasswordEncoder FAST_HASHES =
      new DelegatingPasswordEncoder(
          "argon2id", Map.of("argon2id", new Argon2PasswordEncoder(16, 32, 1, 8, 1)));

  private AccessFixtures() {}

  /** The encoder of a gateway whose tests sign in often. */
  public static PasswordEncoder fastHashes() {
    return FAST_HASHES;
  }

  /** Stores an account as the owner of the tables can, and returns its password. */
  public static String account(JdbcClient owner, String name, Instant at, Role... roles) {
    return account(owner, Encoders.argon2(), name, at, roles);
  }

  /** The same for a gateway with this encoder. */
  public static String account(
      JdbcClient owner, PasswordEncoder encoder, String name, Instant at, Role... roles) {
    String password = Passwords.generate();
    owner
        .sql(
            """
            insert into account (account, password, roles, created_at, password_set_at) values (?, ?, ?, ?, ?)
            """)
        .params(
            name,
            encoder.encode(password),
            JdbcAccounts.words(Set.of(roles)),
            Timestamp.from(at),
            Timestamp.from(at))
        .update();
    return password;
  }

  /** The bean with this database behind it, if it is the database of the accounts. */
  public static Object on(Object bean, UnaryOperator<DataSource> database) {
    return bean instanceof AccountsDatabase real
        ? new AccountsDatabase(database.apply(real.source()))
        : bean;
  }

  /**
   * Two administrators whom the command line made create the account "made", which signs in and
   * sees two cases.
   *
   * @param application the database as the application's role sees it
   */
  public static void happen(DataSource application, Clock clock) {
    DataSource database = TestDatabase.accounts(application);
    Lifecycle lifecycle = Lifecycle.on(database, clock);
    JdbcAccounts byOwner =
        new JdbcAccounts(
            JdbcClient.create(TestDatabase.asSuperuser(application)),
            Encoders.argon2(),
            FAST,
            lifecycle,
            clock);
    byOwner.create("first", Set.of(Role.ADMINISTRATOR));
    byOwner.create("second", Set.of(Role.ADMINISTRATOR));
    SignedWorld world = new SignedWorld(application, clock);
    AccountChanges changes = world.changes();
    long proposal =
        changes
            .propose(
                AccountChanges.Kind.CREATE,
                "made",
                Set.of(Role.AUDITOR),
                "A new auditor.",
                world.administrator("first"))
            .id();
    String password =
        String.valueOf(changes.confirm(proposal, world.administrator("second")).password());
    world.accounts().signIn("made", password, "10.0.0.1", AccessRecord.Door.PAGE);
    new JdbcAccessRecord(JdbcClient.create(database), lifecycle, clock)
        .viewed("made", "10.0.0.1", AccessRecord.Sight.CASE, List.of("a/R-000001", "a/R-000002"));
  }

  /** Seals a key under an account's password before the first sign-in would make one. */
  public static void givesKey(
      JdbcClient jdbc, String account, String password, KeyPair pair, Instant at) {
    new JdbcSigningKeys(jdbc, FAST).insert(account, password, pair, at);
  }
}
