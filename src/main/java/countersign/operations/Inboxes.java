package countersign.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files in the partners' inboxes at the last poll. A port; the adapter is in the package that
 * uses SFTP.
 */
@FunctionalInterface
public interface Inboxes {
  /** The fault of a partner one of whose routes does not run. */
  String ROUTE_NOT_STARTED = "ROUTE_NOT_STARTED";

  /** Every partner's inbox, sorted by partner. */
  List<PartnerInbox> look();

  /**
   * One partner's inbox.
   *
   * @param partner id of the partner
   * @param names names of the waiting files, sorted; names that are not valid file names of the
   *     exchange are left out
   * @param lookedAt time of the last poll; null if there was none since the start
   * @param fault one word that says why the inbox cannot be polled or a file cannot leave it; null
   *     if there is no fault
   * @param missingFolders names of the partner's folders that the last poll did not find, sorted
   * @param aside entries that could not be fetched or moved in three tries, and delay no other file
   *     any more; the oldest first
   */
  record PartnerInbox(
      String partner,
      List<String> names,
      @Nullable Instant lookedAt,
      @Nullable String fault,
      List<String> missingFolders,
      List<Aside> aside) {
    /** Makes immutable copies of the lists. */
    public PartnerInbox {
      names = List.copyOf(names);
      missingFolders = List.copyOf(missingFolders);
      aside = List.copyOf(aside);
    }

    /** A partner of which nothing else is known. */
    public static PartnerInbox faulty(String partner, String fault) {
      return new PartnerInbox(partner, List.of(), null, fault, List.of(), List.of());
    }

    /** The same with another fault. */
    public PartnerInbox with(String other) {
      return new PartnerInbox(partner, names, lookedAt, other, missingFolders, aside);
    }
  }

  /**
   * An entry of an inbox that is set aside.
   *
   * @param name its name if that is a published one, otherwise a name made from the hash of its
   *     name
   * @param cause one word that says why it could not be fetched or moved
   * @param since time of the first attempt
   */
  record Aside(String name, String cause, Instant since) {}
}
