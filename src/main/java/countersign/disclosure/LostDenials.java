package countersign.disclosure;

import countersign.approval.JdbcApprovals;
import countersign.ledger.Event;
import countersign.ledger.LedgerReader;
import countersign.ledger.TamperAlarms;
import countersign.request.RequestKey;
import countersign.request.Verb;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Denials that the ledger recorded and the table does not contain: a denial that was deleted still
 * denies. Stateless.
 */
public final class LostDenials {
  private static final String STATEMENT = "statement";

  private final LedgerReader ledger;
  private final TamperAlarms alarms;

  public LostDenials(LedgerReader ledger, TamperAlarms alarms) {
    this.ledger = ledger;
    this.alarms = alarms;
  }

  /** The bytes of the events of all decisions on these requests, oldest first. */
  Map<RequestKey, List<byte[]>> decisions(Collection<RequestKey> keys) {
    Map<RequestKey, List<byte[]>> told = new HashMap<>();
    if (!keys.isEmpty()) {
      ledger.decisions(names(keys)).forEach((id, all) -> told.put(RequestKey.parse(id), all));
    }
    return told;
  }

  private static List<String> names(Collection<RequestKey> keys) {
    return keys.stream().map(RequestKey::toString).toList();
  }

  private static Map<RequestKey, List<Event>> byRequest(List<Event> events) {
    return events.stream()
        .collect(Collectors.groupingBy(event -> RequestKey.parse(event.subject())));
  }

  /** The events of denials, by request. */
  Map<RequestKey, List<Event>> of(Collection<RequestKey> keys) {
    return keys.isEmpty() ? Map.of() : byRequest(ledger.denials(names(keys)));
  }

  /**
   * Whether a denial of a request has an event and no row; raises its alarm.
   *
   * @param told the events of decisions on this request
   * @param rows all decisions on it
   * @param again reads them again, when the alarm is checked later
   */
  boolean exist(
      RequestKey key,
      List<Event> told,
      List<JdbcApprovals.StoredDecision> rows,
      Supplier<List<JdbcApprovals.StoredDecision>> again) {
    boolean lost = isLost(told, rows);
    if (lost) {
      alarms.raise(
          "approval " + key,
          "The ledger recorded a denial of this request, and the table does not contain it. The request is not disclosed.",
          () -> isLost(of(List.of(key)).getOrDefault(key, List.of()), again.get()));
    }
    return lost;
  }

  private static boolean isLost(List<Event> told, List<JdbcApprovals.StoredDecision> rows) {
    List<JdbcApprovals.StoredDecision> denials =
        rows.stream().filter(row -> row.step().equals(Verb.DECLINE.name())).toList();
    List<String> stored =
        denials.stream()
            .map(JdbcApprovals.StoredDecision::signed)
            .map(signed -> signed == null ? "" : signed.hash())
            .toList();
    List<String> open =
        new ArrayList<>(
            told.stream()
                .filter(event -> event.verb() == Verb.DECLINE)
                .map(event -> event.facts().getOrDefault(STATEMENT, ""))
                .toList());
    stored.forEach(open::remove);
    return !open.isEmpty();
  }
}
