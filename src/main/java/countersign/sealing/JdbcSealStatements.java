package countersign.sealing;

import countersign.request.OutgoingId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code seal_statement}, which are never changed. */
public final class JdbcSealStatements {
  private final JdbcClient jdbc;

  public JdbcSealStatements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The canonical bytes of a statement with their signature. */
  public record Signed(byte[] statement, byte[] signature) {}

  /**
   * Inserts the statement in the caller's transaction.
   *
   * @param generation number of the sealing, from 1
   * @return false if there is one for this sealing already; nothing is changed then
   */
  boolean insert(OutgoingId id, int generation, Signed signed) {
    return jdbc.sql(
                "insert into seal_statement (id, generation, statement, signature) values (?, ?, ?, ?) on conflict (id, generation) do nothing")
            .params(id.toString(), generation, signed.statement(), signed.signature())
            .update()
        == 1;
  }

  /** The statement about a sealing of a document; empty if there is none. */
  Optional<Signed> find(OutgoingId id, int generation) {
    return jdbc.sql(
            "select statement, signature from seal_statement where id = ? and generation = ?")
        .params(id.toString(), generation)
        .query((row, number) -> new Signed(row.getBytes("statement"), row.getBytes("signature")))
        .optional();
  }
}
