package countersign.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits in the partners' inboxes, as of the last look. A port: its adapter lives where SFTP is
 * known.
 */
@FunctionalInterface
public interface Inboxes {

  /** Every partner's inbox, by partner. */
  List<Inbox> look();

  /**
   * One partner's inbox.
   *
   * @param partner whose
   * @param names of the files that wait, oldest first; names of other shapes are counted only
   * @param lookedAt when it was last looked into; null: not since the start
   * @param fault one word for why it cannot be looked into now; null if it can
   */
  record Inbox(
      String partner, List<String> names, @Nullable Instant lookedAt, @Nullable String fault) {
    /** Copies the names. */
    public Inbox {
      names = List.copyOf(names);
    }
  }
}
