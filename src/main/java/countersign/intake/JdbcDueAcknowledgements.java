package countersign.intake;

import countersign.request.FileId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Acknowledgements that are due, and the clocks that start with them. */
final class JdbcDueAcknowledgements {
  private static final Duration BETWEEN_FURTHER_ONES = Duration.ofHours(1);
  private final JdbcClient jdbc;

  JdbcDueAcknowledgements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An acknowledgement that was put in.
   *
   * @param id {@code fileId.ack.NNN}
   * @param delay how long it must wait, because a further one leaves at most once an hour
   */
  record Due(String id, Duration delay) {}

  /**
   * Puts the next acknowledgement in; if one is still to be sealed, that one will say everything.
   *
   * @param takes whether requests were newly taken
   */
  Due next(FileRow file, boolean takes, Instant now) {
    Optional<String> unsealed =
        jdbc.sql(
                """
                update acknowledgement set takes = takes or ? where id =
                  (select id from acknowledgement where file_id = ? and state = 'RELEASED' order by number desc limit 1)
                returning id
                """)
            .params(takes, file.id().value())
            .query(String.class)
            .optional();
    if (unsealed.isPresent()) {
      return new Due(unsealed.get(), Duration.ZERO);
    }
    Optional<Last> last = last(file.id());
    int number = last.map(Last::number).orElse(0) + 1;
    Duration delay = number < 3 ? Duration.ZERO : sinceLast(last.orElseThrow(), now);
    String id = "%s.ack.%03d".formatted(file.id(), number);
    jdbc.sql(
            """
            insert into acknowledgement (id, file_id, number, partner, state, takes, answered_at)
            values (?, ?, ?, ?, 'RELEASED', ?, ?)
            """)
        .params(
            id, file.id().value(), number, file.partner(), takes, Timestamp.from(now.plus(delay)))
        .update();
    return new Due(id, delay);
  }

  /**
   * The newest acknowledgement of a file.
   *
   * @param id its id
   * @param number from 1
   * @param answeredAt its date
   */
  record Last(String id, int number, Instant answeredAt) {}

  Optional<Last> last(FileId file) {
    return jdbc.sql(
            "select id, number, answered_at from acknowledgement where file_id = ? order by number desc limit 1")
        .param(file.value())
        .query(
            (row, index) ->
                new Last(
                    row.getString("id"),
                    row.getInt("number"),
                    row.getTimestamp("answered_at").toInstant()))
        .optional();
  }

  private static Duration sinceLast(Last last, Instant now) {
    Duration delay = Duration.between(now, last.answeredAt().plus(BETWEEN_FURTHER_ONES));
    return delay.isNegative() ? Duration.ZERO : delay;
  }

  /**
   * Whether the partner has been told of everything that was taken, and the file has been moved.
   */
  boolean mayBegin(FileId file) {
    return jdbc.sql(
            """
            select exists (select from file where id = :file and state = 'IN_PROGRESS'
                and acknowledged_at is not null and moved_at is not null)
              and not exists (select from acknowledgement where file_id = :file and takes and delivered_at is null)
            """)
        .param("file", file.value())
        .query(Boolean.class)
        .single();
  }

  /** Starts the clocks of groups that stand still, counted from the acknowledgement's date. */
  void startClocks(FileId file, Duration answerWithin, Instant now) {
    jdbc.sql(
            """
            update request_group set started_at = ?, answer_by = ? * interval '1 second' + (
              select max(answered_at) from acknowledgement where file_id = ? and takes)
            where file_id = ? and started_at is null
            """)
        .params(Timestamp.from(now), answerWithin.toSeconds(), file.value(), file.value())
        .update();
  }

  /** Slices that nobody has looked up yet. */
  List<String> slicesTaken(FileId file) {
    return jdbc.sql("select id from slice where file_id = ? and state = 'TAKEN' order by number")
        .param(file.value())
        .query(String.class)
        .list();
  }

  void answered(FileId file, Instant at) {
    jdbc.sql("update file set answered_at = ? where id = ?")
        .params(Timestamp.from(at), file.value())
        .update();
  }
}
