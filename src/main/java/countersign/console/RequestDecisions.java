package countersign.console;

import countersign.console.DecisionKeys.Signed;
import countersign.reviewdesk.KeptTexts;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages on which people decide about a request that a rule held. */
@Page
@RequestMapping("/files/{fileId}/requests/{requestId}")
final class RequestDecisions {
  private final DecisionActions deciding;
  private final DecisionKeys keys;
  private final RulesPage pages;
  private final KeptTexts texts;

  RequestDecisions(DecisionActions deciding, DecisionKeys keys, RulesPage pages, KeptTexts texts) {
    this.texts = texts;
    this.deciding = deciding;
    this.keys = keys;
    this.pages = pages;
  }

  /** A decision about a held request. */
  private record Held(String fileId, String requestId, String decision) {}

  private void decide(Held held, Caller caller, @Nullable String reason) {
    if (held.decision().equals("take")) {
      deciding.take(held.fileId(), held.requestId(), caller, reason);
    } else {
      deciding.deny(held.fileId(), held.requestId(), caller, reason);
    }
  }

  @PostMapping("/{decision:take|refuse}")
  String decide(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @PathVariable String decision,
      FileDecisions.Written written,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    String form = "/files/%s/requests/%s/%s".formatted(fileId, requestId, decision);
    try {
      keys.act(
          written.password(),
          new Signed(Caller.of(who), FileDecisions.signature(decision), written.reason()),
          caller -> {
            decide(new Held(fileId, requestId, decision), caller, written.reason());
            return decision;
          });
      texts.accepted(form, who.getName());
      return "redirect:/requests/{fileId}/{requestId}/rules";
    } catch (ApiException exception) {
      texts.refused(form, who.getName(), written.reason());
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return pages.show(fileId, requestId, model, who);
    }
  }
}
