package countersign.console;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages on which people decide about a request that a rule held. */
@Page
@RequestMapping("/files/{fileId}/requests/{requestId}")
final class RequestDecisions {
  private final DecisionActions deciding;
  private final RulesPage pages;

  RequestDecisions(DecisionActions deciding, RulesPage pages) {
    this.deciding = deciding;
    this.pages = pages;
  }

  @PostMapping("/{decision:take|refuse}")
  String decide(
      @PathVariable String fileId,
      @PathVariable String requestId,
      @PathVariable String decision,
      @RequestParam(required = false) @Nullable String reason,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      if (decision.equals("take")) {
        deciding.take(fileId, requestId, Caller.of(who), reason);
      } else {
        deciding.deny(fileId, requestId, Caller.of(who), reason);
      }
      return "redirect:/requests/{fileId}/{requestId}/rules";
    } catch (ApiException exception) {
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return pages.show(fileId, requestId, model, who);
    }
  }
}
