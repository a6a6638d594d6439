package countersign.access;

import countersign.request.Role;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Local accounts: who may sign in with a password, as whom, and who is locked out for now. */
public interface Accounts {

  /** Failures in a row that lock an account (R65). */
  int FAILURES = 3;

  /** How long a lock lasts (R65). */
  java.time.Duration LOCK = java.time.Duration.ofMinutes(15);

  /** Accounts in a database, for commands that run beside the gateway. */
  static Accounts on(Connection connection, Clock clock) {
    return JdbcAccounts.on(connection, clock);
  }

  /**
   * Makes an account with a generated password of more than 14 characters.
   *
   * @param name lower-case letters, digits, dot, hyphen and underscore
   * @param roles what it may do
   * @return the password; it is stored as a hash only and cannot be told again
   * @throws IllegalArgumentException if the roles exclude each other (R51) or the name is malformed
   * @throws IllegalStateException if there is an account of that name
   */
  String create(String name, Set<Role> roles);

  /**
   * Gives an account a new generated password and lifts its lock.
   *
   * @return the password
   * @throws IllegalStateException if there is no such account
   */
  String resetPassword(String name);

  /** The account of that name, if there is one. */
  Optional<Account> byName(String name);

  /** Every account, by name. */
  List<Account> all();

  /**
   * Checks a password and counts: a failure more, or none any more. A locked account is not even
   * compared. Takes as long for a name that does not exist.
   *
   * @return the account, or empty if the name is unknown, the password is wrong, or it is locked
   */
  Optional<Account> signIn(String name, String password);
}
