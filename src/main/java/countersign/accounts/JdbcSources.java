package countersign.accounts;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of {@code sign_in_source}: sources from which an account signed in during the last 30
 * days. Each has a count of failures of its own. Thread-safe.
 */
final class JdbcSources {
  private static final Duration TRUSTED = Duration.ofDays(30);
  private static final Duration ONE_SIGN_IN = Duration.ofMinutes(30);

  private final JdbcClient jdbc;

  JdbcSources(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A source from which the account signed in before.
   *
   * @param lockedUntil end of its lock; null if it was never locked
   */
  record Known(@Nullable Instant lockedUntil) {
    boolean isLocked(Instant now) {
      return lockedUntil != null && lockedUntil.isAfter(now);
    }
  }

  Optional<Known> find(String account, String source, Instant now) {
    return jdbc.sql(
            """
            select locked_until from sign_in_source where account = ? and source = ? and succeeded_at > ?
            """)
        .params(account, source, Timestamp.from(now.minus(TRUSTED)))
        .query(
            (row, number) -> {
              Timestamp until = row.getTimestamp("locked_until");
              return new Known(until == null ? null : until.toInstant());
            })
        .optional();
  }

  /**
   * Keeps a success.
   *
   * @return false if the source was locked meanwhile
   */
  boolean succeeded(String account, String source, Instant now) {
    return jdbc.sql(
                """
                insert into sign_in_source as s (account, source, succeeded_at) values (?, ?, ?)
                on conflict (account, source) do update set succeeded_at = excluded.succeeded_at, failed = 0, locked_until = null
                where s.locked_until is null or s.locked_until <= excluded.succeeded_at
                """)
            .params(account, source, Timestamp.from(now))
            .update()
        > 0;
  }

  /**
   * Counts a failure.
   *
   * @return true if this failure locks the source
   */
  boolean failed(String account, String source, Instant now) {
    return jdbc.sql(
            """
            update sign_in_source set
              failed = case when locked_until is null then failed + 1 else 1 end,
              locked_until = case when locked_until is null and failed + 1 >= ? then ?::timestamptz end
            where account = ? and source = ? and (locked_until is null or locked_until <= ?)
            returning locked_until is not null as locks
            """)
        .params(
            Accounts.FAILURES,
            Timestamp.from(now.plus(Accounts.LOCK)),
            account,
            source,
            Timestamp.from(now))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether this sign-in is the first from there for half an hour, which becomes an event. */
  boolean isFirst(String account, String source, Instant now) {
    return jdbc.sql(
                """
                update sign_in_source set recorded_at = ? where account = ? and source = ?
                  and (recorded_at is null or recorded_at <= ?)
                """)
            .params(Timestamp.from(now), account, source, Timestamp.from(now.minus(ONE_SIGN_IN)))
            .update()
        > 0;
  }
}
