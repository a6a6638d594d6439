package countersign.console;

import countersign.access.Permission;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.intake.HeldDecisions;
import countersign.operations.FileStatus;
import countersign.request.FileState;
import countersign.reviewdesk.KeptTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages on which people decide about a file that waits for them. */
@Page
@RequestMapping("/files/{fileId}")
final class FileDecisions {
  private final DecisionActions deciding;
  private final DecisionKeys keys;
  private final FilesPage pages;
  private final KeptTexts texts;

  FileDecisions(DecisionActions deciding, DecisionKeys keys, FilesPage pages, KeptTexts texts) {
    this.texts = texts;
    this.deciding = deciding;
    this.keys = keys;
    this.pages = pages;
  }

  /** What a person writes into the form of a decision. */
  record Written(@Nullable String reason, @Nullable String password) {
    /** Contains neither the password nor the reason. */
    @Override
    public String toString() {
      return "a decision";
    }
  }

  /**
   * Adds to the model which forms the page offers.
   *
   * @param obstacle the reason why the file cannot be taken now; empty if it can
   */
  static void offer(
      Model model, FileStatus file, Optional<HeldDecisions.Obstacle> obstacle, Caller caller) {
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

  @PostMapping("/{decision:take|refuse|judge}")
  String decide(
      @PathVariable String fileId,
      @PathVariable String decision,
      Written written,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    String form = "/files/" + fileId + "/" + decision;
    try {
      keys.act(
          written.password(),
          new Signed(Caller.of(who), signature(decision), written.reason()),
          caller -> done(fileId, decision, caller, written.reason()));
      texts.accepted(form, who.getName());
      return "redirect:/files/{fileId}";
    } catch (ApiException exception) {
      texts.refused(form, who.getName(), written.reason());
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return pages.one(fileId, 1, model, who);
    }
  }

  /** Taking lets something go on; the other decisions do not. */
  static Signature signature(String decision) {
    return decision.equals("take") ? Signature.REQUIRED : Signature.IF_ENROLLED;
  }

  private String done(String fileId, String decision, Caller caller, @Nullable String reason) {
    switch (decision) {
      case "take" -> deciding.take(fileId, caller, reason);
      case "refuse" -> deciding.deny(fileId, caller, reason);
      default -> deciding.judgeAgain(fileId, caller, reason);
    }
    return decision;
  }
}
