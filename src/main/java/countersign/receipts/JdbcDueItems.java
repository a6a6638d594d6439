package countersign.receipts;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what officers have still to say. */
final class JdbcDueItems {
  private final JdbcClient jdbc;

  JdbcDueItems(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The open duties whose day is not after {@code until}, the earliest first. */
  List<DueItems.Open> open(LocalDate until, int most) {
    return jdbc.sql(
            """
            select * from (
              select r.id, o.officer, f.agency, (r.delivered_at at time zone 'UTC')::date as delivered, c.id is not null as received,
                (select max(x.until) from custody_extension x where x.custody = r.id || '/' || o.officer and x.what = 'RECEIPT'
                  and x.confirmed_by is not null) as receipt_until,
                coalesce((select max(x.until) from custody_extension x where x.custody = r.id || '/' || o.officer and x.what = 'DISPOSITION'
                  and x.confirmed_by is not null), c.review_by, r.review_by) as review_by
              from response r join file f on f.id = r.file_id cross join lateral unnest(r.officers) as o (officer)
                left join custody c on c.id = r.id || '/' || o.officer
              where r.state in ('DELIVERED', 'RECALLED') and r.delivered_at is not null and c.disposed_at is null) duty
            where case when received then review_by else coalesce(receipt_until, delivered + :within) end <= :until
            order by case when received then review_by else coalesce(receipt_until, delivered + :within) end, id, officer limit :most
            """)
        .param("within", DueItems.RECEIPT_WITHIN_DAYS)
        .param("until", Date.valueOf(until))
        .param("most", most)
        .query(
            (row, number) ->
                new DueItems.Open(
                    row.getString("id"),
                    row.getString("officer"),
                    row.getString("agency"),
                    row.getDate("delivered").toLocalDate(),
                    row.getBoolean("received"),
                    Optional.ofNullable(row.getDate("receipt_until")).map(Date::toLocalDate),
                    row.getDate("review_by").toLocalDate()))
        .list();
  }
}
