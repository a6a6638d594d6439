package countersign.verification;

import countersign.crypto.Sha256;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Each response that the gateway took over from a journal has a RECONSTRUCT event, and the reverse;
 * its answers and their accounting entries have the digests that the event recorded. The same holds
 * for each journal that two people confirmed: without its row, or with a row that nobody signed
 * for, a gateway would take a lost past as known.
 */
final class ReconstructionCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      """
      select subject, id, bytes from event where verb = 'reconstruct' and subject like '%.rsp.%'
      order by subject collate "C", id
      """;
  private static final String ROWS =
      "select id, event, encode(sealed_sha256, 'hex') as sha256 from reconstructed order by id collate \"C\"";
  private static final String ANSWERS =
      """
      select response_id, request, outcome, item_sha256 from answered_before
      order by response_id collate "C", request collate "C"
      """;
  private static final String ENTRIES =
      """
      select coalesce(response_id, '') as response, 'accounting_entry' as place, number::text as entry, kind, file_id || '/' || request_id as request_id, digest
      from accounting_entry where kind = 'RECONSTRUCTED' order by coalesce(response_id, '') collate "C", number
      """;

  private static final String JOURNAL_EVENTS =
      "select subject, id, bytes from event where verb = 'reconstruct' and subject = 'journal' order by subject, id";
  private static final String JOURNALS =
      "select head, ledger_size, document_sha256 from lost_past where step = 'TAKEN' order by head collate \"C\"";

  /** A journal that was taken over. */
  private record Journal(String lastLine, String ledgerSize, String document) {}

  private record Row(long event, String sha256) {}

  private record Answer(String request, String text) {}

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    journals(snapshot, findings.about("reconstruction", "lost_past"));
    responses(snapshot, findings);
  }

  private static void journals(Snapshot snapshot, Findings.Of rows) {
    try (var events = snapshot.events(JOURNAL_EVENTS);
        var taken = snapshot.rows(JOURNALS, ReconstructionCheck::journal)) {
      Map<String, Journal> open = new TreeMap<>();
      taken.all().forEach(one -> open.put(one.lastLine(), one));
      for (Numbered event : RecordedEvents.of(events.all()).all(Verb.RECONSTRUCT)) {
        String lastLine = event.fact("lastLine");
        Journal found = open.remove(lastLine);
        if (found == null) {
          rows.missing(lastLine, "The ledger recorded that this journal was taken over.");
        } else {
          rows.require(
              event.says("document", found.document())
                  && event.says("ledgerSize", found.ledgerSize()),
              lastLine,
              "The journal has another document or size of the ledger than the ledger recorded.");
        }
      }
      open.keySet()
          .forEach(
              lastLine ->
                  rows.extra(
                      lastLine,
                      "The ledger did not record that two people confirmed this journal."));
    }
  }

  private static Journal journal(ResultSet row) throws SQLException {
    return new Journal(
        row.getString("head"), row.getString("ledger_size"), row.getString("document_sha256"));
  }

  private static void responses(Snapshot snapshot, Findings findings) {
    try (var events = snapshot.events(EVENTS);
        var rows = snapshot.rows(ROWS, ReconstructionCheck::row);
        var answers = snapshot.rows(ANSWERS, ReconstructionCheck::answer);
        var entries = snapshot.rows(ENTRIES, EntryTally.Row::of)) {
      for (String key = KeyedRows.next(events, rows, answers, entries);
          key != null;
          key = KeyedRows.next(events, rows, answers, entries)) {
        List<Numbered> told = RecordedEvents.of(events.take(key)).all(Verb.RECONSTRUCT);
        Optional<Row> row = rows.take(key).stream().findFirst();
        compare(findings.about("reconstruction", "reconstructed"), key, told, row);
        List<Answer> found = answers.take(key);
        String recorded = told.isEmpty() ? "" : told.get(0).fact("accounting");
        answers(findings.about("reconstruction", "answered_before"), key, told, found);
        EntryTally accounted =
            new EntryTally(requests(recorded, found), "accounting_entry", findings);
        entries.each(key, accounted::add);
        if (!recorded.isEmpty() || accounted.size() > 0) {
          accounted.compare("", key, recorded);
        }
      }
    }
  }

  /** The entries of a response that the tables know are those of its release. */
  private static Set<String> requests(String recorded, List<Answer> found) {
    Set<String> requests = new TreeSet<>();
    if (!recorded.isEmpty()) {
      found.forEach(one -> requests.add(one.request()));
    }
    return requests;
  }

  private static void compare(
      Findings.Of rows, String id, List<Numbered> told, Optional<Row> found) {
    if (found.isEmpty()) {
      rows.missing(id, "The ledger recorded that this response was taken over from a journal.");
    } else if (told.isEmpty()) {
      rows.extra(id, "The ledger did not record that this response was taken over.");
    } else {
      rows.require(
          told.size() == 1
              && told.get(0).id() == found.get().event()
              && told.get(0).says("sealedSha256", found.get().sha256()),
          id,
          "The response has another event or hash than the ledger recorded.");
    }
  }

  private static void answers(
      Findings.Of rows, String id, List<Numbered> told, List<Answer> found) {
    if (told.isEmpty()) {
      return;
    }
    StringBuilder texts = new StringBuilder();
    found.forEach(one -> texts.append(one.text()));
    rows.require(
        told.get(0).says("answers", Sha256.hex(texts.toString())),
        id,
        "The %d requests that it answered are not the %s that the ledger recorded."
            .formatted(found.size(), Finding.printable(told.get(0).fact("results"))));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getLong("event"), row.getString("sha256"));
  }

  private static Answer answer(ResultSet row) throws SQLException {
    String request = row.getString("request");
    return new Answer(
        request,
        "%s %s %s\n"
            .formatted(
                request.substring(request.indexOf('/') + 1),
                row.getString("outcome"),
                HexFormat.of().formatHex(row.getBytes("item_sha256"))));
  }
}
