package countersign.casework;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.Page;
import countersign.intake.HeldList;
import countersign.request.RequestState;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with the cases that wait for a reviewer or counsel, and with what is held. */
@Page
final class WorkListPage {
  private static final int MOST_HELD = 100;

  private final DeskActions desk;
  private final HeldList held;
  private final WorkListView view;
  private final Clock clock;

  WorkListPage(DeskActions desk, HeldList held, Clock clock) {
    this.desk = desk;
    this.held = held;
    this.view = new WorkListView(clock);
    this.clock = clock;
  }

  @GetMapping("/work-list")
  String show(
      @RequestParam(required = false) @Nullable RequestState done,
      @RequestParam(required = false) @Nullable String of,
      @RequestParam(required = false) @Nullable Integer from,
      WorkListFilter filter,
      Model model,
      Authentication who) {
    int first = from == null ? 1 : Math.max(1, from);
    return show(new WorkListView.Shown(said(done, of, Caller.of(who)), first, filter), model, who);
  }

  private String show(WorkListView.Shown shown, Model model, Authentication who) {
    Caller caller = Caller.of(who);
    Instant now = clock.instant();
    model.addAttribute(
        "page",
        view.of(
            desk.mine(caller),
            desk.list(caller, shown.filter().ofCases(now)),
            shown.filter().ofHeld(now).map(one -> held.list(MOST_HELD, one)).orElse(List.of()),
            shown,
            caller));
    return "console/work-list";
  }

  /** Claims the next case that the filter shows, and opens it. */
  @PostMapping("/work-list/next")
  String next(
      WorkListFilter filter, Model model, Authentication who, HttpServletResponse response) {
    try {
      return desk.next(Caller.of(who), filter.ofCases(clock.instant()))
          .map(claimed -> "redirect:/requests/" + claimed.claim().key())
          .orElseGet(() -> show(first("No case is left that waits for you.", filter), model, who));
    } catch (ApiException fault) {
      response.setStatus(fault.status().value());
      model.addAttribute("fault", fault);
      return show(first(null, filter), model, who);
    }
  }

  private static WorkListView.Shown first(@Nullable String said, WorkListFilter filter) {
    return new WorkListView.Shown(said, 1, filter);
  }

  /** Says nothing unless the reader decided the request that the address names. */
  private @Nullable String said(@Nullable RequestState done, @Nullable String of, Caller caller) {
    String[] parts = of == null ? new String[0] : of.split("/", 2);
    if (done == null || parts.length != 2) {
      return null;
    }
    return desk.decided(parts[0], parts[1], caller).orElse(null);
  }
}
