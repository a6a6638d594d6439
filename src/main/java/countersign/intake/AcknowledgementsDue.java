package countersign.intake;

import countersign.lifecycle.Change;
import countersign.request.FileId;
import java.time.Instant;
import java.util.Optional;

/**
 * What intake tells the package that writes and sends acknowledgements, and what it asks of it.
 * Every write runs in the caller's change.
 */
public interface AcknowledgementsDue {

  /**
   * Something about a file is to be acknowledged. An acknowledgement that is still to be sealed
   * will say it, else the next one is put in; a third and later one leaves at most once an hour.
   *
   * @param partner who is told
   * @param takes whether requests were newly taken
   */
  void due(Change change, FileId file, String partner, boolean takes);

  /** The file was sent again: its newest acknowledgement is delivered again, the same bytes. */
  void again(Change change, FileId file);

  /**
   * The date of the newest acknowledgement that says that requests were taken.
   *
   * @return empty while one of these has not been delivered, or if there is none
   */
  Optional<Instant> takenAt(FileId file);
}
