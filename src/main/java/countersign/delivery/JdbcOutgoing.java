package countersign.delivery;

import countersign.clock.Pace;
import countersign.journal.KnownUploads;
import countersign.journal.Upload;
import countersign.request.AcknowledgementId;
import countersign.request.FileId;
import countersign.request.OutgoingId;
import countersign.request.ResponseId;
import countersign.sealing.OutgoingBytes;
import countersign.sealing.SealStatement;
import countersign.sealing.SealedBuffer;
import countersign.sealing.StoredBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The columns that responses and acknowledgements share: the sealed bytes and the deadline of the
 * upload. Writes run in the caller's transaction.
 */
public final class JdbcOutgoing implements OutgoingBytes, KnownUploads {
  private static final int BLOCK_BYTES = 1024 * 1024;

  private static final Statements RESPONSE =
      new Statements(
          """
          select o.file_id, f.partner, o.state in ('SEALED', 'UPLOADING') as waits,
            o.state = 'UPLOADING' and coalesce(o.upload_until > clock_timestamp(), false) as uploading
          from response o join file f on f.id = o.file_id where o.id = ?
          """,
          "update response set sealed_bytes = ?, sealed_sha256 = ? where id = ?",
          "update response set upload_until = clock_timestamp() + ? * interval '1 millisecond' where id = ?",
          "select substring(sealed_bytes from ? for ?) from response where id = ?",
          "select encode(sha256(sealed_bytes), 'hex') from response where id = ?");

  private static final Statements ACKNOWLEDGEMENT =
      new Statements(
          """
          select o.file_id, f.partner, o.state in ('SEALED', 'UPLOADING') as waits,
            o.state = 'UPLOADING' and coalesce(o.upload_until > clock_timestamp(), false) as uploading
          from acknowledgement o join file f on f.id = o.file_id where o.id = ?
          """,
          "update acknowledgement set sealed_bytes = ?, sealed_sha256 = ? where id = ?",
          "update acknowledgement set upload_until = clock_timestamp() + ? * interval '1 millisecond' where id = ?",
          "select substring(sealed_bytes from ? for ?) from acknowledgement where id = ?",
          "select encode(sha256(sealed_bytes), 'hex') from acknowledgement where id = ?");

  private static final Statements RECALL_NOTICE =
      new Statements(
          """
          select o.file_id, f.partner, o.state in ('SEALED', 'UPLOADING') as waits,
            o.state = 'UPLOADING' and coalesce(o.upload_until > clock_timestamp(), false) as uploading
          from recall_notice o join file f on f.id = o.file_id where o.id = ?
          """,
          "update recall_notice set sealed_bytes = ?, sealed_sha256 = ? where id = ?",
          "update recall_notice set upload_until = clock_timestamp() + ? * interval '1 millisecond' where id = ?",
          "select substring(sealed_bytes from ? for ?) from recall_notice where id = ?",
          "select encode(sha256(sealed_bytes), 'hex') from recall_notice where id = ?");

  private final Duration uploadWithin;
  private final Function<String, Optional<Long>> bytesPerSecond;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  /**
   * Creates the access to both tables.
   *
   * @param uploadWithin the longest time an upload may take, which is twice its own time-out
   * @param bytesPerSecond speed of uploads to a partner, by its id; empty if it is not limited
   */
  JdbcOutgoing(
      JdbcTemplate template,
      Duration uploadWithin,
      Function<String, Optional<Long>> bytesPerSecond) {
    this.uploadWithin = uploadWithin;
    this.bytesPerSecond = bytesPerSecond;
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /** Reads through a connection that the caller closes. */
  public static KnownUploads on(Connection connection) {
    return new JdbcOutgoing(
        new JdbcTemplate(new SingleConnectionDataSource(connection, true)),
        Duration.ZERO,
        partner -> Optional.empty());
  }

  /** The SQL statements for one of the two tables. */
  private record Statements(
      String find, String store, String uploadUntil, String block, String hash) {}

  /**
   * A sealed file that waits for its upload.
   *
   * @param file the partner's file that it answers
   * @param partner the partner of that file, whose outbox receives it
   * @param waits whether it is sealed and not delivered
   * @param uploading whether an upload may be in progress, by its state and the database's clock
   */
  record SealedDocument(FileId file, String partner, boolean waits, boolean uploading) {}

  Optional<SealedDocument> find(OutgoingId id) {
    return jdbc.sql(statements(id).find())
        .param(id.toString())
        .query(
            (row, number) ->
                new SealedDocument(
                    new FileId(row.getString("file_id")),
                    row.getString("partner"),
                    row.getBoolean("waits"),
                    row.getBoolean("uploading")))
        .optional();
  }

  @Override
  public Optional<String> partner(OutgoingId id) {
    return find(id).map(SealedDocument::partner);
  }

  @Override
  public Optional<String> waitingFor(OutgoingId id) {
    return find(id).filter(SealedDocument::waits).map(SealedDocument::partner);
  }

  @Override
  public boolean isUploading(OutgoingId id) {
    return find(id).filter(SealedDocument::uploading).isPresent();
  }

  @Override
  public void forget(ResponseId id) {
    jdbc.sql(
            """
            update response set sealed_bytes = null, sealed_sha256 = null, sealed_at = null, checkpoint_size = null, upload_until = null
            where id = ?
            """)
        .param(id.toString())
        .update();
  }

  @Override
  public Optional<String> storedHash(OutgoingId id) {
    return jdbc.sql(statements(id).hash()).param(id.toString()).query(String.class).optional();
  }

  @Override
  public Set<String> unknown(Map<String, String> sha256) {
    String[] ids = sha256.keySet().toArray(String[]::new);
    List<String> unknown =
        jdbc.sql(
                """
                select j.id from unnest(cast(:ids as text[]), cast(:hashes as text[])) as j (id, sha256)
                where not exists (select from response r where r.id = j.id and encode(r.sealed_sha256, 'hex') = j.sha256
                    and r.state not in ('RELEASED', 'SEALED'))
                  and not exists (select from acknowledgement a where a.id = j.id and encode(a.sealed_sha256, 'hex') = j.sha256
                    and (a.state not in ('RELEASED', 'SEALED') or a.delivered_at is not null))
                  and not exists (select from recall_notice n where n.id = j.id and encode(n.sealed_sha256, 'hex') = j.sha256
                    and n.state not in ('RELEASED', 'SEALED'))
                """)
            .param("ids", ids)
            .param("hashes", Stream.of(ids).map(sha256::get).toArray(String[]::new))
            .query(String.class)
            .list();
    return Set.copyOf(unknown);
  }

  @Override
  public boolean isSame(Upload upload) {
    return jdbc.sql(
            """
            select (select sealed_sha256 is null or encode(sealed_sha256, 'hex') = :sha256 from response where id = :id)
              and count(*) = :results and coalesce(bool_and(coalesce(encode(i.item_sha256, 'hex') = j.item, false)), true)
            from response_item i
              left join unnest(cast(:requests as text[]), cast(:items as text[])) as j (request, item) on j.request = i.request
            where i.response_id = :id
            """)
        .param("id", upload.id().toString())
        .param("sha256", upload.sha256())
        .param("results", upload.results().size())
        .param("requests", upload.requests().toArray(String[]::new))
        .param(
            "items",
            upload.results().stream().map(Upload.Result::itemSha256).toArray(String[]::new))
        .query(Boolean.class)
        .single();
  }

  @Override
  public void store(OutgoingId id, SealedBuffer sealed, byte[] sha256) {
    try (InputStream bytes = sealed.open()) {
      template.update(
          statements(id).store(),
          statement -> {
            statement.setBinaryStream(1, bytes, sealed.size());
            statement.setBytes(2, sha256);
            statement.setString(3, id.toString());
          });
    } catch (IOException e) {
      throw new UncheckedIOException("The sealed bytes of %s cannot be read back".formatted(id), e);
    }
  }

  /**
   * Sets the deadline of an upload that begins now, by the database's clock. An upload that is held
   * back may take as much longer as its bytes need.
   */
  void uploadBegins(SealStatement said) {
    long speed = bytesPerSecond.apply(said.partner()).orElse(Long.MAX_VALUE);
    uploadUntil(said.id(), uploadWithin.plusSeconds(said.bytes() / speed));
  }

  /** Ends the deadline now, because no upload is in progress. */
  void uploadEnded(OutgoingId id) {
    uploadUntil(id, Duration.ZERO);
  }

  private void uploadUntil(OutgoingId id, Duration from) {
    jdbc.sql(statements(id).uploadUntil()).params(from.toMillis(), id.toString()).update();
  }

  /**
   * The stored bytes, if they are those of the statement, as fast as the partner's document allows.
   * Each block is one SQL statement, so a large file is never whole in memory.
   */
  InputStream content(SealStatement said) {
    Pace pace = Pace.of(bytesPerSecond.apply(said.partner()).orElse(null));
    return new StoredBytes(from -> block(said.id(), from, pace), said.bytes(), said.sha256());
  }

  private byte[] block(OutgoingId id, long from, Pace pace) {
    byte[] bytes =
        jdbc.sql(statements(id).block())
            .params((int) from + 1, pace.block(BLOCK_BYTES), id.toString())
            .query((row, number) -> row.getBytes(1))
            .optional()
            .orElseGet(() -> new byte[0]);
    try {
      pace.pass(bytes.length);
    } catch (InterruptedIOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  void noticeDelivered(OutgoingId id, Instant at) {
    jdbc.sql("update recall_notice set delivered_at = ? where id = ?")
        .params(Timestamp.from(at), id.toString())
        .update();
  }

  void acknowledgementDelivered(AcknowledgementId id, Instant at) {
    jdbc.sql("update acknowledgement set delivered_at = coalesce(delivered_at, ?) where id = ?")
        .params(Timestamp.from(at), id.toString())
        .update();
  }

  private static Statements statements(OutgoingId id) {
    return switch (id.kind()) {
      case RESPONSE -> RESPONSE;
      case ACKNOWLEDGEMENT -> ACKNOWLEDGEMENT;
      case RECALL_NOTICE -> RECALL_NOTICE;
    };
  }
}
