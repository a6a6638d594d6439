package countersign.delivery;

import countersign.lifecycle.Entity;
import countersign.request.FileId;
import countersign.request.ResponseState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What responses and acknowledgements have in common: sealed bytes, and an upload that may be under
 * way. Writes run in the caller's transaction.
 */
final class JdbcOutgoing {
  private static final int BLOCK_BYTES = 1024 * 1024;
  private final Duration uploadWithin;
  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  /**
   * @param uploadWithin how long an upload may be under way; twice its own time-out
   */
  JdbcOutgoing(JdbcTemplate template, Duration uploadWithin) {
    this.uploadWithin = uploadWithin;
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  /**
   * A sealed file that waits for its upload.
   *
   * @param file the partner's file it answers
   * @param partner whose outbox
   * @param state where it stands
   * @param size bytes; 0 while it is not sealed
   * @param intact whether the bytes have the hash that was recorded when they were sealed
   * @param uploading whether an upload may be under way, by the database's clock
   * @param sha256 hexadecimal; null while it is not sealed
   */
  record Row(
      FileId file,
      String partner,
      ResponseState state,
      long size,
      boolean intact,
      boolean uploading,
      @Nullable String sha256) {}

  Optional<Row> find(String id) {
    return jdbc.sql(
            "select file_id, partner, state, coalesce(octet_length(sealed_bytes), 0) as size,"
                + " coalesce(sha256(sealed_bytes) = sealed_sha256, false) as intact,"
                + " coalesce(upload_until > clock_timestamp(), false) as uploading,"
                + " encode(sealed_sha256, 'hex') as sha256 from "
                + table(id)
                + " where id = ?")
        .param(id)
        .query(
            (row, number) ->
                new Row(
                    new FileId(row.getString("file_id")),
                    row.getString("partner"),
                    ResponseState.valueOf(row.getString("state")),
                    row.getLong("size"),
                    row.getBoolean("intact"),
                    row.getBoolean("uploading"),
                    row.getString("sha256")))
        .optional();
  }

  void store(String id, SealedBuffer sealed, byte[] sha256) {
    try (InputStream bytes = sealed.open()) {
      template.update(
          "update " + table(id) + " set sealed_bytes = ?, sealed_sha256 = ? where id = ?",
          statement -> {
            statement.setBinaryStream(1, bytes, sealed.size());
            statement.setBytes(2, sha256);
            statement.setString(3, id);
          });
    } catch (IOException e) {
      throw new UncheckedIOException("The sealed bytes of %s cannot be read back".formatted(id), e);
    }
  }

  /** An upload may be under way from now on, until its deadline by the database's clock. */
  void uploadBegins(String id) {
    uploadUntil(id, uploadWithin);
  }

  /** No upload is under way. */
  void uploadEnded(String id) {
    uploadUntil(id, Duration.ZERO);
  }

  private void uploadUntil(String id, Duration from) {
    jdbc.sql(
            "update "
                + table(id)
                + " set upload_until = clock_timestamp() + ? * interval '1 millisecond' where id = ?")
        .params(from.toMillis(), id)
        .update();
  }

  /** The stored bytes; each block is one statement, so that a large file is never in memory. */
  InputStream content(String id, long size) {
    return new StoredBytes(from -> block(id, from), size);
  }

  private byte[] block(String id, long from) {
    return jdbc.sql(
            "select substring(sealed_bytes from ? for ?) from " + table(id) + " where id = ?")
        .params((int) from + 1, BLOCK_BYTES, id)
        .query((row, number) -> row.getBytes(1))
        .single();
  }

  void acknowledgementDelivered(String id, Instant at) {
    jdbc.sql("update acknowledgement set delivered_at = coalesce(delivered_at, ?) where id = ?")
        .params(Timestamp.from(at), id)
        .update();
  }

  /** Constants, no input. */
  private static String table(String id) {
    return OutgoingId.entity(id) == Entity.RESPONSE ? "response" : "acknowledgement";
  }
}
