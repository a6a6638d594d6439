package countersign.console;

import countersign.approval.Approvals;
import countersign.approval.WorkItem;
import countersign.request.RequestState;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page with the cases that wait for a reviewer or counsel. */
@Page
final class WorkListPage {
  private final Approvals approvals;
  private final Clock clock;

  WorkListPage(Approvals approvals, Clock clock) {
    this.approvals = approvals;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param cases waiting cases, oldest first
   * @param said message about the reader's last decision; null if there is none
   */
  record CaseList(List<ListedCase> cases, @Nullable String said) {}

  /**
   * A waiting case.
   *
   * @param fileId id of the file
   * @param requestId id of the request in the file
   * @param waitsFor decision for which the case waits
   * @param drafted time at which the draft was made
   * @param expires time at which the endorsement expires; null if the case has none
   */
  record ListedCase(
      String fileId,
      String requestId,
      String waitsFor,
      Timestamps drafted,
      @Nullable Timestamps expires) {}

  @GetMapping("/work-list")
  String show(
      @RequestParam(required = false) @Nullable RequestState done,
      @RequestParam(required = false) @Nullable String of,
      Model model,
      Authentication who) {
    List<ListedCase> rows =
        approvals.workList(Caller.of(who).reviewer()).stream().map(this::row).toList();
    model.addAttribute("page", new CaseList(rows, said(done, of)));
    return "console/work-list";
  }

  private ListedCase row(WorkItem item) {
    return new ListedCase(
        item.key().file().value(),
        item.key().requestId(),
        waitsFor(item.state()),
        Timestamps.at(item.draftedAt(), clock),
        Timestamps.of(item.expiresAt(), clock));
  }

  /** Uses the address's parameters only if they are a valid state and id. */
  private static @Nullable String said(@Nullable RequestState done, @Nullable String of) {
    String[] parts = of == null ? new String[0] : of.split("/", 2);
    if (done == null || parts.length != 2) {
      return null;
    }
    return PathIds.request(parts[0], parts[1])
        .map(key -> "Request %s is now %s.".formatted(key, done))
        .orElse(null);
  }

  static String waitsFor(RequestState state) {
    return switch (state) {
      case DRAFTED -> "first reviewer";
      case ENDORSED -> "countersigner";
      case COUNTERSIGNED -> "release";
      case DECLINED -> "second counsel";
      case REFUSED, HELD, TAKEN, UNMATCHED, EXPIRED, RELEASED, DELIVERED, RECALLED -> "no person";
    };
  }
}
