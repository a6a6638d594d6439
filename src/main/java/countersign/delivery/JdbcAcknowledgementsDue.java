package countersign.delivery;

import countersign.intake.AcknowledgementsDue;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.lifecycle.WorkQueue;
import countersign.request.AcknowledgementId;
import countersign.request.AcknowledgementState;
import countersign.request.FileId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Implements {@link AcknowledgementsDue} with rows of {@code acknowledgement} and of {@code work}.
 * Stateless.
 */
final class JdbcAcknowledgementsDue implements AcknowledgementsDue {
  private static final Duration BETWEEN_FURTHER_ONES = Duration.ofHours(1);
  private final JdbcClient jdbc;

  JdbcAcknowledgementsDue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void due(Change change, FileId file, String partner, boolean takes) {
    Optional<String> unsealed =
        jdbc.sql(
                """
                update acknowledgement set takes = takes or ? where id =
                  (select id from acknowledgement where file_id = ? and state = 'RELEASED' order by number desc limit 1)
                returning id
                """)
            .params(takes, file.value())
            .query(String.class)
            .optional();
    if (unsealed.isPresent()) {
      change.next(WorkQueue.ACKNOWLEDGE, unsealed.get());
    } else {
      next(change, file, partner, takes);
    }
  }

  private void next(Change change, FileId file, String partner, boolean takes) {
    Optional<Last> last = last(file);
    int number = last.map(Last::number).orElse(0) + 1;
    Duration delay = number < 3 ? Duration.ZERO : sinceLast(last.orElseThrow(), change.now());
    String id = new AcknowledgementId(file, number).toString();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", id);
    columns.put("file_id", file.value());
    columns.put("number", number);
    columns.put("partner", partner);
    columns.put("takes", takes);
    columns.put("answered_at", Timestamp.from(change.now().plus(delay)));
    change.enter(Entity.ACKNOWLEDGEMENT, AcknowledgementState.RELEASED, columns);
    change.nextAfter(WorkQueue.ACKNOWLEDGE, id, delay);
  }

  /**
   * The newest acknowledgement of a file.
   *
   * @param number the acknowledgement's number, from 1
   * @param answeredAt the time that it states as its own
   */
  private record Last(int number, Instant answeredAt) {}

  private Optional<Last> last(FileId file) {
    return jdbc.sql(
            "select number, answered_at from acknowledgement where file_id = ? order by number desc limit 1")
        .param(file.value())
        .query(
            (row, index) ->
                new Last(row.getInt("number"), row.getTimestamp("answered_at").toInstant()))
        .optional();
  }

  private static Duration sinceLast(Last last, Instant now) {
    Duration delay = Duration.between(now, last.answeredAt().plus(BETWEEN_FURTHER_ONES));
    return delay.isNegative() ? Duration.ZERO : delay;
  }

  @Override
  public void again(Change change, FileId file) {
    lastDelivered(file).ifPresent(id -> again(change, id));
  }

  private Optional<String> lastDelivered(FileId file) {
    return jdbc.sql(
            "select id from acknowledgement where file_id = ? and delivered_at is not null order by number desc limit 1")
        .param(file.value())
        .query(String.class)
        .optional();
  }

  private static void again(Change change, String id) {
    boolean delivered =
        change
            .lock(Entity.ACKNOWLEDGEMENT, id)
            .filter(AcknowledgementState.DELIVERED.name()::equals)
            .isPresent();
    if (delivered) {
      change.move(
          Entity.ACKNOWLEDGEMENT,
          id,
          Set.of(AcknowledgementState.DELIVERED),
          AcknowledgementState.SEALED);
      change.next(WorkQueue.DELIVER, id);
    }
  }

  @Override
  public Optional<Instant> takenAt(FileId file) {
    return jdbc.sql(
            """
            select max(answered_at) as at from acknowledgement where file_id = ? and takes
            having bool_and(delivered_at is not null)
            """)
        .param(file.value())
        .query((row, number) -> row.getTimestamp("at").toInstant())
        .optional();
  }
}
