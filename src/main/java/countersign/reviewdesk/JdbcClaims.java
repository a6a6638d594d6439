package countersign.reviewdesk;

import countersign.request.RequestKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code claim} and {@code partner_turn}. The database's clock decides when a claim ends.
 * Each statement is correct on its own, in a transaction or outside one.
 */
final class JdbcClaims {
  private final JdbcClient jdbc;
  private final Duration lease;

  JdbcClaims(JdbcClient jdbc, Duration lease) {
    this.jdbc = jdbc;
    this.lease = lease;
  }

  /**
   * Gives the claim to this person, or extends it, unless another person holds it.
   *
   * @return empty if another person holds it
   */
  Optional<CaseClaim> take(RequestKey key, String account) {
    return jdbc.sql(
            """
            insert into claim as c (id, account, until)
            values (:id, :account, clock_timestamp() + :seconds * interval '1 second')
            on conflict (id) do update set account = excluded.account, until = excluded.until,
              claimed_at = case when c.account = excluded.account and c.until > clock_timestamp()
                then c.claimed_at else clock_timestamp() end
            where c.account = excluded.account or c.until <= clock_timestamp()
            returning id, account, until
            """)
        .param("id", key.toString())
        .param("account", account)
        .param("seconds", lease.toSeconds())
        .query(JdbcClaims::row)
        .optional();
  }

  /** Extends this person's claim; does nothing if the person holds none. */
  void extend(RequestKey key, String account) {
    jdbc.sql(
            """
            update claim set until = clock_timestamp() + :seconds * interval '1 second'
            where id = :id and account = :account and until > clock_timestamp()
            """)
        .param("seconds", lease.toSeconds())
        .param("id", key.toString())
        .param("account", account)
        .update();
  }

  /** The claim on a case that has not ended; empty if there is none. */
  Optional<CaseClaim> find(RequestKey key) {
    return jdbc.sql(
            "select id, account, until from claim where id = ? and until > clock_timestamp()")
        .param(key.toString())
        .query(JdbcClaims::row)
        .optional();
  }

  /** The claims on these cases that have not ended. */
  Map<RequestKey, CaseClaim> of(Collection<RequestKey> keys) {
    return jdbc
        .sql("select id, account, until from claim where id = any(?) and until > clock_timestamp()")
        .param(keys.stream().map(RequestKey::toString).toArray(String[]::new))
        .query(JdbcClaims::row)
        .list()
        .stream()
        .collect(Collectors.toMap(CaseClaim::key, claim -> claim));
  }

  /**
   * The cases that a person claims. An advisory lock lets one transaction at a time ask this about
   * a person.
   */
  List<RequestKey> lockOpen(String account) {
    jdbc.sql("select count(pg_advisory_xact_lock(hashtextextended('claims of ' || ?, 0)))")
        .param(account)
        .query(Long.class)
        .single();
    return open(account).stream().map(CaseClaim::key).toList();
  }

  /** The claims of a person that have not ended, the earliest first. */
  List<CaseClaim> open(String account) {
    return jdbc.sql(
            "select id, account, until from claim where account = ? and until > clock_timestamp() order by claimed_at")
        .param(account)
        .query(JdbcClaims::row)
        .list();
  }

  /** Ends this person's claim on a case; returns whether there was one. */
  boolean end(RequestKey key, String account) {
    return jdbc.sql("delete from claim where id = ? and account = ?")
            .params(key.toString(), account)
            .update()
        > 0;
  }

  /** Ends the claim on a case. */
  void end(RequestKey key) {
    jdbc.sql("delete from claim where id = ?").param(key.toString()).update();
  }

  /** Removes claims that ended. */
  void dropEnded() {
    jdbc.sql("delete from claim where until < clock_timestamp()").update();
  }

  /** Ends all claims of a person. */
  void endAll(String account) {
    jdbc.sql("delete from claim where account = ?").param(account).update();
  }

  /** When each partner's turn was last. */
  Map<String, Instant> turns() {
    return jdbc
        .sql("select partner, at from partner_turn")
        .query(
            (row, number) ->
                Map.entry(row.getString("partner"), row.getTimestamp("at").toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Records that a case of this partner was given out. */
  void turnOf(String partner) {
    jdbc.sql(
            """
            insert into partner_turn (partner, at) values (?, clock_timestamp())
            on conflict (partner) do update set at = excluded.at
            """)
        .param(partner)
        .update();
  }

  private static CaseClaim row(ResultSet row, int number) throws SQLException {
    return new CaseClaim(
        RequestKey.parse(row.getString("id")),
        row.getString("account"),
        row.getTimestamp("until").toInstant());
  }
}
