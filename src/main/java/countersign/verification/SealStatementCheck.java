package countersign.verification;

import countersign.authority.ActionSignatures;
import countersign.authority.Enrolment;
import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.ledger.LogKey;
import countersign.request.Verb;
import countersign.sealing.Resealings;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statement of each sealing is signed by the ledger's key, and agrees with the event of the
 * sealing and with the hash of the stored bytes; and the reverse.
 */
final class SealStatementCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      """
      select subject, id, bytes from event where verb in ('seal', 'acknowledge', 'propose', 'reseal')
        and (subject like '%.rsp.%' or subject like '%.ack.%')
      order by subject collate "C", id
      """;
  private static final String STATEMENTS =
      "select id, generation, statement, signature from seal_statement order by id collate \"C\", generation";
  private static final String STORED =
      """
      select id, sha256 from (
        select id, encode(sealed_sha256, 'hex') as sha256 from response where sealed_sha256 is not null union all
        select id, encode(sealed_sha256, 'hex') from acknowledgement where sealed_sha256 is not null union all
        select id, encode(sealed_sha256, 'hex') from recall_notice where sealed_sha256 is not null) sealed
      order by id collate "C"
      """;

  private final LogKey key;
  private final Enrolment enrolment;

  /**
   * Creates the check.
   *
   * @param key signs checkpoints and statements
   * @param enrolment the people whose signatures count
   */
  SealStatementCheck(LogKey key, Enrolment enrolment) {
    this.key = key;
    this.enrolment = enrolment;
  }

  private record Row(
      int generation, byte[] statement, byte[] signature, Map<String, String> texts) {
    boolean says(String name, String value) {
      return value.equals(texts.get(name));
    }
  }

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    Findings.Of statements = findings.about("seals", "seal_statement");
    CountedSealings counted = CountedSealings.of(snapshot, key, enrolment);
    try (var events = snapshot.events(EVENTS);
        var rows = snapshot.rows(STATEMENTS, SealStatementCheck::row);
        var stored = snapshot.rows(STORED, row -> row.getString("sha256"))) {
      for (String id = KeyedRows.next(events, rows, stored);
          id != null;
          id = KeyedRows.next(events, rows, stored)) {
        RecordedEvents told = RecordedEvents.of(events.take(id));
        List<Optional<Numbered>> sealings = counted.of(told, !id.contains(".ack."));
        List<Row> found = rows.take(id);
        compare(statements, id, sealings, found);
        Optional<Row> newest = row(found, sealings.size());
        for (String hash : stored.take(id)) {
          statements.require(
              newest.isEmpty() || newest.get().says("sha256", hash),
              id,
              "The statement names another hash than the stored file has.");
        }
      }
    }
  }

  private void compare(
      Findings.Of statements, String id, List<Optional<Numbered>> sealings, List<Row> found) {
    for (int generation = 1; generation <= sealings.size(); generation++) {
      compare(
          statements,
          id,
          sealings.get(generation - 1).filter(one -> one.has("statement")),
          row(found, generation));
    }
    if (found.stream().anyMatch(row -> row.generation() > sealings.size())) {
      statements.extra(id, "Two people did not have this file sealed anew.");
    }
  }

  private static Optional<Row> row(List<Row> rows, int generation) {
    return rows.stream().filter(row -> row.generation() == generation).findFirst();
  }

  private void compare(
      Findings.Of statements, String id, Optional<Numbered> sealing, Optional<Row> found) {
    if (found.isEmpty()) {
      sealing.ifPresent(
          event ->
              statements.missing(
                  id,
                  "The ledger recorded the statement of this sealing, and the row is missing."));
      return;
    }
    Row row = found.get();
    if (sealing.isEmpty()) {
      statements.extra(id, "The ledger recorded no sealing with a statement for this file.");
    } else {
      statements.require(
          sealing.get().says("statement", Sha256.hex(row.statement()))
              && row.says("sha256", sealing.get().fact("sealedSha256")),
          id,
          "The statement is not the one that the ledger recorded when the file was sealed.");
    }
    statements.require(row.says("document", id), id, "The statement is about another file.");
    statements.require(
        key.verifies(row.statement(), row.signature()),
        id,
        "The gateway's key did not sign this statement.");
  }

  private static Row row(ResultSet row) throws SQLException {
    byte[] statement = row.getBytes("statement");
    return new Row(
        row.getInt("generation"), statement, row.getBytes("signature"), texts(statement));
  }

  /** What a statement says; empty if it is none. */
  static Map<String, String> texts(byte[] statement) {
    try {
      return CanonicalJson.read(statement);
    } catch (IllegalArgumentException noStatement) {
      return Map.of();
    }
  }

  /**
   * The sealings of a file that count or counted: the first one, and one more for each time that
   * two people signed that it is sealed anew.
   */
  static final class CountedSealings {
    private final List<Resealings> rules;

    private CountedSealings(List<Resealings> rules) {
      this.rules = rules;
    }

    /** Reads the signatures of the installations that the statements of sealings name. */
    static CountedSealings of(Snapshot snapshot, LogKey key, Enrolment enrolment) {
      List<ActionSignatures> signatures = Installations.of(snapshot, key, enrolment);
      return new CountedSealings(
          signatures.isEmpty()
              ? List.of(new Resealings(new ActionSignatures("", "", enrolment)))
              : signatures.stream().map(Resealings::new).toList());
    }

    /** The event of each sealing by its number from 1; empty for one that is still to come. */
    List<Optional<Numbered>> of(RecordedEvents told, boolean response) {
      List<Numbered> sealings = told.all(response ? Verb.SEAL : Verb.ACKNOWLEDGE);
      List<Numbered> about = told.events();
      return rules.stream()
          .map(rule -> rule.of(about.stream().map(Numbered::event).toList()))
          .max(Comparator.comparingInt(Resealings.Found::generation))
          .orElseThrow()
          .sealings()
          .stream()
          .map(
              counted ->
                  counted.flatMap(
                      event ->
                          sealings.stream().filter(one -> one.event().equals(event)).findFirst()))
          .toList();
    }
  }
}
