package countersign.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the ledger and proves what stands in it. */
public interface LedgerReader {

  /** The newest checkpoint; empty before the first event was sealed. */
  Optional<Checkpoint> latest();

  /** The event's place in the tree, from 0; empty while the sealer has not seen it. */
  OptionalLong leafIndexOf(EventRef event);

  /**
   * The first checkpoint that partners may be told of and that covers the event; empty while there
   * is none. In production its size is a multiple of 1,024, whatever else has happened, so that it
   * does not tell how many people decided about how many requests.
   */
  Optional<Checkpoint> publicCovering(EventRef event);

  /**
   * That the event at {@code index} is in the log of {@code size} events.
   *
   * @throws IllegalArgumentException if the log never was that long, or the index is beyond it
   */
  InclusionProof inclusion(long index, long size);

  /**
   * That the log of {@code from} events is a prefix of that of {@code to}.
   *
   * @throws IllegalArgumentException if {@code from} is 0 or above {@code to}, or {@code to} above
   *     what there is
   */
  ConsistencyProof consistency(long from, long to);

  /** What happened to a subject, oldest first; sealed or not. */
  List<Event> history(String subject);
}
