package countersign.receipts;

import countersign.lifecycle.EveryMinute;
import countersign.lifecycle.Lifecycle;
import countersign.request.Actor;
import countersign.request.ReasonCode;
import countersign.request.Verb;
import countersign.stops.Stop;
import countersign.stops.Stops;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Blocks an agency of which an officer is overdue: a stop of the agency is set, which two people
 * lift, and each overdue item is recorded once in the ledger. A recall is left to counsel.
 */
final class OverdueAgencies implements EveryMinute {
  private static final Logger LOG = LoggerFactory.getLogger(OverdueAgencies.class);
  private static final int MOST = 10_000;

  private final DueItems due;
  private final JdbcOverdue rows;
  private final Stops stops;
  private final Lifecycle lifecycle;

  OverdueAgencies(DueItems due, JdbcOverdue rows, Stops stops, Lifecycle lifecycle) {
    this.due = due;
    this.rows = rows;
    this.stops = stops;
    this.lifecycle = lifecycle;
  }

  @Override
  public void run() {
    Map<String, List<DueItem>> agencies =
        due.within(0, MOST).stream()
            .filter(DueItem::overdue)
            .filter(item -> !rows.isTold(item))
            .collect(Collectors.groupingBy(DueItem::agency, TreeMap::new, Collectors.toList()));
    agencies.forEach(this::block);
  }

  /**
   * The stop comes first: after a crash in between, the same items set a second one, which is
   * lifted with the first.
   */
  private void block(String agency, List<DueItem> items) {
    ReasonCode code = code(items.get(0));
    stops.set(
        Stop.Scope.AGENCY,
        agency,
        Actor.GATEWAY,
        "%s  %d documents of officers are overdue. The page After delivery names them."
            .formatted(words(code), items.size()));
    for (DueItem item : items) {
      lifecycle.run(
          Actor.GATEWAY,
          change -> {
            rows.tell(item, change.now());
            change.event(
                Verb.HOLD,
                item.response(),
                Map.of(
                    "code", code(item).name(),
                    "officer", item.officer(),
                    "day", item.day().toString()));
          });
    }
    LOG.error(
        "{}  Agency {} is stopped: {} documents of its officers are overdue",
        code,
        agency,
        items.size());
  }

  /** The code of an overdue item. */
  static ReasonCode code(DueItem item) {
    return item.what() == DueItem.What.RECEIPT
        ? ReasonCode.S501_NO_RECEIPT
        : ReasonCode.S502_DISPOSITION_OVERDUE;
  }

  private static String words(ReasonCode code) {
    return code == ReasonCode.S502_DISPOSITION_OVERDUE
        ? code + ", " + ReasonCode.A103_SAFEGUARDS_NOT_MET
        : code.name();
  }
}
