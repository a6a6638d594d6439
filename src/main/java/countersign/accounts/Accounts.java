package countersign.accounts;

import countersign.request.Role;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * Creates an account with a generated password of more than 14 characters. Only the role that
   * owns the tables may do this; the console needs {@link AccountChanges}.
   *
   * @param name lower-case letters, digits, dot, hyphen and underscore
   * @param roles roles of the account
   * @return the password; only its hash is stored, so it cannot be shown again
   * @throws IllegalArgumentException if the roles exclude each other (R51) or the name is malformed
   * @throws IllegalStateException if an account of this name exists
   */
  String create(String name, Set<Role> roles);

  /**
   * Gives an account a new generated password, lifts its locks and ends its sessions. Only for the
   * role that owns the tables.
   *
   * @return the password
   * @throws IllegalStateException if there is no such account
   */
  String resetPassword(String name);

  /**
   * Disables an account and ends its sessions. Only for the role that owns the tables.
   *
   * @throws IllegalStateException if there is no such account
   */
  void disable(String name);

  /** The account with this name; empty if there is none. */
  Optional<Account> byName(String name);

  /** Every account, sorted by name. */
  List<Account> all();

  /**
   * Checks a password. The third failure in a row locks the password for 15 minutes: for a source
   * from which the account signed in during the last 30 days, only there; for all other sources
   * together, there. An unknown name takes the same time.
   *
   * @param address numeric address of the client; null if there is none
   * @return the account; empty if the name is unknown, the password is wrong, or the account is
   *     locked or disabled
   */
  Optional<Account> signIn(
      String name, String password, @Nullable String address, AccessRecord.Door door);

  /** Checks a password outside the gateway. */
  default Optional<Account> signIn(String name, String password) {
    return signIn(name, password, null, AccessRecord.Door.PAGE);
  }

  /**
   * Records that an identity provider signed a person in.
   *
   * @param name the account; an empty string if the provider's subject has none
   * @param accepted whether the person may sign in otherwise
   * @return the account; empty, with a record of a failure, if it is not accepted, does not exist
   *     or is disabled
   */
  Optional<Account> signedInElsewhere(String name, @Nullable String address, boolean accepted);

  /**
   * Checks the password of a person who is signed in. Failures elsewhere do not lock it; three
   * failures in a row on pages lock it for 15 minutes.
   */
  boolean confirm(String name, String password, @Nullable String address);

  /** Whether a session of this version of the account may go on. */
  boolean isCurrent(String name, long version);

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
