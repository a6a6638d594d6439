package countersign.verification;

import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Each version of a signed document in the table has its event, and no wrapped key is stored under
 * two names: the rows that the application's role can insert and nobody can remove.
 */
final class InsertedRowsCheck implements TableCheck {
  private static final String EVENTS =
      "select subject, id, bytes from event where verb = 'adopt' order by subject collate \"C\", id";
  private static final String ADOPTIONS =
      """
      select document, number, sha256, coalesce(serial::text, '') as serial
      from adoption order by document collate "C", number
      """;
  private static final String COPIES =
      """
      select name from vault_key where wrapped in (
        select wrapped from vault_key where wrapped is not null group by wrapped having count(*) > 1)
      order by name collate "C"
      """;

  private record Adoption(String number, String sha256, String serial) {
    boolean isTold(Numbered event) {
      return event.fact("sha256").equals(sha256) && event.fact("serial").equals(serial);
    }
  }

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    adoptions(snapshot, findings.about("documents", "adoption"));
    Findings.Of keys = findings.about("keys", "vault_key");
    try (var copies = snapshot.rows(COPIES, row -> row.getString("name"))) {
      copies.all().forEach(name -> keys.extra(name, "Another row has the same encrypted key."));
    }
  }

  private static void adoptions(Snapshot snapshot, Findings.Of adoptions) {
    try (var events = snapshot.events(EVENTS);
        var rows = snapshot.rows(ADOPTIONS, InsertedRowsCheck::adoption)) {
      for (String document = KeyedRows.next(events, rows);
          document != null;
          document = KeyedRows.next(events, rows)) {
        List<Numbered> told = RecordedEvents.of(events.take(document)).all(Verb.ADOPT);
        for (Adoption row : rows.take(document)) {
          if (told.stream().noneMatch(row::isTold)) {
            adoptions.extra(
                row.number(), "The ledger did not record that this version came into force.");
          }
        }
      }
    }
  }

  private static Adoption adoption(ResultSet row) throws SQLException {
    return new Adoption(row.getString("number"), row.getString("sha256"), row.getString("serial"));
  }
}
