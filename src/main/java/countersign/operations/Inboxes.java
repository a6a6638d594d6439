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

  /** Every partner's inbox, sorted by partner. */
  List<PartnerInbox> look();

  /**
   * One partner's inbox.
   *
   * @param partner id of the partner
   * @param names names of the waiting files, sorted; names that are not valid file names of the
   *     exchange are left out
   * @param lookedAt time of the last poll; null if there was none since the start
   * @param fault one word that says why the inbox cannot be polled; null if it can
   */
  record PartnerInbox(
      String partner, List<String> names, @Nullable Instant lookedAt, @Nullable String fault) {
    /** Makes an immutable copy of the names. */
    public PartnerInbox {
      names = List.copyOf(names);
    }
  }
}
