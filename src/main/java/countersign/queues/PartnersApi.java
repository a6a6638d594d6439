package countersign.queues;

import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import countersign.operations.PartnerReload;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Calls that show, pause and resume partners, and read their documents and routes again. */
@RestController
@RequestMapping(path = "/api/v1/partners", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Partners", description = "Agencies with which the gateway exchanges files")
final class PartnersApi {
  private final PartnerActions actions;
  private final DecisionKeys keys;

  PartnersApi(PartnerActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  @GetMapping
  @Operation(summary = "Lists every partner, sorted by id")
  List<PartnerJson> all() {
    return actions.all();
  }

  @GetMapping("/reload")
  @Operation(
      summary =
          "Shows which documents and routes differ from what is in force, and what is wrong with them; changes nothing")
  PartnerReload.Preview preview() {
    return actions.preview();
  }

  @PostMapping(path = "/reload", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Reads documents and routes again and puts into force what differs; 409 C409_RELOAD_REFUSED with the list if anything is wrong, and nothing is changed then; 409 C409_ROUTE_NOT_STARTED if a route did not begin, and everything else is in force then")
  PartnerReload.Preview reload(
      @RequestBody PartnerJson.Decision decision, HttpServletRequest call, Authentication who) {
    return keys.act(
        call, signed(decision, who), caller -> actions.reload(decision.reason(), caller));
  }

  @PostMapping(path = "/{id}/pause", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Stops the polls of a partner's inbox and the uploads to its outbox; 409 if it is paused")
  Map<String, String> pause(
      @PathVariable String id,
      @RequestBody PartnerJson.Decision decision,
      HttpServletRequest call,
      Authentication who) {
    return keys.act(
        call,
        signed(decision, who),
        caller -> actions.decide("pause", id, decision.reason(), caller));
  }

  @PostMapping(path = "/{id}/resume", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Lets polls and uploads of a partner go on; 409 if it is not paused")
  Map<String, String> resume(
      @PathVariable String id,
      @RequestBody PartnerJson.Decision decision,
      HttpServletRequest call,
      Authentication who) {
    return keys.act(
        call,
        signed(decision, who),
        caller -> actions.decide("resume", id, decision.reason(), caller));
  }

  private static Signed signed(PartnerJson.Decision decision, Authentication who) {
    return new Signed(Caller.of(who), Signature.IF_ENROLLED, decision.reason());
  }
}
