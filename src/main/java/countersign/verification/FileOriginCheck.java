package countersign.verification;

import countersign.ledger.Event;
import countersign.request.Actor;
import countersign.request.FileId;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Each file has the partner, the agency, the agreement and the time of arrival that its id and the
 * ledger's first events about it say, and the reverse. Stops and release times are found by these
 * columns. An event of an earlier version says less; then less is compared.
 */
final class FileOriginCheck implements CrossCheck.TableCheck {
  private static final Duration ROUNDED = Duration.ofMillis(1);

  /** For a file of an earlier version, whose event tells only when its transfer had ended. */
  private static final Duration LONGEST_TRANSFER = Duration.ofHours(1);

  private static final String EVENTS =
      """
      select subject, id, bytes from event where verb in ('receive', 'read') order by subject collate "C", id
      """;
  private static final String FILES =
      """
      select id, partner, agency, coalesce(agreement, '') as agreement, received_at, coalesce(requests, 0) as requests,
        coalesce(encode(sha256(convert_to(concat_ws('|', rule_set, requester, array_to_string(rules_applied, ',')), 'UTF8')
          || header_sealed), 'hex'), '') as header
      from file order by id collate "C"
      """;

  private record Row(
      String partner,
      String agency,
      String agreement,
      Instant receivedAt,
      String requests,
      String header) {}

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    Findings.Of files = findings.about("files", "file");
    try (var events = snapshot.events(EVENTS);
        var rows = snapshot.rows(FILES, FileOriginCheck::row)) {
      for (String id = KeyedRows.next(events, rows);
          id != null;
          id = KeyedRows.next(events, rows)) {
        RecordedEvents told = RecordedEvents.of(events.take(id));
        Optional<Numbered> received = told.all(Verb.RECEIVE).stream().findFirst();
        Optional<Row> row = rows.take(id).stream().findFirst();
        if (row.isEmpty()) {
          files.missing(id, "The ledger recorded this file, and the table does not contain it.");
        } else if (received.isEmpty()) {
          files.extra(id, "The ledger did not record that this file was received.");
        } else {
          compare(files, id, row.get(), received.get().event(), told.all(Verb.READ));
        }
      }
    }
  }

  private static void compare(
      Findings.Of files, String id, Row row, Event received, List<Numbered> read) {
    files.require(
        received.actor().equals(Actor.partner(row.partner())),
        id,
        "The file has another partner than the ledger recorded.");
    files.require(
        isOfAgency(id, row.agency()), id, "The file has another agency than its id says.");
    files.require(
        isTimeOf(received, row.receivedAt()),
        id,
        "The file has another time of arrival than the ledger recorded.");
    files.require(
        read.stream()
            .filter(one -> one.has("agreement"))
            .allMatch(one -> one.says("agreement", row.agreement())),
        id,
        "The file has another agreement than the ledger recorded.");
    files.require(
        read.stream().allMatch(one -> one.says("requests", row.requests())),
        id,
        "The file has another number of requests than the ledger recorded.");
    files.require(
        read.stream()
            .filter(one -> one.has("header"))
            .allMatch(one -> one.says("header", row.header())),
        id,
        "The file's header, requester or rules are not those that the ledger recorded.");
  }

  /** A file without a name of its own is not judged, and its id names no agency. */
  private static boolean isOfAgency(String id, String agency) {
    try {
      FileId file = new FileId(id);
      return !file.isNamed() || file.agency().equals(agency);
    } catch (IllegalArgumentException noIdOfAFile) {
      return false;
    }
  }

  /** The table keeps microseconds, so that the last digits of a time may differ. */
  private static boolean isTimeOf(Event received, Instant stored) {
    String told = received.facts().get("receivedAt");
    try {
      return told == null
          ? !stored.isAfter(received.at().plus(ROUNDED))
              && stored.isAfter(received.at().minus(LONGEST_TRANSFER))
          : Duration.between(Instant.parse(told), stored).abs().compareTo(ROUNDED) <= 0;
    } catch (DateTimeException noTime) {
      return false;
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("partner"),
        row.getString("agency"),
        row.getString("agreement"),
        row.getTimestamp("received_at").toInstant(),
        row.getString("requests"),
        row.getString("header"));
  }
}
