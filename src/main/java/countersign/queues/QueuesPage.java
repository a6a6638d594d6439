package countersign.queues;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import countersign.console.WrittenReason;
import countersign.operations.Inboxes;
import countersign.operations.Operations;
import jakarta.servlet.http.HttpServletResponse;
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
  private final QueuesView view;

  QueuesPage(
      WorkOverview overview,
      Operations operations,
      Inboxes inboxes,
      DecisionKeys keys,
      ParkedWork parked,
      QueuesView view) {
    this.parked = parked;
    this.overview = overview;
    this.operations = operations;
    this.inboxes = inboxes;
    this.keys = keys;
    this.view = view;
  }

  @GetMapping("/queues")
  String show(
      @RequestParam(required = false) @Nullable String done, Model model, Authentication who) {
    Caller reader = Caller.of(who);
    model.addAttribute(
        "page", view.of(overview.all(reader), parked.seenBy(who), inboxes.look(), reader));
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
}
