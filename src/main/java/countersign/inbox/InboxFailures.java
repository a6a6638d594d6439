package countersign.inbox;

import java.util.Collection;
import java.util.List;

/** The entries of the partners' inboxes that could not be fetched or moved, kept over a restart. */
interface InboxFailures {

  /** Every entry of a partner's inbox that failed, the oldest failure first. */
  List<InboxFailure> of(String partner);

  /**
   * Stores what a poll found. COMMITS.
   *
   * @param failed entries that failed
   * @param mended names of entries that have left the inbox or did not fail this time
   */
  void store(String partner, Collection<InboxFailure> failed, Collection<String> mended);
}
