package countersign.casework;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Forms on the pages of the desk: claim a case, give it back, keep a text. */
@Page
@RequestMapping("/requests/{fileId}/{requestId}")
final class CaseClaims {
  private static final String CASE = "redirect:/requests/{fileId}/{requestId}";

  private final DeskActions desk;

  CaseClaims(DeskActions desk) {
    this.desk = desk;
  }

  /**
   * What the form of a decision carries beside its buttons. Without scripts the whole form comes
   * when a text is kept; only the step and the reason count then.
   *
   * @param step the step that the form was made for
   */
  record Written(
      @Nullable String step,
      @Nullable String reason,
      @Nullable String draftSha256,
      @Nullable Boolean identifiesInformant,
      @Nullable Boolean impairsInvestigation) {
    ClaimJson.Kept kept() {
      String purpose =
          switch (step == null ? "" : step) {
            case "endorse" -> "ENDORSE";
            case "countersign" -> "COUNTERSIGN";
            case "lift", "reconsider" -> "LIFT";
            default -> "DENY";
          };
      return new ClaimJson.Kept(purpose, reason);
    }

    /** Does not contain the reason. */
    @Override
    public String toString() {
      return "a text";
    }
  }

  /**
   * Claims the case and opens it.
   *
   * @throws ApiException if the reader cannot have it; an error page shows why
   */
  @PostMapping("/claim")
  String claim(@PathVariable String fileId, @PathVariable String requestId, Authentication who) {
    desk.claim(fileId, requestId, Caller.of(who));
    return CASE;
  }

  @PostMapping("/unclaim")
  String unclaim(@PathVariable String fileId, @PathVariable String requestId, Authentication who) {
    desk.unclaim(fileId, requestId, Caller.of(who));
    return "redirect:/work-list";
  }

  /** Keeps the text; a script gets a short word, a plain form the case again. */
  @PostMapping("/reasons")
  String keep(
      @PathVariable String fileId,
      @PathVariable String requestId,
      Written written,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
      Model model,
      Authentication who) {
    desk.keep(fileId, requestId, Caller.of(who), written.kept());
    return script == null ? CASE : "console/parts :: kept";
  }
}
