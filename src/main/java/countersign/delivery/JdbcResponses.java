package countersign.delivery;

import countersign.journal.Upload;
import countersign.ledger.EventRef;
import countersign.lifecycle.Change;
import countersign.lifecycle.Entity;
import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.request.RequestKey;
import countersign.request.ResponseId;
import countersign.request.ResponseState;
import countersign.stops.Stop;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code response} and {@code response_item}. Writes run in the caller's transaction. */
final class JdbcResponses {
  private static final int BATCH = 500;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  JdbcResponses(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * A response that was released.
   *
   * @param id the response's id
   * @param file the file that it answers
   * @param groupId the group whose requests it answers
   * @param agreement the agreement's id; an empty string if the file names none
   * @param agency the requesting agency
   * @param receivedAt the time at which the file was picked up
   * @param officers the officers whose keys can decrypt it
   * @param state the response's state
   * @param releaseEvent the ledger event of its release
   * @param releasedAt the time of its release
   * @param reviewBy the day by which its use is reviewed
   */
  record StoredResponse(
      ResponseId id,
      FileId file,
      GroupId groupId,
      String agreement,
      String agency,
      Instant receivedAt,
      List<String> officers,
      ResponseState state,
      EventRef releaseEvent,
      Instant releasedAt,
      LocalDate reviewBy) {
    Stop.Disclosure disclosure() {
      return disclosureTo(Set.copyOf(officers));
    }

    /** The response as a disclosure to other officers than its row names. */
    Stop.Disclosure disclosureTo(Set<String> others) {
      return new Stop.Disclosure(agreement, agency, file.value(), receivedAt, others);
    }
  }

  /** A stored response item, sealed, with the hash of its plaintext. */
  record StoredResult(String request, byte[] sha256, byte[] sealed) {}

  /** A new response. */
  record NewResponse(
      ResponseId id, Group group, boolean last, Instant at, EventRef event, LocalDate review) {}

  void insert(Change change, NewResponse response) {
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("id", response.id().toString());
    columns.put("file_id", response.group().file().value());
    columns.put("group_id", response.group().id().toString());
    columns.put("partner", response.group().terms().partner());
    columns.put("officers", response.group().officers().toArray(String[]::new));
    columns.put("final", response.last());
    columns.put("released_at", Timestamp.from(response.at()));
    columns.put("release_event", response.event().id());
    columns.put("review_by", Date.valueOf(response.review()));
    change.enter(Entity.RESPONSE, ResponseState.RELEASED, columns);
  }

  void insertItems(ResponseId responseId, List<ResultItem> items, List<byte[]> sealed) {
    List<Integer> ordinals = java.util.stream.IntStream.range(0, items.size()).boxed().toList();
    template.batchUpdate(
        """
        insert into response_item (request, response_id, ordinal, outcome, item_sha256, item_sealed)
        values (?, ?, ?, ?, ?, ?)
        """,
        ordinals,
        BATCH,
        (PreparedStatement statement, Integer ordinal) -> {
          ResultItem item = items.get(ordinal);
          statement.setString(1, item.key().toString());
          statement.setString(2, responseId.toString());
          statement.setInt(3, ordinal + 1);
          statement.setString(4, item.outcome().name());
          statement.setBytes(5, item.sha256());
          statement.setBytes(6, sealed.get(ordinal));
        });
  }

  Optional<StoredResponse> find(ResponseId id) {
    return jdbc.sql(
            """
            select r.id, r.file_id, r.group_id, coalesce(f.agreement, '') as agreement, f.agency, f.received_at, r.officers, r.state, r.release_event, r.released_at, r.review_by
            from response r join file f on f.id = r.file_id where r.id = ?
            """)
        .param(id.toString())
        .query(JdbcResponses::row)
        .optional();
  }

  List<StoredResult> items(ResponseId id) {
    return jdbc.sql(
            "select request, item_sha256, item_sealed from response_item where response_id = ? order by ordinal")
        .param(id.toString())
        .query(
            (row, number) ->
                new StoredResult(
                    row.getString("request"),
                    row.getBytes("item_sha256"),
                    row.getBytes("item_sealed")))
        .list();
  }

  /** The results of a response as the journal names them, in their order. */
  List<Upload.Result> results(ResponseId id) {
    return jdbc.sql(
            """
            select i.request, i.outcome, encode(i.item_sha256, 'hex') as sha256
            from response_item i where i.response_id = ? order by i.ordinal
            """)
        .param(id.toString())
        .query(
            (row, number) ->
                new Upload.Result(
                    RequestKey.parse(row.getString("request")).requestId(),
                    row.getString("outcome"),
                    row.getString("sha256")))
        .list();
  }

  /** The ids of the requests about which a response discloses something. */
  List<String> disclosed(ResponseId id) {
    return jdbc.sql(
            "select request from response_item where response_id = ? and outcome = 'DISCLOSED'")
        .param(id.toString())
        .query(String.class)
        .list();
  }

  List<String> requests(ResponseId id) {
    return jdbc.sql("select request from response_item where response_id = ? order by ordinal")
        .param(id.toString())
        .query(String.class)
        .list();
  }

  /** The requests in a response, or one request of its group if it contains none. */
  List<String> answered(ResponseId id) {
    List<String> inside = requests(id);
    return inside.isEmpty()
        ? jdbc.sql(
                """
                select status.id from response join request_status status on status.group_id = response.group_id
                where response.id = ? order by status.number limit 1
                """)
            .param(id.toString())
            .query(String.class)
            .list()
        : inside;
  }

  void sealed(ResponseId id, long checkpointSize, Instant at) {
    jdbc.sql("update response set checkpoint_size = ?, sealed_at = ? where id = ?")
        .params(checkpointSize, Timestamp.from(at), id.toString())
        .update();
  }

  /** Replaces the day of the review, which counts from the sealing. */
  void reviewedBy(ResponseId id, LocalDate day) {
    jdbc.sql("update response set review_by = ? where id = ?")
        .params(Date.valueOf(day), id.toString())
        .update();
  }

  void delivered(ResponseId id, Instant at, EventRef event) {
    jdbc.sql("update response set delivered_at = ?, delivered_event = ? where id = ?")
        .params(Timestamp.from(at), event.id(), id.toString())
        .update();
  }

  private static StoredResponse row(ResultSet row, int number) throws SQLException {
    return new StoredResponse(
        ResponseId.parse(row.getString("id")),
        new FileId(row.getString("file_id")),
        GroupId.parse(row.getString("group_id")),
        row.getString("agreement"),
        row.getString("agency"),
        row.getTimestamp("received_at").toInstant(),
        List.of((String[]) row.getArray("officers").getArray()),
        ResponseState.valueOf(row.getString("state")),
        new EventRef(row.getLong("release_event")),
        row.getTimestamp("released_at").toInstant(),
        row.getDate("review_by").toLocalDate());
  }
}
