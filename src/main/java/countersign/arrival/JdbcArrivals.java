package countersign.arrival;

import countersign.request.FileId;
import countersign.request.Unavailable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code arrival} and {@code file_chunk}: transfers in progress and the bytes received. A
 * partner has one transfer at a time. {@link #chunks(long, FileId, int, List)} runs in a
 * transaction of its own; every other write runs in the caller's.
 */
public final class JdbcArrivals {
  private final JdbcClient jdbc;

  public JdbcArrivals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Locks an agency, so that only one file of it is claimed at a time by any gateway. */
  public void lockAgency(String agency) {
    jdbc.sql("select 1 from pg_advisory_xact_lock(hashtext('claim ' || ?))")
        .param(agency)
        .query()
        .listOfRows();
  }

  /**
   * Claims an id while the bytes of its file are received.
   *
   * @return the attempt's number
   * @throws Unavailable if the file is coming through another inbox of the agency
   */
  public long begin(String partner, FileId file) {
    return jdbc.sql(
            """
            insert into arrival (partner, file_id) values (?, ?) on conflict (file_id) do nothing returning attempt
            """)
        .params(partner, file.value())
        .query(Long.class)
        .optional()
        .orElseThrow(
            () ->
                new Unavailable(
                    "TRANSFER_BROKEN",
                    file
                        + " is coming through another inbox. Nothing was kept; tried again at the next poll.",
                    null));
  }

  /**
   * Keeps chunks of an attempt, in a transaction of their own.
   *
   * @param first number of the first chunk
   * @throws Unavailable if another gateway has restarted the transfer
   */
  public void chunks(long attempt, FileId file, int first, List<byte[]> sealed) {
    int kept =
        jdbc.sql(
                """
                with mine as materialized (select file_id from arrival where attempt = ? for share)
                insert into file_chunk (file_id, number, chunk_sealed)
                select file_id, ? + place, sealed from mine
                cross join unnest(?) with ordinality as one (sealed, place)
                """)
            .params(attempt, first - 1, sealed.toArray(byte[][]::new))
            .update();
    if (kept == 0) {
      throw overtaken(file);
    }
  }

  /**
   * Ends an attempt whose bytes are complete, and keeps them.
   *
   * @throws Unavailable if another gateway has restarted the transfer
   */
  public void end(long attempt, FileId file) {
    if (jdbc.sql("delete from arrival where attempt = ?").param(attempt).update() == 0) {
      throw overtaken(file);
    }
  }

  /** Removes a failed attempt with its bytes; harmless if it was removed. */
  public void abandon(long attempt) {
    removed(jdbc.sql("delete from arrival where attempt = ? returning file_id").param(attempt));
  }

  /** Removes every failed attempt of a partner with its bytes. */
  public void clear(String partner) {
    removed(jdbc.sql("delete from arrival where partner = ? returning file_id").param(partner));
  }

  private void removed(JdbcClient.StatementSpec attempts) {
    attempts.query(String.class).list().forEach(file -> dropChunks(new FileId(file)));
  }

  /** Whether there is an attempt of a partner, in progress or failed. */
  public boolean any(String partner) {
    return jdbc.sql("select exists (select from arrival where partner = ?)")
        .param(partner)
        .query(Boolean.class)
        .single();
  }

  List<byte[]> chunks(FileId id, int first, int most) {
    return jdbc.sql(
            "select chunk_sealed from file_chunk where file_id = ? and number between ? and ? order by number")
        .params(id.value(), first, first + most - 1)
        .query(byte[].class)
        .list();
  }

  public void dropChunks(FileId id) {
    jdbc.sql("delete from file_chunk where file_id = ?").param(id.value()).update();
  }

  private static Unavailable overtaken(FileId file) {
    return new Unavailable(
        "TRANSFER_BROKEN",
        "Another gateway receives %s. Nothing was kept here; tried again at the next poll."
            .formatted(file),
        null);
  }
}
