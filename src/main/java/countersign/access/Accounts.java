package countersign.access;

import countersign.request.Role;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Local accounts: who may sign in with a password, in which roles, and who is locked. */
public interface Accounts {

  /** Number of consecutive failures that lock an account (R65). */
  int FAILURES = 3;

  /** Duration of a lock (R65). */
  java.time.Duration LOCK = java.time.Duration.ofMinutes(15);

  /** Accounts in a database, for commands that run outside the gateway. */
  static Accounts on(Connection connection, Clock clock) {
    return JdbcAccounts.on(connection, clock);
  }

  /**
   * Creates an account with a generated password of more than 14 characters.
   *
   * @param name lower-case letters, digits, dot, hyphen and underscore
   * @param roles roles of the account
   * @return the password; only its hash is stored, so it cannot be shown again
   * @throws IllegalArgumentException if the roles exclude each other (R51) or the name is malformed
   * @throws IllegalStateException if an account of this name exists
   */
  String create(String name, Set<Role> roles);

  /**
   * Gives an account a new generated password and lifts its lock.
   *
   * @return the password
   * @throws IllegalStateException if there is no such account
   */
  String resetPassword(String name);

  /** The account with this name; empty if there is none. */
  Optional<Account> byName(String name);

  /** Every account, sorted by name. */
  List<Account> all();

  /**
   * Checks a password. A wrong password increases the count of failures and the right one resets
   * it; while the account is locked, neither happens. An unknown name takes the same time.
   *
   * @return the account; empty if the name is unknown, the password is wrong, or the account is
   *     locked
   */
  Optional<Account> signIn(String name, String password);

  /**
   * Opens the private key with which this person signs decisions. The caller closes it after one
   * decision. Does not count failures: the caller signs in first.
   *
   * @return the key; empty if the account has none or the password is wrong
   */
  Optional<OpenedKey> openKey(String name, String password);

  /** The public keys that accounts made with their present passwords, sorted by account. */
  List<MadeKey> madeKeys();
}
