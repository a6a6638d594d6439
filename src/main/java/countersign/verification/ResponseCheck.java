package countersign.verification;

import countersign.crypto.Sha256;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each response was released by a RELEASE event, and the reverse; its results and their accounting
 * entries have the digests that the event recorded.
 */
final class ResponseCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      "select subject, id, bytes from event where verb = 'release' order by subject collate \"C\", id";
  private static final String RESPONSES =
      """
      select r.id, r.release_event, r.released_at, r.final, r.group_id,
        coalesce(g.officers = r.officers and g.file_id = r.file_id and f.partner = r.partner, false) as own
      from response r left join request_group g on g.id = r.group_id left join file f on f.id = r.file_id
      order by r.id collate "C"
      """;
  private static final String ITEMS =
      """
      select response_id, request, item_sha256 from response_item
      order by response_id collate "C", ordinal
      """;
  private static final String ENTRIES =
      """
      select coalesce(response_id, '') as response, 'accounting_entry' as place, number::text as entry, kind, file_id || '/' || request_id as request_id, digest
      from accounting_entry where kind = 'DISPOSITION' order by coalesce(response_id, '') collate "C", number
      """;

  private record Row(long event, Instant at, boolean last, String group, boolean isOfItsGroup) {}

  private record Item(String request, byte[] sha256) {}

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    try (var events = snapshot.events(EVENTS);
        var responses = snapshot.rows(RESPONSES, ResponseCheck::row);
        var items = snapshot.rows(ITEMS, ResponseCheck::item);
        var entries = snapshot.rows(ENTRIES, EntryTally.Row::of)) {
      for (String key = KeyedRows.next(events, responses, items, entries);
          key != null;
          key = KeyedRows.next(events, responses, items, entries)) {
        List<Numbered> told = RecordedEvents.of(events.take(key)).all(Verb.RELEASE);
        Optional<Row> row = responses.take(key).stream().findFirst();
        compare(findings.about("responses", "response"), key, told, row);
        Results results = new Results();
        items.each(key, results::add);
        String recorded = results.compare(findings.about("responses", "response_item"), key, told);
        EntryTally accounted = new EntryTally(results.requests, "accounting_entry", findings);
        entries.each(key, accounted::add);
        accounted.compare("", key, recorded);
      }
    }
  }

  private static void compare(
      Findings.Of responses, String id, List<Numbered> told, Optional<Row> found) {
    if (found.isEmpty()) {
      responses.missing(
          id,
          told.isEmpty()
              ? "Results or entries name a response that does not exist."
              : "The ledger recorded this response, and the table does not contain it.");
    } else if (told.isEmpty()) {
      responses.extra(id, "The ledger did not record that this response was released.");
    } else {
      Row row = found.get();
      Numbered event = told.get(0);
      responses.require(
          told.size() == 1 && event.id() == row.event() && event.event().at().equals(row.at()),
          id,
          "The response has another release event or time than the ledger recorded.");
      responses.require(
          event.says("final", Boolean.toString(row.last())) && event.says("group", row.group()),
          id,
          "The response has another group than the ledger recorded.");
      responses.require(
          row.isOfItsGroup(),
          id,
          "The response has other officers, file or partner than its group.");
    }
  }

  /** The results of one response. */
  private static final class Results {
    private final MessageDigest digest = Sha256.start();
    private final Set<String> requests = new TreeSet<>();

    void add(Item item) {
      digest.update(item.sha256());
      requests.add(item.request());
    }

    /** Compares the results and returns the root of the accounting that the event contains. */
    String compare(Findings.Of items, String id, List<Numbered> told) {
      if (told.isEmpty()) {
        return "";
      }
      Numbered event = told.get(0);
      items.require(
          event.says("results", Integer.toString(requests.size()))
              && event.says("items", HexFormat.of().formatHex(digest.digest())),
          id,
          "%d results of this response are stored; they are not the %s that the ledger recorded."
              .formatted(requests.size(), Finding.printable(event.fact("results"))));
      return event.fact("accounting");
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong("release_event"),
        StopCheck.at(row.getTimestamp("released_at")),
        row.getBoolean("final"),
        row.getString("group_id"),
        row.getBoolean("own"));
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(row.getString("request"), row.getBytes("item_sha256"));
  }
}
