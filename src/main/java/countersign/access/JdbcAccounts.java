package countersign.access;

import countersign.request.Role;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;

/** {@link Accounts} on the table {@code account}. Thread-safe. */
final class JdbcAccounts implements Accounts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final Clock clock;
  private final JdbcSigningKeys keys;

  /**
   * Hash to compare with when the name is unknown, so that the duration does not reveal which names
   * exist.
   */
  private final String unknown;

  JdbcAccounts(JdbcClient jdbc, PasswordEncoder encoder, KeySeal seal, Clock clock) {
    this.jdbc = jdbc;
    this.keys = new JdbcSigningKeys(jdbc, seal);
    this.encoder = encoder;
    this.clock = clock;
    this.unknown = encoder.encode(Passwords.generate());
  }

  static JdbcAccounts on(Connection connection, Clock clock) {
    return new JdbcAccounts(
        JdbcClient.create(new SingleConnectionDataSource(connection, true)),
        Encoders.argon2(),
        new KeySeal(KeySeal.OWASP),
        clock);
  }

  @Override
  public String create(String name, Set<Role> roles) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("An account name has 1 to 64 characters of a-z 0-9 . _ -");
    }
    String password = Passwords.generate();
    int made =
        jdbc.sql(
                """
                insert into account (account, password, roles, created_at, password_set_at)
                values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
            .params(
                name,
                encoder.encode(password),
                words(Role.together(roles)),
                at(clock.instant()),
                at(clock.instant()))
            .update();
    if (made == 0) {
      throw new IllegalStateException("An account already has the name " + name + " already");
    }
    return password;
  }

  @Override
  public String resetPassword(String name) {
    String password = Passwords.generate();
    int changed =
        jdbc.sql(
                """
                update account set password = ?, failed = 0, locked_until = null,
                  password_set_at = greatest(?, password_set_at + interval '1 millisecond')
                where account = ?
                """)
            .params(encoder.encode(password), at(clock.instant()), name)
            .update();
    if (changed == 0) {
      throw new IllegalStateException("No account has the name " + name);
    }
    return password;
  }

  @Override
  public Optional<Account> byName(String name) {
    return stored(name).map(StoredAccount::account);
  }

  @Override
  public List<Account> all() {
    return jdbc
        .sql("select account, password, roles, locked_until from account order by account")
        .query(JdbcAccounts::row)
        .list()
        .stream()
        .map(StoredAccount::account)
        .toList();
  }

  @Override
  public Optional<Account> signIn(String name, String password) {
    Optional<StoredAccount> found = stored(name.toLowerCase(Locale.ROOT));
    String hash = found.map(StoredAccount::password).orElse(unknown);
    boolean locked = found.map(StoredAccount::account).map(this::isLocked).orElse(false);
    boolean right = encoder.matches(password, hash);
    if (found.isEmpty() || locked) {
      return Optional.empty();
    }
    Account account = found.get().account();
    Optional<Account> signedIn = right ? succeeded(account) : failed(account);
    signedIn.ifPresent(known -> keep(known, hash, password));
    return signedIn;
  }

  /** Replaces an older hash, and makes the key of a person who decides cases. */
  private void keep(Account account, String hash, String password) {
    if (encoder.upgradeEncoding(hash)) {
      jdbc.sql("update account set password = ? where account = ? and password = ?")
          .params(encoder.encode(password), account.name(), hash)
          .update();
    }
    keys.makeOnce(account, password, clock.instant());
  }

  @Override
  public Optional<OpenedKey> openKey(String name, String password) {
    return keys.open(name.toLowerCase(Locale.ROOT), password);
  }

  @Override
  public List<MadeKey> madeKeys() {
    return keys.made();
  }

  private boolean isLocked(Account account) {
    Instant until = account.lockedUntil();
    return until != null && until.isAfter(clock.instant());
  }

  /**
   * Empty if the account was locked meanwhile: the third failure locks it, however many attempts
   * run concurrently.
   */
  private Optional<Account> succeeded(Account account) {
    int open =
        jdbc.sql(
                """
                update account set failed = 0, locked_until = null
                where account = ? and (locked_until is null or locked_until <= ?)
                  and (failed > 0 or locked_until is not null)
                """)
            .params(account.name(), at(clock.instant()))
            .update();
    boolean locked = open == 0 && byName(account.name()).map(this::isLocked).orElse(true);
    return locked ? Optional.empty() : Optional.of(account);
  }

  private Optional<Account> failed(Account account) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update account set
              failed = case when locked_until is null then failed + 1 else 1 end,
              locked_until = case when locked_until is null and failed + 1 >= ? then ?::timestamptz end
            where account = ? and (locked_until is null or locked_until <= ?)
            """)
        .params(FAILURES, at(now.plus(LOCK)), account.name(), at(now))
        .update();
    return Optional.empty();
  }

  private Optional<StoredAccount> stored(String name) {
    return jdbc.sql("select account, password, roles, locked_until from account where account = ?")
        .param(name)
        .query(JdbcAccounts::row)
        .optional();
  }

  private static StoredAccount row(ResultSet row, int number) throws SQLException {
    Timestamp locked = row.getTimestamp("locked_until");
    Account account =
        new Account(
            row.getString("account"),
            roles(row.getArray("roles")),
            locked == null ? null : locked.toInstant());
    return new StoredAccount(account, row.getString("password"));
  }

  private static Set<Role> roles(Array words) throws SQLException {
    return Arrays.stream((String[]) words.getArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String[] words(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toArray(String[]::new);
  }

  private static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }

  /** An account with its password hash. Used only in this class and never printed. */
  private record StoredAccount(Account account, String password) {
    @Override
    public String toString() {
      return account.name();
    }
  }
}
