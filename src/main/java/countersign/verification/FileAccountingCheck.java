package countersign.verification;

import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Each accounting entry about a file and its requests is in the digest of the READ event, or is the
 * entry of one decision about the file, and the reverse.
 */
final class FileAccountingCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      """
      select split_part(subject, '/', 1) as file, id, bytes from event where verb in ('read', 'refuse', 'take')
      order by split_part(subject, '/', 1) collate "C", id
      """;
  private static final String REQUESTS =
      "select file_id, request_id from request order by file_id collate \"C\", number";
  private static final String ENTRIES =
      """
      select * from (select file_id, 'accounting_entry' as place, number::text as entry, number, kind, request_id, digest from accounting_entry where kind in ('FILE', 'REQUEST')
      union all
      select b.file_id, 'accounting_block', b.file_id || '/' || (b.first + i), b.first + i, 'REQUEST', r.request_id, substring(b.digests from i * 32 + 1 for 32)
        from accounting_block b cross join lateral generate_series(0, length(b.digests) / 32 - 1) i
        left join request r on r.file_id = b.file_id and r.number = b.first + i) entries
      order by file_id collate "C", place desc, number
      """;

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    try (var events = snapshot.events(EVENTS);
        var requests = snapshot.rows(REQUESTS, row -> row.getString("request_id"));
        var entries = snapshot.rows(ENTRIES, EntryTally.Row::of)) {
      for (String key = KeyedRows.next(events, requests, entries);
          key != null;
          key = KeyedRows.next(events, requests, entries)) {
        file(key, RecordedEvents.of(events.take(key)), requests, entries, findings);
      }
    }
  }

  private static void file(
      String file,
      RecordedEvents told,
      KeyedRows<String> requests,
      KeyedRows<EntryTally.Row> entries,
      Findings findings) {
    List<Numbered> read = told.all(Verb.READ);
    Set<String> asked = new TreeSet<>();
    requests.each(file, asked::add);
    EntryTally judged =
        new EntryTally(read.isEmpty() ? Set.of() : asked, "accounting_block", findings);
    Decided decided = new Decided(told, findings);
    entries.each(
        file,
        row -> {
          if (row.kind().equals("REQUEST")) {
            judged.add(row);
          } else {
            decided.add(row);
          }
        });
    if (!read.isEmpty()) {
      requests(findings.about("accounting", "request"), file, read, asked.size());
      judged.compare(file + "/", file, read.get(0).fact("accounting"));
    }
    decided.compare(file);
  }

  private static void requests(Findings.Of requests, String file, List<Numbered> read, int found) {
    requests.require(
        read.size() == 1 && read.get(0).says("requests", Integer.toString(found)),
        file,
        "%d requests of this file are stored; the ledger recorded %s."
            .formatted(found, Finding.printable(read.get(0).fact("requests"))));
  }

  /** The entries of single decisions about one file, compared with the digests in its events. */
  private static final class Decided {
    private final Map<String, Long> open = new TreeMap<>();
    private final Findings.Of findings;

    Decided(RecordedEvents told, Findings findings) {
      this.findings = findings.about("accounting", "accounting_entry");
      told.events().stream()
          .filter(one -> one.has("entry"))
          .forEach(one -> open.put(one.fact("entry"), one.id()));
    }

    void add(EntryTally.Row row) {
      if (open.remove(HexFormat.of().formatHex(row.digest())) == null) {
        findings.extra(row.id(), "The ledger recorded no decision with this entry.");
      }
    }

    void compare(String file) {
      open.values()
          .forEach(
              event ->
                  findings.missing(
                      file,
                      "The accounting entry of the decision in event %d is missing."
                          .formatted(event)));
    }
  }
}
