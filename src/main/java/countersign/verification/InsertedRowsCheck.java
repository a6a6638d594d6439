package countersign.verification;

import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each version of a signed document in the table has its event, so has each reason that a person
 * wrote, and no wrapped key is stored under two names: the rows that the application's role can
 * insert and nobody can remove.
 */
final class InsertedRowsCheck implements CrossCheck.TableCheck {
  /** The fact with the digest of a reason. */
  private static final String REMARK = "remark";

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

  private static final String EXPLAINED =
      """
      select subject, id, bytes from event where verb in ('pause', 'resume', 'reseal', 'propose', 'retry', 'discard', 'reload')
      order by subject collate "C", id
      """;
  private static final String REMARKS =
      """
      select subject, number, verb, account, date_trunc('milliseconds', at) as at, encode(sha256(convert_to(words, 'UTF8')), 'hex') as words
      from remark order by subject collate "C", number
      """;

  /** A reason that a person wrote, by its digest. */
  private record Remark(String number, String verb, String account, Instant at, String words) {
    boolean isTold(Numbered event) {
      return event.verb().storedName().equals(verb)
          && event.event().actor().id().equals(account)
          && event.event().at().equals(at)
          && (!event.has(REMARK) || event.says(REMARK, words));
    }
  }

  private record Adoption(String number, String sha256, String serial) {
    boolean isTold(Numbered event) {
      return event.fact("sha256").equals(sha256) && event.fact("serial").equals(serial);
    }
  }

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    adoptions(snapshot, findings.about("documents", "adoption"));
    remarks(snapshot, findings.about("reasons", "remark"));
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

  private static void remarks(Snapshot snapshot, Findings.Of remarks) {
    try (var events = snapshot.events(EXPLAINED);
        var rows = snapshot.rows(REMARKS, InsertedRowsCheck::remark)) {
      for (String subject = KeyedRows.next(events, rows);
          subject != null;
          subject = KeyedRows.next(events, rows)) {
        List<Numbered> open = new ArrayList<>(RecordedEvents.of(events.take(subject)).events());
        for (Remark row : rows.take(subject)) {
          Optional<Numbered> told = open.stream().filter(row::isTold).findFirst();
          remarks.require(
              told.isPresent(),
              row.number(),
              "The ledger did not record this reason, or another person, time or text.");
          told.ifPresent(open::remove);
        }
        open.stream()
            .filter(event -> event.has(REMARK))
            .forEach(
                event ->
                    remarks.missing(
                        Long.toString(event.id()),
                        "The reason of the action in this event is missing or was changed."));
      }
    }
  }

  private static Remark remark(ResultSet row) throws SQLException {
    return new Remark(
        row.getString("number"),
        row.getString("verb"),
        row.getString("account"),
        row.getTimestamp("at").toInstant(),
        row.getString("words"));
  }

  private static Adoption adoption(ResultSet row) throws SQLException {
    return new Adoption(row.getString("number"), row.getString("sha256"), row.getString("serial"));
  }
}
