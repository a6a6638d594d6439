package countersign.verification;

import countersign.ledger.Event;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Each entry of the access record repeats its event, and each such event has its entries. */
final class AccessCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      """
      select id::text as key, id, bytes from event where verb in ('sign_in', 'sign_in_failed', 'lock', 'view')
      order by id::text collate "C"
      """;
  private static final String ENTRIES =
      """
      select event_id::text as key, id, kind, account, source, what, subject, times
      from access_record order by event_id::text collate "C", id
      """;

  /** What an event makes of one entry, as one text. */
  private record Entry(String id, String said) {}

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    Findings.Of entries = findings.about("access", "access_record");
    try (var events = snapshot.events(EVENTS);
        var rows = snapshot.rows(ENTRIES, AccessCheck::entry)) {
      for (String key = KeyedRows.next(events, rows);
          key != null;
          key = KeyedRows.next(events, rows)) {
        compare(entries, key, RecordedEvents.of(events.take(key)).events(), rows.take(key));
      }
    }
  }

  private static void compare(
      Findings.Of entries, String event, List<Numbered> told, List<Entry> rows) {
    List<String> expected =
        told.isEmpty() ? new ArrayList<>() : new ArrayList<>(said(told.get(0).event()));
    for (Entry row : rows) {
      if (told.isEmpty()) {
        entries.extra(row.id(), "The ledger did not record this access.");
      } else {
        entries.require(
            expected.remove(row.said()), row.id(), "The ledger recorded another access.");
      }
    }
    if (!expected.isEmpty() && rows.size() < said(told.get(0).event()).size()) {
      entries.missing(event, "The ledger recorded an access, and the entry is missing.");
    }
  }

  /** The entries that an event has. */
  private static List<String> said(Event event) {
    String source = event.facts().getOrDefault("source", "");
    String by = event.actor().id();
    if (event.verb() == Verb.SIGN_IN) {
      return List.of(text(event.verb(), by, source, event.facts().getOrDefault("door", ""), "", 1));
    }
    if (event.verb() == Verb.LOCK) {
      String account = event.subject().substring(event.subject().indexOf('/') + 1);
      return List.of(text(event.verb(), account, source, "", "", 1));
    }
    if (event.verb() == Verb.VIEW) {
      String what = event.facts().getOrDefault("what", "");
      return words(event.facts().getOrDefault("ids", event.subject())).stream()
          .map(id -> text(Verb.VIEW, by, source, what, id, 1))
          .toList();
    }
    return words(event.facts().getOrDefault("accounts", "")).stream()
        .map(one -> one.split(":", 2))
        .map(one -> text(event.verb(), one[0], source, "", "", Integer.parseInt(one[1])))
        .toList();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList();
  }

  private static String text(
      Verb verb, String account, String source, String what, String subject, int times) {
    return String.join(
        "\n",
        verb.name().toLowerCase(Locale.ROOT),
        account,
        source,
        what,
        subject,
        Integer.toString(times));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getString("id"),
        String.join(
            "\n",
            row.getString("kind").toLowerCase(Locale.ROOT),
            row.getString("account"),
            row.getString("source"),
            row.getString("what"),
            row.getString("subject"),
            row.getString("times")));
  }
}
