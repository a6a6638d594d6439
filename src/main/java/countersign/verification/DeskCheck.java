package countersign.verification;

import countersign.authority.Enrolment;
import countersign.crypto.Sha256;
import countersign.ledger.CanonicalJson;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Each decision on a control case and each waiver of the rotation of pairs repeats one event, and
 * the reverse. The signature below such a decision verifies with a key of the enrolment register.
 */
final class DeskCheck implements TableCheck {
  private static final String EVENTS =
      """
      select subject, id, bytes from event where verb in ('control', 'waive')
      order by subject collate "C", id
      """;
  private static final String DECISIONS =
      """
      select id, number, step, account, at, lapses_at, statement, signature, key_id
      from control_decision order by id collate "C", number
      """;
  private static final String WAIVERS =
      """
      select id, number, endorser, countersigner, at
      from pair_waiver order by id collate "C", number
      """;

  private final Enrolment enrolment;

  DeskCheck(Enrolment enrolment) {
    this.enrolment = enrolment;
  }

  /** A row and what its event says. */
  private record Row(String number, String account, Instant at, Map<String, String> facts) {
    boolean isIn(Numbered event) {
      return event.event().actor().id().equals(account)
          && event.event().at().equals(at)
          && facts.entrySet().stream().allMatch(fact -> event.says(fact.getKey(), fact.getValue()));
    }
  }

  private record Decided(Row row, byte[] statement, byte[] signature, String key, String lapses) {}

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    try (var events = snapshot.events(EVENTS);
        var decisions = snapshot.rows(DECISIONS, DeskCheck::decided);
        var waivers = snapshot.rows(WAIVERS, DeskCheck::waived)) {
      for (String id = KeyedRows.next(events, decisions, waivers);
          id != null;
          id = KeyedRows.next(events, decisions, waivers)) {
        RecordedEvents told = RecordedEvents.of(events.take(id));
        List<Decided> decided = decisions.take(id);
        Findings.Of control = findings.about("desk", "control_decision");
        compare(control, id, told.all(Verb.CONTROL), decided.stream().map(Decided::row).toList());
        decided.forEach(one -> signed(control, told.all(Verb.CONTROL), one));
        compare(findings.about("desk", "pair_waiver"), id, told.all(Verb.WAIVE), waivers.take(id));
      }
    }
  }

  /** Names the rows and events that are left when each row was put beside its event. */
  private static void compare(Findings.Of table, String id, List<Numbered> told, List<Row> rows) {
    List<Numbered> events = new ArrayList<>(told);
    List<Row> left = new ArrayList<>();
    for (Row row : rows) {
      if (!takeFirst(events, row, (one, event) -> one.isIn(event))) {
        left.add(row);
      }
    }
    for (Row row : left) {
      if (takeFirst(events, row, (one, event) -> true)) {
        table.altered(row.number(), "The ledger recorded something else about this case.");
      } else {
        table.extra(row.number(), "The ledger did not record this row.");
      }
    }
    events.forEach(
        event ->
            table.missing(id, "The ledger recorded a row about this case, and it is missing."));
  }

  private static boolean takeFirst(
      List<Numbered> events, Row row, BiPredicate<Row, Numbered> fits) {
    Optional<Numbered> found = events.stream().filter(event -> fits.test(row, event)).findFirst();
    found.ifPresent(events::remove);
    return found.isPresent();
  }

  private void signed(Findings.Of control, List<Numbered> told, Decided one) {
    control.require(
        enrolment
            .of(one.key())
            .filter(who -> who.verifies(one.statement(), one.signature()))
            .filter(who -> who.key().account().equals(one.row().account()))
            .isPresent(),
        one.row().number(),
        "The signature below this decision does not fit an enrolled key of the account.");
    Map<String, String> texts = texts(one.statement());
    control.require(
        one.lapses().equals(Objects.requireNonNullElse(texts.get("expiresAt"), ""))
            && one.row().account().equals(texts.get("account"))
            && one.row().at().toString().equals(texts.get("at"))
            && one.row().facts().get("step").equals(texts.get("step")),
        one.row().number(),
        "The columns of this decision differ from the statement that was signed.");
    String hash = Sha256.hex(one.statement());
    control.require(
        told.stream()
            .filter(one.row()::isIn)
            // An older version recorded no hash of the statement.
            .allMatch(event -> !event.has("statement") || event.says("statement", hash)),
        one.row().number(),
        "The ledger recorded another statement for this decision.");
  }

  private static Map<String, String> texts(byte[] statement) {
    try {
      return CanonicalJson.read(statement);
    } catch (IllegalArgumentException noStatement) {
      return Map.of();
    }
  }

  private static Decided decided(ResultSet row) throws SQLException {
    return new Decided(
        new Row(
            row.getString("number"),
            row.getString("account"),
            row.getTimestamp("at").toInstant(),
            Map.of("step", row.getString("step"))),
        row.getBytes("statement"),
        row.getBytes("signature"),
        row.getString("key_id"),
        text(row.getTimestamp("lapses_at")));
  }

  private static String text(@Nullable Timestamp at) {
    return at == null ? "" : at.toInstant().toString();
  }

  private static Row waived(ResultSet row) throws SQLException {
    return new Row(
        row.getString("number"),
        row.getString("countersigner"),
        row.getTimestamp("at").toInstant(),
        Map.of(
            "endorser", row.getString("endorser"),
            "countersigner", row.getString("countersigner")));
  }
}
