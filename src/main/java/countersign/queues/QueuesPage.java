package countersign.queues;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import countersign.console.Timestamps;
import countersign.console.WrittenReason;
import countersign.lifecycle.Work;
import countersign.lifecycle.WorkQueue;
import countersign.operations.Inboxes;
import countersign.operations.Operations;
import countersign.request.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that shows queues, work that waits for people, parked work and inboxes. */
@Page
final class QueuesPage {
  private final WorkOverview overview;
  private final Operations operations;
  private final Inboxes inboxes;
  private final DecisionKeys keys;
  private final ParkedWork parked;
  private final Clock clock;

  QueuesPage(
      WorkOverview overview,
      Operations operations,
      Inboxes inboxes,
      DecisionKeys keys,
      ParkedWork parked,
      Clock clock) {
    this.parked = parked;
    this.overview = overview;
    this.operations = operations;
    this.inboxes = inboxes;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param queues queues, in processing order
   * @param parked work that waits until a person requeues it
   * @param inboxes inboxes and the files that wait there
   * @param aside inbox entries that are set aside
   * @param mayRetry whether the reader may retry or discard parked work
   * @param at time at which the gateway read these values
   */
  record QueueLists(
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

  @GetMapping("/queues")
  String show(
      @RequestParam(required = false) @Nullable String done, Model model, Authentication who) {
    Caller reader = Caller.of(who);
    List<ListedQueue> rows = overview.all(reader).stream().map(this::row).toList();
    List<Parked> items = parked.seenBy(who).stream().map(seen -> parked(seen, reader)).toList();
    List<Inboxes.PartnerInbox> seen = inboxes.look();
    List<ListedInbox> boxes = seen.stream().map(this::box).toList();
    List<Aside> aside = seen.stream().flatMap(this::aside).toList();
    boolean mayRetry = reader.is(Role.OPERATOR);
    model.addAttribute(
        "page",
        new QueueLists(rows, items, boxes, aside, mayRetry, Timestamps.at(clock.instant(), clock)));
    model.addAttribute("said", said(done));
    return "console/queues";
  }

  @PostMapping("/parked/{step}")
  String decide(ParkedForm form, Model model, Authentication who, HttpServletResponse response) {
    try {
      boolean done =
          keys.act(
              form.password(),
              new Signed(Caller.of(who), Signature.IF_ENROLLED, form.reason()),
              caller -> form.decide(operations, caller));
      return "redirect:/queues?done=" + (done ? form.step() : "overtaken");
    } catch (ApiException exception) {
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return show(null, model, who);
    }
  }

  /** The form of a parked item. */
  record ParkedForm(
      String step,
      @Nullable String queue,
      @Nullable String id,
      @Nullable String reason,
      @Nullable String password) {
    /** Contains neither the password nor the reason. */
    @Override
    public String toString() {
      return step + " " + id;
    }

    boolean decide(Operations operations, Caller caller) {
      String which = id == null ? "" : WrittenReason.text(id);
      return switch (step) {
        case "retry" ->
            operations.retry(
                WorkOverview.queue(queue), which, caller.actor(), WrittenReason.given(reason));
        case "discard" ->
            QueuesApi.discarded(
                operations,
                WorkOverview.queue(queue),
                which,
                caller.actor(),
                WrittenReason.given(reason));
        default ->
            throw ApiException.of(ConsoleRefusal.C404_UNKNOWN, "This action does not exist.");
      };
    }
  }

  private static @Nullable String said(@Nullable String done) {
    if ("retry".equals(done)) {
      return "Requeued.";
    }
    if ("discard".equals(done)) {
      return "Discarded. The gateway does not try it again.";
    }
    if ("proposed".equals(done)) {
      return "Proposed. The privacy officer or counsel confirms it within 24 hours.";
    }
    if ("confirmed".equals(done)) {
      return "Confirmed. The gateway seals the response anew.";
    }
    return "overtaken".equals(done) ? "This work was no longer parked. Nothing was changed." : null;
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
        queue.consumers(),
        queue.waiting(),
        queue.parked());
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
