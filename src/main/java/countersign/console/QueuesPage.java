package countersign.console;

import countersign.lifecycle.Stage;
import countersign.lifecycle.Work;
import countersign.operations.Inboxes;
import countersign.operations.Operations;
import countersign.request.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Queues and people beside each other, parked work, inboxes. */
@Page
final class QueuesPage {
  private final Stages stages;
  private final Operations operations;
  private final Inboxes inboxes;
  private final Clock clock;

  QueuesPage(Stages stages, Operations operations, Inboxes inboxes, Clock clock) {
    this.stages = stages;
    this.operations = operations;
    this.inboxes = inboxes;
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param stages in the order of the way
   * @param parked what only a person can set going again
   * @param inboxes what waits there
   * @param mayRetry whether the reader may
   * @param at when all this was so
   */
  record View(
      List<Row> stages, List<Parked> parked, List<Box> inboxes, boolean mayRetry, Moment at) {}

  /** One stage. */
  record Row(
      String name,
      String what,
      String kind,
      long depth,
      @Nullable String oldest,
      @Nullable Integer consumers,
      long waiting,
      long parked) {}

  /** One piece of parked work. */
  record Parked(String queue, String id, @Nullable String cause, int attempts, Moment since) {}

  /** One inbox. */
  record Box(
      String partner,
      int files,
      List<String> names,
      @Nullable Moment lookedAt,
      @Nullable String fault) {}

  @GetMapping("/queues")
  String show(
      @RequestParam(required = false) @Nullable String done, Model model, Authentication who) {
    List<Row> rows = stages.all().stream().map(QueuesPage::row).toList();
    List<Parked> parked = operations.parked().stream().map(this::parked).toList();
    List<Box> boxes = inboxes.look().stream().map(this::box).toList();
    boolean mayRetry = Caller.of(who).is(Role.OPERATOR);
    model.addAttribute(
        "page", new View(rows, parked, boxes, mayRetry, Moment.at(clock.instant(), clock)));
    model.addAttribute("said", said(done));
    return "console/queues";
  }

  @PostMapping("/parked/{step}")
  String decide(ParkedForm form, Model model, Authentication who, HttpServletResponse response) {
    try {
      boolean done = form.decide(operations, Caller.of(who));
      return "redirect:/queues?done=" + (done ? form.step() : "overtaken");
    } catch (Fault fault) {
      response.setStatus(fault.status().value());
      model.addAttribute("fault", fault);
      return show(null, model, who);
    }
  }

  /** What the form of a parked item carries. */
  record ParkedForm(
      String step, @Nullable String queue, @Nullable String id, @Nullable String reason) {
    boolean decide(Operations operations, Caller caller) {
      String which = id == null ? "" : id;
      return switch (step) {
        case "retry" ->
            operations.retry(Stages.stage(queue), which, caller.actor(), Reasons.given(reason));
        case "discard" ->
            operations.discard(Stages.stage(queue), which, caller.actor(), Reasons.given(reason));
        default -> throw Fault.of(Refusal.C404_UNKNOWN, "There is no such step.");
      };
    }
  }

  private static @Nullable String said(@Nullable String done) {
    if ("retry".equals(done)) {
      return "It was set going again.";
    }
    if ("discard".equals(done)) {
      return "It was discarded: nobody tries it again.";
    }
    return "overtaken".equals(done) ? "It was not parked any more. Nothing was changed." : null;
  }

  private static Row row(QueueJson queue) {
    return new Row(
        queue.queue(),
        what(queue.queue()),
        kind(queue.kind()),
        queue.depth(),
        queue.depth() == 0 ? null : Moment.span(Duration.ofSeconds(queue.oldestSeconds())),
        queue.consumers(),
        queue.waiting(),
        queue.parked());
  }

  private static String kind(String kind) {
    return switch (Stage.Consumers.valueOf(kind)) {
      case PEOPLE -> "people";
      case POLL -> "poll of the inbox";
      case QUEUE -> "queue";
    };
  }

  private static String what(String stage) {
    return switch (Stages.stage(stage)) {
      case READ -> "received files to be judged";
      case JUDGE -> "quarantined files to be opened again";
      case ACKNOWLEDGE -> "acknowledgements to be written";
      case LOOKUP -> "slices to be looked up";
      case ENDORSE -> "drafts for a first reviewer";
      case COUNTERSIGN -> "endorsed drafts for another person";
      case RELEASE -> "groups to be released";
      case SEAL -> "responses to be sealed";
      case DELIVER -> "sealed files to be uploaded";
    };
  }

  private Parked parked(Work.Row row) {
    return new Parked(
        row.stage().word(),
        row.id(),
        row.cause(),
        row.attempts(),
        Moment.at(row.createdAt(), clock));
  }

  private Box box(Inboxes.Inbox box) {
    return new Box(
        box.partner(),
        box.names().size(),
        box.names().stream().limit(10).toList(),
        Moment.of(box.lookedAt(), clock),
        box.fault());
  }
}
