package countersign.delivery;

import countersign.request.AcknowledgementId;
import countersign.request.AcknowledgementState;
import countersign.request.FileId;
import countersign.request.FileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the contents of an acknowledgement, row by row. */
final class JdbcAcknowledgements {
  private static final int FETCH = 1_000;

  private final TransactionTemplate reading;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  JdbcAcknowledgements(TransactionTemplate reading, JdbcTemplate template) {
    this.reading = new TransactionTemplate(reading.getTransactionManager());
    this.reading.setReadOnly(true);
    this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.template = new JdbcTemplate(template.getDataSource());
    this.template.setFetchSize(FETCH);
    this.jdbc = JdbcClient.create(template);
  }

  /** An acknowledgement that is due, with the state of its file. */
  record StoredAcknowledgement(
      AcknowledgementId id,
      FileId file,
      int number,
      String partner,
      AcknowledgementState state,
      boolean takes,
      Instant answeredAt,
      Instant receivedAt,
      String sealedSha256,
      FileState fileState,
      List<String> fileCodes,
      String fileDetails,
      String agreement,
      int requests) {}

  /** The numbers of rejected and held requests. */
  record RejectedAndHeld(long refused, long held) {}

  /** Work that reads the tables and writes to a stream. */
  interface Work {
    void run() throws IOException;
  }

  /** Runs the work in a read-only transaction with one snapshot of the tables. */
  void reading(Work work) {
    reading.executeWithoutResult(
        status -> {
          try {
            work.run();
          } catch (IOException e) {
            throw new UncheckedIOException("The acknowledgement cannot be written", e);
          }
        });
  }

  Optional<StoredAcknowledgement> find(AcknowledgementId id) {
    return jdbc.sql(
            """
            select a.id, a.file_id, a.number, a.partner, a.state, a.takes, a.answered_at, f.received_at,
              encode(f.sealed_sha256, 'hex') as sha256, f.state as file_state, f.file_codes, f.file_details::text as details,
              coalesce(f.agreement, '') as agreement, f.requests
            from acknowledgement a join file f on f.id = a.file_id where a.id = ?
            """)
        .param(id.toString())
        .query(JdbcAcknowledgements::row)
        .optional();
  }

  /** Whether an earlier acknowledgement of the file is not delivered yet. */
  boolean isOvertaking(StoredAcknowledgement row) {
    return jdbc.sql(
            "select exists (select from acknowledgement where file_id = ? and number < ? and delivered_at is null)")
        .params(row.file().value(), row.number())
        .query(Boolean.class)
        .single();
  }

  RejectedAndHeld counts(FileId file) {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'REFUSED') as refused, count(*) filter (where state = 'HELD') as held
            from request_status where file_id = ?
            """)
        .param(file.value())
        .query((row, number) -> new RejectedAndHeld(row.getLong("refused"), row.getLong("held")))
        .single();
  }

  /** The requests of a file. */
  AcknowledgementDocument.Requests requests(FileId file) {
    return new AcknowledgementDocument.Requests() {
      @Override
      public void coded(
          List<String> states, AcknowledgementDocument.Out<AcknowledgementDocument.Coded> out) {
        JdbcAcknowledgements.this.coded(file, states, out);
      }

      @Override
      public void takenNow(AcknowledgementDocument.Out<String> out) {
        JdbcAcknowledgements.this.takenNow(file, out);
      }
    };
  }

  private void coded(
      FileId file,
      List<String> states,
      AcknowledgementDocument.Out<AcknowledgementDocument.Coded> out) {
    template.query(
        """
        select request_id, codes from request_status
        where file_id = ? and state = any(?) and cardinality(codes) > 0 order by number
        """,
        row -> {
          out.write(
              new AcknowledgementDocument.Coded(
                  row.getString("request_id"),
                  List.of((String[]) row.getArray("codes").getArray())));
        },
        file.value(),
        states.toArray(String[]::new));
  }

  /** Requests whose group has not started; the delivery of this acknowledgement starts it. */
  private void takenNow(FileId file, AcknowledgementDocument.Out<String> out) {
    template.query(
        """
        select status.request_id from request_status status join request_group g on g.id = status.group_id
        where status.file_id = ? and g.started_at is null order by status.number
        """,
        row -> {
          out.write(row.getString("request_id"));
        },
        file.value());
  }

  private static StoredAcknowledgement row(ResultSet row, int number) throws SQLException {
    return new StoredAcknowledgement(
        AcknowledgementId.parse(row.getString("id")),
        new FileId(row.getString("file_id")),
        row.getInt("number"),
        row.getString("partner"),
        AcknowledgementState.valueOf(row.getString("state")),
        row.getBoolean("takes"),
        row.getTimestamp("answered_at").toInstant(),
        row.getTimestamp("received_at").toInstant(),
        row.getString("sha256"),
        FileState.valueOf(row.getString("file_state")),
        List.of((String[]) row.getArray("file_codes").getArray()),
        row.getString("details"),
        row.getString("agreement"),
        row.getInt("requests"));
  }
}
