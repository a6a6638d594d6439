package countersign.verification;

import countersign.authority.ActionSignatures;
import countersign.request.Verb;
import countersign.verification.RecordedEvents.Numbered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each stop has one STOP event and each lift one LIFT event after it, and the reverse; both agree
 * with their events.
 */
final class StopCheck implements CrossCheck.TableCheck {
  private static final String EVENTS =
      """
      select subject, id, bytes from event where verb in ('stop', 'lift') and subject like 'stop/%'
      order by subject collate "C", id
      """;
  private static final String STOPS =
      """
      select 'stop/' || stop.number as subject, stop.scope, stop.value, stop.set_by, stop.set_at
      from stop order by ('stop/' || stop.number) collate "C"
      """;
  private static final String LIFTS =
      """
      select 'stop/' || stop_lift.stop as subject, stop_lift.lifted_by, stop_lift.lifted_at
      from stop_lift order by ('stop/' || stop_lift.stop) collate "C"
      """;

  private record Row(String scope, String value, String by, Instant at) {}

  private record Lift(String by, Instant at) {}

  @Override
  public void run(Snapshot snapshot, Findings findings) {
    try (var events = snapshot.events(EVENTS);
        var stops = snapshot.rows(STOPS, StopCheck::stop);
        var lifts = snapshot.rows(LIFTS, StopCheck::lift)) {
      for (String key = KeyedRows.next(events, stops, lifts);
          key != null;
          key = KeyedRows.next(events, stops, lifts)) {
        String number = key.substring(key.indexOf('/') + 1);
        RecordedEvents told = RecordedEvents.of(events.take(key));
        List<Row> rows = stops.take(key);
        stop(findings.about("stops", "stop"), number, told.all(Verb.STOP), rows);
        lift(findings.about("stops", "stop_lift"), number, told, lifts.take(key), rows);
      }
    }
  }

  private static void stop(Findings.Of stops, String id, List<Numbered> told, List<Row> rows) {
    if (rows.isEmpty()) {
      stops.missing(
          id,
          told.isEmpty()
              ? "A lift exists without its stop."
              : "The ledger recorded this stop, and the table does not contain it.");
    } else if (told.isEmpty()) {
      stops.extra(id, "The ledger did not record that this stop was set.");
    } else {
      Row row = rows.get(0);
      Numbered event = told.get(0);
      stops.require(told.size() == 1, id, "The ledger recorded this stop more than once.");
      stops.require(
          event.says("scope", row.scope()) && event.says("value", row.value()),
          id,
          "The stop has another scope than the ledger recorded.");
      stops.require(
          event.event().actor().id().equals(row.by()) && event.event().at().equals(row.at()),
          id,
          "The ledger recorded another person or time for this stop.");
    }
  }

  private static void lift(
      Findings.Of lifts, String id, RecordedEvents told, List<Lift> rows, List<Row> stops) {
    List<Numbered> lifted = signedLifts(told);
    Numbered event = lifted.isEmpty() ? null : lifted.get(lifted.size() - 1);
    if (event == null && rows.isEmpty()) {
      return;
    }
    if (event == null) {
      lifts.extra(id, "The ledger did not record that this stop was lifted.");
    } else if (rows.isEmpty()) {
      lifts.missing(id, "The ledger recorded that this stop was lifted, and the row is missing.");
    } else {
      Lift row = rows.get(0);
      lifts.require(
          event.event().actor().id().equals(row.by()) && event.event().at().equals(row.at()),
          id,
          "The ledger recorded another person or time for this lift.");
    }
    lifts.require(isInTurn(told), id, "A lift was recorded that does not follow its stop.");
    lifts.require(
        rows.isEmpty() || stops.stream().noneMatch(stop -> isSame(stop, rows.get(0))),
        id,
        "The person who set the stop lifted it.");
  }

  /** A lift without a signature, such as one of an earlier version, lifts nothing. */
  private static List<Numbered> signedLifts(RecordedEvents told) {
    return told.all(Verb.LIFT).stream().filter(one -> one.has(ActionSignatures.SIGNATURE)).toList();
  }

  private static boolean isSame(Row stop, Lift lift) {
    return stop.by().equalsIgnoreCase(lift.by());
  }

  /** A stop is set before it is lifted, and lifted once. */
  private static boolean isInTurn(RecordedEvents told) {
    return signedLifts(told).size() <= 1
        && !told.events().isEmpty()
        && told.events().get(0).verb() == Verb.STOP;
  }

  private static Row stop(ResultSet row) throws SQLException {
    return new Row(
        row.getString("scope"),
        row.getString("value"),
        row.getString("set_by"),
        at(row.getTimestamp("set_at")));
  }

  private static Lift lift(ResultSet row) throws SQLException {
    return new Lift(row.getString("lifted_by"), at(row.getTimestamp("lifted_at")));
  }

  static Instant at(@Nullable Timestamp time) {
    return time == null ? Instant.EPOCH : time.toInstant();
  }
}
