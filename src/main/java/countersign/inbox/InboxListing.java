package countersign.inbox;

import java.util.List;

/**
 * What a server listed in an inbox.
 *
 * @param entries the entries that the gateway does not ignore
 * @param complete false if the server ended the listing early, so that entries may be missing
 */
record InboxListing(List<InboxEntry> entries, boolean complete) {
  InboxListing {
    entries = List.copyOf(entries);
  }
}
