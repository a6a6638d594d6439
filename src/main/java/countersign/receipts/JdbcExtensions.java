package countersign.receipts;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code custody_extension}. Writes run in the caller's transaction. */
final class JdbcExtensions {
  private final JdbcClient jdbc;

  JdbcExtensions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A proposal that another person can confirm. */
  record Proposal(long number, String by) {}

  /** Whether the officer was sent the response and has not said what is to be extended. */
  boolean isDue(Extensions.Wanted wanted) {
    return jdbc.sql(
            """
            select exists (select from response r left join custody c on c.id = r.id || '/' || :officer
              where r.id = :response and :officer = any(r.officers) and r.state in ('DELIVERED', 'RECALLED') and c.disposed_at is null
                and (c.id is null or :what = 'DISPOSITION'))
            """)
        .param("officer", wanted.officer())
        .param("response", wanted.response())
        .param("what", wanted.what().name())
        .query(Boolean.class)
        .single();
  }

  /** The newest proposal of the same day, if it was made after {@code since}. */
  Optional<Proposal> proposal(Extensions.Wanted wanted, Instant since) {
    return jdbc.sql(
            """
            select number, proposed_by from custody_extension where custody = ? and what = ? and until = ? and proposed_at > ?
              and confirmed_by is null order by number desc limit 1 for update
            """)
        .params(
            wanted.custody(),
            wanted.what().name(),
            Date.valueOf(wanted.until()),
            Timestamp.from(since))
        .query((row, number) -> new Proposal(row.getLong("number"), row.getString("proposed_by")))
        .optional();
  }

  void propose(Extensions.Wanted wanted, String by, Instant at) {
    jdbc.sql(
            "insert into custody_extension (custody, what, until, proposed_by, proposed_at) values (?, ?, ?, ?, ?)")
        .params(
            wanted.custody(),
            wanted.what().name(),
            Date.valueOf(wanted.until()),
            by,
            Timestamp.from(at))
        .update();
  }

  void confirm(long number, String by, Instant at) {
    jdbc.sql("update custody_extension set confirmed_by = ?, confirmed_at = ? where number = ?")
        .params(by, Timestamp.from(at), number)
        .update();
  }
}
