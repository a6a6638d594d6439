package countersign.accounts;

import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.Role;
import countersign.request.Verb;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;

/** {@link Accounts} on the table {@code account}. Thread-safe. */
final class JdbcAccounts implements Accounts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final String COLUMNS =
      "account, password, roles, locked_until, version, disabled_at";

  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final Lifecycle lifecycle;
  private final Clock clock;
  private final JdbcSigningKeys keys;
  private final JdbcSignIns signIns;

  /** Accounts whose changes are not verified, for commands that run outside the gateway. */
  JdbcAccounts(
      JdbcClient jdbc, PasswordEncoder encoder, KeySeal seal, Lifecycle lifecycle, Clock clock) {
    this(jdbc, encoder, seal, lifecycle, clock, account -> true);
  }

  /**
   * Creates the accounts.
   *
   * @param signed whether an account is what two administrators signed; no other signs in
   */
  JdbcAccounts(
      JdbcClient jdbc,
      PasswordEncoder encoder,
      KeySeal seal,
      Lifecycle lifecycle,
      Clock clock,
      Predicate<Account> signed) {
    this.jdbc = jdbc;
    this.keys = new JdbcSigningKeys(jdbc, seal);
    this.encoder = encoder;
    this.lifecycle = lifecycle;
    this.clock = clock;
    this.signIns =
        new JdbcSignIns(jdbc, encoder, clock, new JdbcAccessRecord(jdbc, lifecycle, clock), signed);
  }

  static JdbcAccounts on(Connection connection, Clock clock) {
    SingleConnectionDataSource database = new SingleConnectionDataSource(connection, true);
    return new JdbcAccounts(
        JdbcClient.create(database),
        Encoders.argon2(),
        new KeySeal(KeySeal.OWASP),
        Lifecycle.on(database, clock),
        clock);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  @Override
  public String create(String name, Set<Role> roles) {
    if (!isName(name)) {
      throw new IllegalArgumentException("An account name has 1 to 64 characters of a-z 0-9 . _ -");
    }
    Set<Role> together = Role.together(roles);
    String password = Passwords.generate();
    Timestamp now = Timestamp.from(clock.instant());
    change(
        name,
        Map.of("kind", "CREATE", "roles", String.join(" ", words(together))),
        () ->
            jdbc.sql(
                    """
                    insert into account (account, password, roles, created_at, password_set_at)
                    values (?, ?, ?, ?, ?)
                    on conflict do nothing
                    """)
                .params(name, encoder.encode(password), words(together), now, now)
                .update(),
        "An account already has the name ");
    makeKey(name, password);
    return password;
  }

  @Override
  public String resetPassword(String name) {
    String password = Passwords.generate();
    change(
        name,
        Map.of("kind", "RESET"),
        () ->
            jdbc.sql(
                    """
                    update account set password = ?, failed = 0, locked_until = null, version = version + 1,
                      password_set_at = greatest(?, password_set_at + interval '1 millisecond')
                    where account = ?
                    """)
                .params(encoder.encode(password), Timestamp.from(clock.instant()), name)
                .update(),
        "No account has the name ");
    signIns.unlock(name);
    makeKey(name, password);
    return password;
  }

  /** Makes the key of a new password, so that it can be enrolled before the first sign-in. */
  private void makeKey(String name, String password) {
    byName(name).ifPresent(account -> keys.makeOnce(account, password, clock.instant()));
  }

  @Override
  public void disable(String name) {
    change(
        name,
        Map.of("kind", "DISABLE"),
        () ->
            jdbc.sql(
                    "update account set disabled_at = coalesce(disabled_at, ?), version = version + 1 where account = ?")
                .params(Timestamp.from(clock.instant()), name)
                .update(),
        "No account has the name ");
  }

  /** Runs a statement of the command line together with its event. */
  private void change(
      String name, Map<String, String> facts, IntSupplier statement, String otherwise) {
    Map<String, String> all = new TreeMap<>(facts);
    all.put("by", "command-line");
    lifecycle.run(
        Actor.GATEWAY,
        change -> {
          if (statement.getAsInt() == 0) {
            throw new IllegalStateException(otherwise + name);
          }
          change.event(Verb.AMEND, "account/" + name, all);
        });
  }

  @Override
  public Optional<Account> byName(String name) {
    return stored(jdbc, name).map(StoredAccount::account);
  }

  @Override
  public List<Account> all() {
    return jdbc
        .sql("select " + COLUMNS + " from account order by account")
        .query(JdbcAccounts::row)
        .list()
        .stream()
        .map(StoredAccount::account)
        .toList();
  }

  @Override
  public Optional<Account> signIn(
      String name, String password, @Nullable String address, AccessRecord.Door door) {
    String known = name.toLowerCase(Locale.ROOT);
    Optional<StoredAccount> signedIn =
        signIns.signIn(known, password, SignInSources.of(address), door);
    signedIn.ifPresent(stored -> keep(stored, password));
    return signedIn.map(StoredAccount::account);
  }

  @Override
  public Optional<Account> signedInElsewhere(
      String name, @Nullable String address, boolean accepted) {
    return signIns
        .signedInElsewhere(name, SignInSources.of(address), accepted)
        .map(StoredAccount::account);
  }

  @Override
  public boolean confirm(String name, String password, @Nullable String address) {
    return signIns.confirm(name, password, SignInSources.of(address));
  }

  @Override
  public boolean isCurrent(String name, long version) {
    return jdbc.sql("select version from account where account = ? and disabled_at is null")
        .param(name)
        .query(Long.class)
        .optional()
        .filter(now -> now == version)
        .isPresent();
  }

  /** Replaces an older hash, and makes the key of a person who decides cases. */
  private void keep(StoredAccount stored, String password) {
    if (encoder.upgradeEncoding(stored.password())) {
      jdbc.sql("update account set password = ? where account = ? and password = ?")
          .params(encoder.encode(password), stored.account().name(), stored.password())
          .update();
    }
    keys.makeOnce(stored.account(), password, clock.instant());
  }

  @Override
  public Optional<OpenedKey> openKey(String name, String password) {
    return keys.open(name.toLowerCase(Locale.ROOT), password);
  }

  @Override
  public List<MadeKey> madeKeys() {
    return keys.made();
  }

  /** The account of this name; empty also for a text that is no name. */
  static Optional<StoredAccount> stored(JdbcClient jdbc, String name) {
    if (!isName(name)) {
      return Optional.empty(); // may contain characters that the database cannot compare
    }
    return jdbc.sql("select " + COLUMNS + " from account where account = ?")
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
            locked == null ? null : locked.toInstant(),
            row.getLong("version"),
            row.getTimestamp("disabled_at") != null);
    return new StoredAccount(account, row.getString("password"));
  }

  static Set<Role> roles(Array words) throws SQLException {
    return Arrays.stream((String[]) words.getArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  static String[] words(Set<Role> roles) {
    return roles.stream().map(Role::name).sorted().toArray(String[]::new);
  }

  /** An account with its password hash. Used only in this package and never printed. */
  record StoredAccount(Account account, String password) {
    boolean isLocked(Instant now) {
      Instant until = account.lockedUntil();
      return until != null && until.isAfter(now);
    }

    @Override
    public String toString() {
      return account.name();
    }
  }
}
