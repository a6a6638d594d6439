package countersign.console;

import countersign.access.Permission;
import countersign.intake.HeldFiles;
import countersign.operations.FileStatus;
import countersign.request.FileState;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages on which people decide about a file that waits for them. */
@Page
@RequestMapping("/files/{fileId}")
final class FileDecisions {
  private final DecisionActions deciding;
  private final FilesPage pages;

  FileDecisions(DecisionActions deciding, FilesPage pages) {
    this.deciding = deciding;
    this.pages = pages;
  }

  /** A decision that may throw an {@link ApiException}. */
  private interface Step {
    void take();
  }

  /**
   * Adds to the model which forms the page offers.
   *
   * @param obstacle the reason why the file cannot be taken now; empty if it can
   */
  static void offer(
      Model model, FileStatus file, Optional<HeldFiles.Obstacle> obstacle, Caller caller) {
    boolean quarantined = file.state() == FileState.QUARANTINED;
    boolean waits = quarantined || file.state() == FileState.HELD;
    boolean decides = waits && Permission.DECIDE.stream().anyMatch(caller::is);
    model.addAttribute("mayDeny", decides);
    model.addAttribute("mayTake", decides && obstacle.isEmpty());
    model.addAttribute("obstacle", waits ? obstacle.orElse(null) : null);
    model.addAttribute("mayStop", Permission.mayGet("/stops/new", caller.roles()));
    model.addAttribute("mayVeto", caller.is(countersign.request.Role.COUNSEL));
    model.addAttribute("mayJudge", quarantined && caller.is(countersign.request.Role.OPERATOR));
  }

  @PostMapping("/take")
  String take(
      @PathVariable String fileId,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    return decide(
        () -> deciding.take(fileId, Caller.of(who), reason), fileId, model, who, response);
  }

  @PostMapping("/refuse")
  String deny(
      @PathVariable String fileId,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    return decide(
        () -> deciding.deny(fileId, Caller.of(who), reason), fileId, model, who, response);
  }

  @PostMapping("/judge")
  String judge(
      @PathVariable String fileId,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    return decide(
        () -> deciding.judgeAgain(fileId, Caller.of(who), reason), fileId, model, who, response);
  }

  private String decide(
      Step step, String fileId, Model model, Authentication who, HttpServletResponse response) {
    try {
      step.take();
      return "redirect:/files/{fileId}";
    } catch (ApiException exception) {
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return pages.one(fileId, 1, model, who);
    }
  }
}
