package countersign.accounts;

import countersign.accounts.JdbcAccounts.StoredAccount;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks passwords, counts failures and keeps the record of both. Thread-safe. */
final class JdbcSignIns {
  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final Clock clock;
  private final JdbcAccessRecord record;
  private final JdbcSources sources;
  private final SourceThrottle throttle;
  private final Predicate<Account> signed;

  /**
   * Hash to compare with when the name is unknown, so that the duration does not reveal which names
   * exist.
   */
  private final String nobody;

  JdbcSignIns(
      JdbcClient jdbc,
      PasswordEncoder encoder,
      Clock clock,
      JdbcAccessRecord record,
      Predicate<Account> signed) {
    this.jdbc = jdbc;
    this.signed = signed;
    this.encoder = encoder;
    this.clock = clock;
    this.record = record;
    this.sources = new JdbcSources(jdbc);
    this.throttle = new SourceThrottle(clock);
    this.nobody = encoder.encode(Passwords.generate());
  }

  Optional<StoredAccount> signIn(
      String name, String password, String source, AccessRecord.Door door) {
    Instant now = clock.instant();
    Optional<StoredAccount> found = JdbcAccounts.stored(jdbc, name);
    Optional<JdbcSources.Known> known = found.flatMap(any -> sources.find(name, source, now));
    if (known.isEmpty() && throttle.isClosed(source)) {
      record.failed(found.isPresent() ? name : SignInSources.UNKNOWN, source);
      return Optional.empty();
    }
    boolean right = encoder.matches(password, found.map(StoredAccount::password).orElse(nobody));
    boolean locked =
        known
            .map(there -> there.isLocked(now))
            .orElseGet(() -> found.map(stored -> stored.isLocked(now)).orElse(false));
    boolean open = found.isPresent() && !found.get().account().disabled() && !locked;
    boolean accepted = open && right && signed.test(found.get().account());
    if (accepted && succeeded(name, source, known.isPresent(), now)) {
      if (sources.isFirst(name, source, now) || door == AccessRecord.Door.PAGE) {
        record.signedIn(name, source, door);
      }
      return found;
    }
    throttle.failed(source);
    record.failed(found.isPresent() ? name : SignInSources.UNKNOWN, source);
    if (open && !right) {
      failed(name, source, known.isPresent(), now);
    }
    return Optional.empty();
  }

  /** Records the sign-in, or the failure, of a person whom an identity provider signed in. */
  Optional<StoredAccount> signedInElsewhere(String name, String source, boolean accepted) {
    Optional<StoredAccount> found = JdbcAccounts.stored(jdbc, name);
    if (accepted
        && found
            .map(StoredAccount::account)
            .filter(account -> !account.disabled() && signed.test(account))
            .isPresent()) {
      record.signedIn(name, source, AccessRecord.Door.PAGE);
      return found;
    }
    record.failed(found.isPresent() ? name : SignInSources.UNKNOWN, source);
    return Optional.empty();
  }

  /** Checks the password of a signed-in person, with a count of failures of its own. */
  boolean confirm(String name, String password, String source) {
    Instant now = clock.instant();
    Optional<StoredAccount> found = JdbcAccounts.stored(jdbc, name);
    if (found.isEmpty() || found.get().account().disabled()) {
      return false;
    }
    Optional<JdbcSources.Known> known = sources.find(name, SignInSources.SESSION, now);
    boolean locked = known.map(there -> there.isLocked(now)).orElse(false);
    boolean right = encoder.matches(password, found.get().password());
    if (right && !locked) {
      return sources.succeeded(name, SignInSources.SESSION, now);
    }
    record.failed(name, source);
    if (!locked) {
      if (known.isEmpty()) {
        sources.succeeded(name, SignInSources.SESSION, now); // the person is signed in
      }
      failed(name, SignInSources.SESSION, true, now);
    }
    return false;
  }

  /** Lifts the locks of every source. */
  void unlock(String name) {
    jdbc.sql("update sign_in_source set failed = 0, locked_until = null where account = ?")
        .param(name)
        .update();
  }

  /**
   * False if the account or the source was locked meanwhile: the third failure locks it, however
   * many attempts run concurrently.
   */
  private boolean succeeded(String name, String source, boolean known, Instant now) {
    if (!known) {
      int open =
          jdbc.sql(
                  """
                  update account set failed = 0, locked_until = null
                  where account = ? and (locked_until is null or locked_until <= ?)
                  """)
              .params(name, Timestamp.from(now))
              .update();
      if (open == 0) {
        return false;
      }
    }
    return sources.succeeded(name, source, now);
  }

  private void failed(String name, String source, boolean known, Instant now) {
    boolean locks =
        known
            ? sources.failed(name, source, now)
            : jdbc.sql(
                    """
                    update account set
                      failed = case when locked_until is null then failed + 1 else 1 end,
                      locked_until = case when locked_until is null and failed + 1 >= ? then ?::timestamptz end
                    where account = ? and (locked_until is null or locked_until <= ?)
                    returning locked_until is not null as locks
                    """)
                .params(
                    Accounts.FAILURES,
                    Timestamp.from(now.plus(Accounts.LOCK)),
                    name,
                    Timestamp.from(now))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    if (locks) {
      record.locked(name, source);
    }
  }
}
