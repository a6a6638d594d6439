package countersign.queues;

import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import countersign.sealing.Resealing;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form on the page of the queues with which two people have a response sealed anew. */
@Page
final class ResealPage {
  private final ResealActions reseals;
  private final DecisionKeys keys;
  private final QueuesPage queues;

  ResealPage(ResealActions reseals, DecisionKeys keys, QueuesPage queues) {
    this.reseals = reseals;
    this.keys = keys;
    this.queues = queues;
  }

  @PostMapping("/parked/reseal")
  String reseal(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      Resealing.Step done =
          keys.act(
              password,
              new Signed(Caller.of(who), Signature.REQUIRED, reason),
              caller -> reseals.take(id, reason, caller));
      return "redirect:/queues?done="
          + (done == Resealing.Step.PROPOSED ? "proposed" : "confirmed");
    } catch (ApiException exception) {
      response.setStatus(exception.status().value());
      model.addAttribute("fault", exception);
      return queues.show(null, model, who);
    }
  }
}
