package countersign.followup;

import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls for recalls. */
@RestController
@RequestMapping(path = "/api/v1/recalls", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Recalls", description = "Two people, one of them counsel, call back what left")
final class RecallsApi {
  private final RecallActions actions;
  private final DecisionKeys keys;

  RecallsApi(RecallActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  @GetMapping
  @Operation(summary = "Lists every recall and proposal, the newest first, with its certificates")
  List<RecallJson> all() {
    return actions.all();
  }

  @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Lists what left and would be recalled, with proofs; recalls nothing")
  List<RecallJson.Sent> preview(@RequestBody RecallJson.Wanted wanted) {
    return actions.preview(wanted);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Proposes a recall; 409 if nothing that left is selected")
  RecallJson propose(
      @RequestBody RecallJson.Wanted wanted, HttpServletRequest call, Authentication who) {
    return keys.act(
        call,
        new Signed(Caller.of(who), Signature.REQUIRED, wanted.reason()),
        caller -> actions.propose(wanted, caller));
  }

  @PostMapping(path = "/{id}/confirm", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Confirms a recall within 24 hours: sets a stop and sends one notice for each response. 409 if the caller proposed it or neither of the two is counsel")
  RecallJson confirm(
      @PathVariable long id,
      @RequestBody RecallJson.Confirmation confirmation,
      HttpServletRequest call,
      Authentication who) {
    return keys.act(
        call,
        new Signed(Caller.of(who), Signature.REQUIRED, confirmation.reason()),
        caller -> actions.confirm(id, confirmation, caller));
  }
}
