package countersign.queues;

import countersign.accounts.AccessRecord.Sight;
import countersign.console.AccessRecords;
import countersign.lifecycle.Work;
import countersign.operations.Operations;
import countersign.sealing.Resealing;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** The parked work as a person sees it, which is recorded. Stateless. */
final class ParkedWork {
  private final Operations operations;
  private final AccessRecords records;
  private final ResealActions reseals;

  ParkedWork(Operations operations, AccessRecords records, ResealActions reseals) {
    this.operations = operations;
    this.records = records;
    this.reseals = reseals;
  }

  /** A unit of parked work with the open proposal to seal it anew. */
  record Seen(Work.QueuedWork row, Optional<Resealing.Proposed> proposed) {}

  /** All parked work; records that this person saw it. */
  List<Seen> seenBy(Authentication who) {
    List<Work.QueuedWork> rows = operations.parked();
    records.saw(who, Sight.PARKED, rows.stream().map(Work.QueuedWork::id).distinct().toList());
    return rows.stream().map(row -> new Seen(row, reseals.proposed(row))).toList();
  }
}
