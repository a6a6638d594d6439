package countersign.delivery;

import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.request.AcknowledgementId;
import countersign.request.Actor;
import countersign.request.GroupId;
import countersign.request.OutgoingId;
import countersign.request.ReasonCode;
import countersign.request.ResponseId;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Requeues parked work whose cause is gone, so the person who lifts a stop or pins a new key does
 * not have to do it.
 */
final class ParkedWorkRequeue {
  private static final int MAX_RESUMED = 500;
  private static final String UNBLOCKED = "No stop or block applies any more.";

  private final Delivery.Parts parts;
  private final Work work;
  private final Predicate<Group> needsNoKey;
  private final Instant at;

  /**
   * Creates it for one call of {@link #resume}.
   *
   * @param needsNoKey whether nothing of a group has to be encrypted now
   */
  ParkedWorkRequeue(Delivery.Parts parts, Work work, Predicate<Group> needsNoKey, Instant at) {
    this.parts = parts;
    this.work = work;
    this.needsNoKey = needsNoKey;
    this.at = at;
  }

  void resume() {
    resumeUploads();
    resumeSealing(WorkQueue.ACKNOWLEDGE, this::hasAgencyKey);
    resumeSealing(WorkQueue.SEAL, this::haveOfficersKeys);
    resumeSealing(WorkQueue.RELEASE, this::canBeReleased);
  }

  private void resumeUploads() {
    for (Work.QueuedWork row : work.rows(WorkQueue.DELIVER, true, MAX_RESUMED)) {
      if (waited(row) && !parts.steps().dispatching().isHeldUp(OutgoingId.parse(row.id()))) {
        work.retry(WorkQueue.DELIVER, row.id(), Actor.GATEWAY, UNBLOCKED);
      }
    }
  }

  private static boolean waited(Work.QueuedWork row) {
    return row.cause() != null && ReleaseBlockers.CAUSES.contains(row.cause());
  }

  private void resumeSealing(WorkQueue queue, Predicate<String> hasKey) {
    for (Work.QueuedWork row : work.rows(queue, true, MAX_RESUMED)) {
      if (queue == WorkQueue.SEAL && waited(row)) {
        if (!parts.steps().dispatching().isHeldUp(OutgoingId.parse(row.id()))) {
          work.retry(queue, row.id(), Actor.GATEWAY, UNBLOCKED);
        }
      } else if (ReasonCode.D409_CRYPTO.name().equals(row.cause()) && hasKey.test(row.id())) {
        work.retry(queue, row.id(), Actor.GATEWAY, "A key can be used again.");
      }
    }
  }

  private boolean hasAgencyKey(String id) {
    return parts
        .acknowledgements()
        .find(AcknowledgementId.parse(id))
        .flatMap(row -> parts.keys().agency(row.partner(), at))
        .isPresent();
  }

  private boolean haveOfficersKeys(String id) {
    return parts
        .responses()
        .find(ResponseId.parse(id))
        .flatMap(response -> parts.keys().officers(response.officers(), response.agency(), at))
        .isPresent();
  }

  private boolean canBeReleased(String id) {
    return parts
        .groups()
        .find(GroupId.parse(id))
        .map(
            group ->
                needsNoKey.test(group)
                    || parts
                        .keys()
                        .officers(group.officers(), group.terms().agency(), at)
                        .isPresent())
        .orElse(true); // it is finished
  }
}
