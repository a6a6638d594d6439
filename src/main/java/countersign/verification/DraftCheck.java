package countersign.verification;

import countersign.crypto.Sha256;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The drafts and internal reasons of each slice have the digest that the DRAFT event recorded. */
final class DraftCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      "select subject, id, bytes from event where verb = 'draft' order by subject collate \"C\", id";

  /** In the order of the event's digest: the drafts, then the others, each in the file's order. */
  private static final String ROWS =
      """
      select s.file_id || '/' || coalesce(s.slice, 0) as slice, coalesce(d.sha256, sha256(n.inner_sealed)) as digest
      from request_status s left join draft d on d.id = s.id left join no_match n on n.id = s.id
      where d.id is not null or n.id is not null
      order by (s.file_id || '/' || coalesce(s.slice, 0)) collate "C", d.id is null, s.number
      """;

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    try (var events = snapshot.events(EVENTS);
        var rows = snapshot.rows(ROWS, row -> row.getBytes("digest"))) {
      for (String key = KeyedRows.next(events, rows);
          key != null;
          key = KeyedRows.next(events, rows)) {
        List<Numbered> told = RecordedEvents.of(events.take(key)).all(Verb.DRAFT);
        Digest found = new Digest();
        rows.each(key, found::add);
        compare(findings.about("drafts", "draft"), key, told, found);
      }
    }
  }

  private static void compare(Findings.Of drafts, String slice, List<Numbered> told, Digest found) {
    if (told.isEmpty()) {
      drafts.extra(slice, "The ledger did not record that this slice was looked up.");
      return;
    }
    drafts.require(told.size() == 1, slice, "The ledger recorded this slice more than once.");
    drafts.require(
        told.get(0).says("requests", Integer.toString(found.rows))
            && told.get(0).says("digest", found.hex()),
        slice,
        "%d drafts and internal reasons of this slice are stored; they are not the %s that the ledger recorded."
            .formatted(found.rows, Finding.printable(told.get(0).fact("requests"))));
  }

  /** The digest over the rows of one slice. */
  private static final class Digest {
    private final MessageDigest digest = Sha256.start();
    private int rows;

    void add(byte[] sha256) {
      digest.update(sha256);
      rows++;
    }

    String hex() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}
