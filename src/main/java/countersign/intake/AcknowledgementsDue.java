package countersign.intake;

import countersign.lifecycle.Change;
import countersign.request.FileId;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells the package {@code delivery} that a file needs an acknowledgement. Every write runs in the
 * caller's change.
 */
public interface AcknowledgementsDue {

  /**
   * Requests an acknowledgement of what has changed in a file. An unsealed acknowledgement will
   * contain the change; if there is none, the next one is queued. From the third on, a file gets at
   * most one acknowledgement an hour.
   *
   * @param partner the receiver
   * @param takes whether requests were newly taken
   */
  void due(Change change, FileId file, String partner, boolean takes);

  /**
   * Delivers the same bytes of the last acknowledgement that was delivered again, because the file
   * came again. One that is not delivered yet comes anyway.
   */
  void again(Change change, FileId file);

  /**
   * The date of the newest acknowledgement of taken requests.
   *
   * @return empty if there is none, or while one of them has not been delivered
   */
  Optional<Instant> takenAt(FileId file);
}
