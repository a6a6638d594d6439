package countersign.delivery;

import countersign.authority.Stop;
import countersign.request.FileId;
import countersign.request.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Requests of a file that share their officers and were taken together, and how far they are.
 *
 * @param id {@code fileId/g1}
 * @param file the file
 * @param terms under whose agreement, for whom
 * @param officers ids, sorted
 * @param clock when it began and must end
 * @param progress where its requests stand
 */
record Group(
    GroupId id, FileId file, Terms terms, List<String> officers, Timing clock, Progress progress) {
  Group {
    officers = List.copyOf(officers);
  }

  /** What a stop may cover of it. */
  Stop.Way way() {
    return new Stop.Way(terms.agreement(), terms.agency(), file.value(), Set.copyOf(officers));
  }

  /**
   * Under whose agreement and for whom.
   *
   * @param agreement id
   * @param agency who asked
   * @param partner whose outbox
   */
  record Terms(String agreement, String agency, String partner) {}

  /**
   * When it began and must end.
   *
   * @param startedAt delivery of the acknowledgement that says it was taken
   * @param answerBy from when on the next release is its last
   * @param lastReleasedAt its newest response that was not withdrawn; null: none yet
   */
  record Timing(Instant startedAt, Instant answerBy, @Nullable Instant lastReleasedAt) {}

  /**
   * Where its requests stand.
   *
   * @param firstReadyAt when the oldest countersigned one was countersigned; null: none is ready
   * @param undecided whether some is TAKEN, DRAFTED or ENDORSED
   * @param open whether some is in no response yet
   * @param underWay whether a response of it is released and not delivered
   */
  record Progress(
      @Nullable Instant firstReadyAt, boolean undecided, boolean open, boolean underWay) {}
}
