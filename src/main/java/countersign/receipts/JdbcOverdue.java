package countersign.receipts;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code overdue_told}: the overdue items for which an agency was blocked. */
final class JdbcOverdue {
  private final JdbcClient jdbc;

  JdbcOverdue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean isTold(DueItem item) {
    return jdbc.sql(
            "select exists (select from overdue_told where custody = ? and what = ? and day = ?)")
        .params(item.custody(), item.what().name(), Date.valueOf(item.day()))
        .query(Boolean.class)
        .single();
  }

  /** Records an item, in the caller's transaction. */
  void tell(DueItem item, Instant at) {
    jdbc.sql(
            "insert into overdue_told (custody, what, day, at) values (?, ?, ?, ?) on conflict do nothing")
        .params(item.custody(), item.what().name(), Date.valueOf(item.day()), Timestamp.from(at))
        .update();
  }
}
