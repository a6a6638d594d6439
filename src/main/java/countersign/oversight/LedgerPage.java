package countersign.oversight;

import countersign.access.Permission;
import countersign.console.Caller;
import countersign.console.Page;
import countersign.console.Timestamps;
import countersign.operations.LedgerCheck;
import countersign.request.Role;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page that shows whether the tables agree with the ledger. */
@Page
@RequestMapping("/ledger")
final class LedgerPage {
  private static final int SHOWN = 100;

  private final LedgerCheck check;
  private final Clock clock;

  LedgerPage(LedgerCheck check, Clock clock) {
    this.check = check;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param last the last result; null if this process has not finished a check
   * @param running whether a check runs now
   * @param mayStart whether the reader may start a check
   */
  record LedgerState(@Nullable Shown last, boolean running, boolean mayStart) {}

  /**
   * A finished check.
   *
   * @param lines the first differences, at most 100
   */
  record Shown(Timestamps at, String ledger, long findings, List<String> lines) {}

  @GetMapping
  String show(Model model, Authentication who) {
    Shown last =
        check
            .last()
            .map(
                known ->
                    new Shown(
                        Timestamps.at(known.at(), clock),
                        known.ledger(),
                        known.findings(),
                        known.lines().stream().limit(SHOWN).toList()))
            .orElse(null);
    Set<Role> roles = Set.copyOf(Caller.of(who).roles());
    model.addAttribute(
        "page",
        new LedgerState(
            last, check.isRunning(), roles.stream().anyMatch(Permission.CHECK_LEDGER::contains)));
    return "console/ledger";
  }

  @PostMapping("/check")
  String start() {
    check.start();
    return "redirect:/ledger";
  }
}
