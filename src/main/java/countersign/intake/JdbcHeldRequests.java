package countersign.intake;

import countersign.request.FileId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Held files and held requests. */
final class JdbcHeldRequests {
  private final JdbcClient jdbc;

  JdbcHeldRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Files with held requests, and held files, even if all their requests are refused. */
  List<FileId> files() {
    return jdbc
        .sql(
            "select file_id from request_status where state = 'HELD' union select id from file where state = 'HELD'")
        .query(String.class)
        .list()
        .stream()
        .map(FileId::new)
        .toList();
  }

  /** Whether a file got its codes before {@code moment}. */
  boolean judgedBefore(FileId file, Instant moment) {
    return jdbc.sql("select exists (select from file where id = ? and judged_at < ?)")
        .params(file.value(), Timestamp.from(moment))
        .query(Boolean.class)
        .single();
  }

  /** Requests of a file that have been held since before {@code moment}. */
  List<String> before(FileId file, Instant moment) {
    return jdbc.sql(
            "select request_id from request_status where file_id = ? and state = 'HELD' and changed_at < ? order by number")
        .params(file.value(), Timestamp.from(moment))
        .query(String.class)
        .list();
  }
}
