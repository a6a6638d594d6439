package countersign.access;

import java.security.KeyPair;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts whose keys a test chooses, for the tests of other packages. */
public final class AccessFixtures {
  /** A cost that a test does not notice. */
  static final KeySeal FAST = new KeySeal(new KeySeal.Cost(8, 1, 1));

  private AccessFixtures() {}

  /** Seals a key under an account's password before the first sign-in would make one. */
  public static void givesKey(
      JdbcClient jdbc, String account, String password, KeyPair pair, Instant at) {
    new JdbcSigningKeys(jdbc, FAST).insert(account, password, pair, at);
  }
}
