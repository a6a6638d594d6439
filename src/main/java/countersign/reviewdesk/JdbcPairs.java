package countersign.reviewdesk;

import countersign.request.RequestKey;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code desk_visit} and {@code pair_waiver}, and who countersigned whose cases. */
final class JdbcPairs {
  private final JdbcClient jdbc;

  JdbcPairs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A countersignature of one endorser's case. */
  record Signed(RequestKey key, String countersigner) {}

  /**
   * The newest countersignatures of this endorser's cases, each case once, newest first. They are
   * read from the decisions on requests and on control cases, which nobody can change; among the
   * newest 500 endorsements of each kind.
   */
  List<Signed> newest(String endorser, int most) {
    return jdbc.sql(
            """
            select id, account from (
              select distinct on (signed.id) signed.id, signed.account, signed.at from (
                select second.id, second.account, second.at from (
                    select id from approval where account = :endorser and step = 'ENDORSE' order by number desc limit 500) first
                  join approval second on second.id = first.id and second.step = 'COUNTERSIGN'
                union all
                select second.id, second.account, second.at from (
                    select id from control_decision where account = :endorser and step = 'ENDORSE' order by number desc limit 500) first
                  join control_decision second on second.id = first.id and second.step = 'COUNTERSIGN') signed
              order by signed.id, signed.at desc) newest
            order by at desc, id desc limit :most
            """)
        .param("endorser", endorser)
        .param("most", most)
        .query(
            (row, number) ->
                new Signed(RequestKey.parse(row.getString("id")), row.getString("account")))
        .list();
  }

  /** Records that a countersigner is present. */
  void recordVisit(String account) {
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
