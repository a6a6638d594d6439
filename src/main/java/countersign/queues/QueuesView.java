package countersign.queues;

import countersign.console.Caller;
import countersign.console.Timestamps;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.operations.BackgroundParts;
import countersign.operations.Inboxes;
import countersign.request.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the page of queues, parked work and inboxes shows, in words. Stateless. */
final class QueuesView {
  private final Clock clock;
  private final BackgroundParts parts;

  QueuesView(Clock clock, BackgroundParts parts) {
    this.clock = clock;
    this.parts = parts;
  }

  /**
   * The content of the page.
   *
   * @param away what keeps parts of the gateway from working now, in words; empty if all work
   * @param queues queues, in processing order
   * @param parked work that waits until a person requeues it
   * @param inboxes inboxes and the files that wait there
   * @param aside inbox entries that are set aside
   * @param mayRetry whether the reader may retry or discard parked work
   * @param at time at which the gateway read these values
   */
  record QueueLists(
      List<String> away,
      List<ListedQueue> queues,
      List<Parked> parked,
      List<ListedInbox> inboxes,
      List<Aside> aside,
      boolean mayRetry,
      Timestamps at) {}

  /** A queue. */
  record ListedQueue(
      String name,
      String what,
      String kind,
      long depth,
      @Nullable String oldest,
      @Nullable Timestamps waitsUntil,
      @Nullable Integer consumers,
      long waiting,
      long parked) {}

  /**
   * A unit of parked work.
   *
   * @param proposal the open proposal to seal it anew; null if there is none
   * @param reseal the reader's next step to have it sealed anew; null if there is none
   */
  record Parked(
      String queue,
      String id,
      @Nullable String cause,
      int attempts,
      Timestamps since,
      boolean discardable,
      @Nullable Proposal proposal,
      @Nullable String reseal) {}

  /** An open proposal to seal a response anew. */
  record Proposal(String by, Timestamps until) {}

  /** A partner's inbox. */
  record ListedInbox(
      String partner,
      int files,
      List<String> names,
      @Nullable Timestamps lookedAt,
      @Nullable String fault,
      List<String> missingFolders) {}

  /** An entry of an inbox that is set aside. */
  record Aside(String partner, String name, String cause, Timestamps since) {}

  /** The content of the page, for this reader. */
  QueueLists of(
      List<QueueJson> queues,
      List<ParkedWork.Seen> parked,
      List<Inboxes.PartnerInbox> inboxes,
      Caller reader) {
    return new QueueLists(
        parts.faults(),
        queues.stream().map(this::row).toList(),
        parked.stream().map(seen -> parked(seen, reader)).toList(),
        inboxes.stream().map(this::box).toList(),
        inboxes.stream().flatMap(this::aside).toList(),
        reader.is(Role.OPERATOR),
        Timestamps.at(clock.instant(), clock));
  }

  private ListedQueue row(QueueJson queue) {
    return new ListedQueue(
        queue.queue(),
        what(queue.queue()),
        kind(queue.kind()),
        queue.depth(),
        queue.oldestSeconds() == 0
            ? null
            : Timestamps.span(Duration.ofSeconds(queue.oldestSeconds())),
        Timestamps.of(queue.waitsUntil(), clock),
        isForPeople(queue) ? null : queue.consumers(),
        queue.waiting(),
        queue.parked());
  }

  private static boolean isForPeople(QueueJson queue) {
    return WorkQueue.Consumers.valueOf(queue.kind()) == WorkQueue.Consumers.PEOPLE;
  }

  private static String kind(String kind) {
    return switch (WorkQueue.Consumers.valueOf(kind)) {
      case PEOPLE -> "reviewers";
      case POLL -> "inbox poll";
      case QUEUE -> "the gateway";
    };
  }

  private static String what(String queue) {
    return switch (WorkOverview.queue(queue)) {
      case READ -> "received files that wait to be judged";
      case JUDGE -> "quarantined files that wait to be judged again";
      case ACKNOWLEDGE -> "acknowledgements that wait to be written";
      case LOOKUP -> "slices that wait for the look-up in the records";
      case ENDORSE -> "drafts that wait for a first reviewer";
      case COUNTERSIGN -> "endorsed drafts that wait for a second reviewer";
      case RELEASE -> "groups that wait for release";
      case SEAL -> "responses that wait to be sealed";
      case DELIVER -> "sealed files that wait for upload";
    };
  }

  private Parked parked(ParkedWork.Seen seen, Caller reader) {
    Work.QueuedWork row = seen.row();
    return new Parked(
        row.queue().queueName(),
        row.id(),
        row.cause(),
        row.attempts(),
        Timestamps.at(row.createdAt(), clock),
        row.queue().isDiscardable(),
        seen.proposed()
            .map(open -> new Proposal(open.by(), Timestamps.at(open.expiresAt(), clock)))
            .orElse(null),
        ResealActions.isPossible(row) ? ResealActions.step(reader, seen.proposed()) : null);
  }

  private ListedInbox box(Inboxes.PartnerInbox box) {
    return new ListedInbox(
        box.partner(),
        box.names().size(),
        box.names().stream().limit(10).toList(),
        Timestamps.of(box.lookedAt(), clock),
        box.fault(),
        box.missingFolders());
  }

  private Stream<Aside> aside(Inboxes.PartnerInbox box) {
    return box.aside().stream()
        .map(
            entry ->
                new Aside(
                    box.partner(),
                    entry.name(),
                    entry.cause(),
                    Timestamps.at(entry.since(), clock)));
  }
}
