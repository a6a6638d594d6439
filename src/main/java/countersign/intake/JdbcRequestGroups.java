package countersign.intake;

import countersign.request.FileId;
import countersign.request.GroupId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes of rows of {@code request_group}, which {@link JdbcRequests} inserts with their requests.
 * Every write runs in the caller's transaction.
 */
public final class JdbcRequestGroups {
  private final JdbcClient jdbc;

  JdbcRequestGroups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Starts the clocks of groups that have none, counted from the acknowledgement's date. */
  void startClocks(FileId file, Instant acknowledged, Duration answerWithin, Instant now) {
    jdbc.sql(
            "update request_group set started_at = ?, answer_by = ? where file_id = ? and started_at is null")
        .params(Timestamp.from(now), Timestamp.from(acknowledged.plus(answerWithin)), file.value())
        .update();
  }

  /** Records that the last response of the group has been released. */
  public void finish(GroupId id) {
    jdbc.sql("update request_group set finished = true where id = ?").param(id.toString()).update();
  }
}
