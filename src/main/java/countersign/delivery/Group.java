package countersign.delivery;

import countersign.request.FileId;
import countersign.request.GroupId;
import countersign.stops.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests of a file that have the same officers and were taken together, with their progress.
 *
 * @param id {@code fileId/g1}
 * @param file the file
 * @param terms the agreement, the agency and the partner
 * @param officers the officers' ids, sorted
 * @param clock the times at which the group began and must end
 * @param progress the progress of its requests
 */
record Group(
    GroupId id, FileId file, Terms terms, List<String> officers, Timing clock, Progress progress) {
  Group {
    officers = List.copyOf(officers);
  }

  /** The values that a stop is compared with. */
  Stop.Disclosure disclosure() {
    return new Stop.Disclosure(
        terms.agreement(), terms.agency(), file.value(), terms.receivedAt(), Set.copyOf(officers));
  }

  /**
   * The agreement, the agency and the partner.
   *
   * @param agreement the agreement's id
   * @param agency the requesting agency
   * @param partner the partner whose outbox receives the responses
   * @param receivedAt the time at which the file was picked up
   */
  record Terms(String agreement, String agency, String partner, Instant receivedAt) {}

  /**
   * The times of a group.
   *
   * @param startedAt the delivery of the acknowledgement that reports the requests as taken
   * @param answerBy the deadline; the first release at or after it is the last of the group
   * @param lastReleasedAt the release of the newest response that was not withdrawn; null if none
   */
  record Timing(Instant startedAt, Instant answerBy, @Nullable Instant lastReleasedAt) {}

  /**
   * The progress of a group's requests.
   *
   * @param firstReadyAt the earliest countersignature of a request in state COUNTERSIGNED; null if
   *     there is none
   * @param undecided whether a request is TAKEN, DRAFTED or ENDORSED
   * @param open whether a request is in no response yet
   * @param underWay whether a response of the group is released but not delivered
   */
  record Progress(
      @Nullable Instant firstReadyAt, boolean undecided, boolean open, boolean underWay) {}
}
