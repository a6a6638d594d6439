package countersign.verification;

import countersign.authority.Enrolment;
import countersign.ledger.LogKey;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import countersign.verification.SealStatementCheck.CountedSealings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored bytes of each response and acknowledgement have the hash that the event of their
 * sealing recorded, and only such bytes were uploaded.
 */
final class SealedFileCheck implements CrossCheck.TableCheck {
  private static final String SEALED = "sealedSha256";
  private static final String EVENTS =
      """
      select subject, id, bytes from event where verb in ('seal', 'acknowledge', 'propose', 'reseal', 'dispatch', 'deliver')
        and (subject like '%.rsp.%' or subject like '%.ack.%')
      order by subject collate "C", id
      """;
  private static final String ROWS =
      """
      select id, state, sha256, intact, delivered_event from (
        select id, state, encode(sealed_sha256, 'hex') as sha256, sha256(sealed_bytes) = sealed_sha256 as intact, delivered_event
        from response union all
        select id, state, encode(sealed_sha256, 'hex'), sha256(sealed_bytes) = sealed_sha256, null
        from acknowledgement union all
        select id, state, encode(sealed_sha256, 'hex'), sha256(sealed_bytes) = sealed_sha256, null
        from recall_notice) outgoing
      order by id collate "C"
      """;

  private final LogKey log;
  private final Enrolment enrolment;

  SealedFileCheck(LogKey log, Enrolment enrolment) {
    this.log = log;
    this.enrolment = enrolment;
  }

  private record Row(
      String state, @Nullable String sha256, boolean intact, @Nullable Long deliveredEvent) {
    boolean isSealed() {
      return sha256 != null;
    }
  }

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    CountedSealings counted = CountedSealings.of(snapshot, log, enrolment);
    try (var events = snapshot.events(EVENTS);
        var rows = snapshot.rows(ROWS, SealedFileCheck::row)) {
      for (String key = KeyedRows.next(events, rows);
          key != null;
          key = KeyedRows.next(events, rows)) {
        boolean response = !key.contains(".ack."); // or the notice of its recall
        Findings.Of files = findings.about("sealed-files", table(key, response));
        RecordedEvents told = RecordedEvents.of(events.take(key));
        List<Numbered> sealings = told.all(response ? Verb.SEAL : Verb.ACKNOWLEDGE);
        Optional<Row> row = rows.take(key).stream().findFirst();
        if (row.isPresent()) {
          compare(files, key, row.get(), sealings, counted.of(told, response));
          delivered(files, key, row.get(), told);
        } else {
          files.missing(key, "The ledger recorded this file, and the table does not contain it.");
        }
        uploaded(findings.about("sealed-files", "event"), told, sealings);
      }
    }
  }

  private static String table(String key, boolean response) {
    return key.contains(".rcl.") ? "recall_notice" : response ? "response" : "acknowledgement";
  }

  private static void compare(
      Findings.Of files,
      String id,
      Row row,
      List<Numbered> sealings,
      List<Optional<Numbered>> counted) {
    Optional<Numbered> newest = counted.get(counted.size() - 1);
    if (row.isSealed() && newest.isEmpty()) {
      files.extra(id, "The ledger did not record that this file was sealed.");
    } else if (newest.isPresent()) {
      files.require(
          newest.get().says(SEALED, Objects.requireNonNullElse(row.sha256(), "")),
          id,
          "The file has another hash than the ledger recorded when it was sealed.");
    }
    files.require(
        sealings.size() == counted.stream().filter(Optional::isPresent).count(),
        id,
        "The ledger recorded two sealings of this file.");
    files.require(
        !row.isSealed() || row.intact(), id, "The stored bytes do not have the stored hash.");
  }

  private static void delivered(Findings.Of files, String id, Row row, RecordedEvents told) {
    List<Numbered> deliveries = told.all(Verb.DELIVER);
    boolean delivered = row.state().equals("DELIVERED");
    Long event = row.deliveredEvent();
    files.require(
        !delivered || !deliveries.isEmpty(),
        id,
        "The file is in state DELIVERED, and the ledger recorded no delivery.");
    files.require(
        event == null || deliveries.stream().anyMatch(one -> one.id() == event),
        id,
        "The file names a delivery that the ledger did not record.");
    files.require(
        !(delivered || row.state().equals("UPLOADING")) || !told.all(Verb.DISPATCH).isEmpty(),
        id,
        "The file is in state %s, and the ledger recorded no upload."
            .formatted(Finding.printable(row.state())));
  }

  /** Each uploaded hash is the hash of a sealing. */
  private static void uploaded(Findings.Of events, RecordedEvents told, List<Numbered> sealings) {
    told.events().stream()
        .filter(one -> one.verb() == Verb.DISPATCH || one.verb() == Verb.DELIVER)
        .filter(one -> sealings.stream().noneMatch(seal -> one.says(SEALED, seal.fact(SEALED))))
        .forEach(
            one ->
                events.altered(
                    Long.toString(one.id()),
                    "Bytes of %s were uploaded whose hash no sealing recorded."
                        .formatted(Finding.printable(one.event().subject()))));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("state"),
        row.getString("sha256"),
        row.getBoolean("intact"),
        row.getObject("delivered_event", Long.class));
  }
}
