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
   * @return false if there is one for this document already; nothing is changed then
   */
  boolean insert(OutgoingId id, Signed signed) {
    return jdbc.sql(
                "insert into seal_statement (id, statement, signature) values (?, ?, ?) on conflict (id) do nothing")
            .params(id.toString(), signed.statement(), signed.signature())
            .update()
        == 1;
  }

  /** The first statement about a document; empty if there is none. */
  Optional<Signed> first(OutgoingId id) {
    return jdbc.sql(
            "select statement, signature from seal_statement where id = ? order by number limit 1")
        .param(id.toString())
        .query((row, number) -> new Signed(row.getBytes("statement"), row.getBytes("signature")))
        .optional();
  }
}
