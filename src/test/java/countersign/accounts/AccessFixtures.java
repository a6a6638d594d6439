package countersign.accounts;

import countersign.request.Role;
import java.security.KeyPair;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts whose keys a test chooses, for the tests of other packages. */
public final class AccessFixtures {
  /** A cost that a test does not notice. */
  static final KeySeal FAST = new KeySeal(new KeySeal.Cost(8, 1, 1));

  private AccessFixtures() {}

  /** Stores an account as the owner of the tables can, and returns its password. */
  public static String account(JdbcClient owner, String name, Instant at, Role... roles) {
    String password = Passwords.generate();
    owner
        .sql(
            """
            insert into account (account, password, roles, created_at, password_set_at) values (?, ?, ?, ?, ?)
            """)
        .params(
            name,
            Encoders.argon2().encode(password),
            JdbcAccounts.words(Set.of(roles)),
            Timestamp.from(at),
            Timestamp.from(at))
        .update();
    return password;
  }

  /** Seals a key under an account's password before the first sign-in would make one. */
  public static void givesKey(
      JdbcClient jdbc, String account, String password, KeyPair pair, Instant at) {
    new JdbcSigningKeys(jdbc, FAST).insert(account, password, pair, at);
  }
}
