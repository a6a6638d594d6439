package countersign.reviewdesk;

import countersign.request.RequestKey;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code pair_run}, {@code desk_visit} and {@code pair_waiver}. */
final class JdbcPairs {
  private final JdbcClient jdbc;

  JdbcPairs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The last countersignatures of one endorser's cases.
   *
   * @param countersigner the account behind all of them
   * @param times their number
   * @param last the case that was counted last
   */
  record Run(String countersigner, int times, RequestKey last) {}

  /** The last countersignatures of this endorser's cases; empty if there is none. */
  Optional<Run> run(String endorser) {
    return jdbc.sql("select countersigner, times, last_id from pair_run where endorser = ?")
        .param(endorser)
        .query(
            (row, number) ->
                new Run(
                    row.getString("countersigner"),
                    row.getInt("times"),
                    RequestKey.parse(row.getString("last_id"))))
        .optional();
  }

  /** Counts a countersignature, the same case once; returns whether it was counted. */
  boolean signed(RequestKey key, String endorser, String countersigner) {
    return jdbc.sql(
                """
            insert into pair_run as r (endorser, countersigner, times, last_id) values (?, ?, 1, ?)
            on conflict (endorser) do update set countersigner = excluded.countersigner, last_id = excluded.last_id,
              times = case when r.countersigner = excluded.countersigner then r.times + 1 else 1 end
            where r.last_id <> excluded.last_id
            """)
            .params(endorser, countersigner, key.toString())
            .update()
        > 0;
  }

  /** Records that a countersigner is present. */
  void visits(String account) {
    jdbc.sql(
            """
            insert into desk_visit (account, at) values (?, clock_timestamp())
            on conflict (account) do update set at = excluded.at
            """)
        .param(account)
        .update();
  }

  /** The countersigners who visited the desk within that time. */
  List<String> present(Duration within) {
    return jdbc.sql(
            "select account from desk_visit where at > clock_timestamp() - ? * interval '1 second'")
        .param(within.toSeconds())
        .query(String.class)
        .list();
  }

  /** Records that the same two people signed again because no third person was present. */
  void waived(PairWaiver waiver) {
    jdbc.sql("insert into pair_waiver (id, endorser, countersigner, at) values (?, ?, ?, ?)")
        .params(
            waiver.key().toString(),
            waiver.endorser(),
            waiver.countersigner(),
            Timestamp.from(waiver.at()))
        .update();
  }

  /** The newest waivers. */
  List<PairWaiver> waivers(int most) {
    return jdbc.sql(
            "select id, endorser, countersigner, at from pair_waiver order by number desc limit ?")
        .param(most)
        .query(
            (row, number) ->
                new PairWaiver(
                    RequestKey.parse(row.getString("id")),
                    row.getString("endorser"),
                    row.getString("countersigner"),
                    instant(row.getTimestamp("at"))))
        .list();
  }

  private static Instant instant(Timestamp at) {
    return at.toInstant();
  }
}
