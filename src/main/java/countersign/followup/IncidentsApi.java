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

/** Calls for incidents. */
@RestController
@RequestMapping(path = "/api/v1/incidents", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Incidents", description = "Suspected wrong disclosures, reported within 24 hours")
final class IncidentsApi {
  private final IncidentActions actions;
  private final DecisionKeys keys;

  IncidentsApi(IncidentActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  @GetMapping
  @Operation(summary = "Lists every incident; open ones come first")
  List<IncidentJson> all() {
    return actions.all();
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Opens an incident, from which the 24 hours run")
  IncidentJson open(
      @RequestBody IncidentJson.Wanted wanted, HttpServletRequest call, Authentication who) {
    return keys.act(
        call,
        new Signed(Caller.of(who), Signature.IF_ENROLLED, wanted.reason()),
        caller -> actions.open(wanted, caller));
  }

  @PostMapping(path = "/{id}/told", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Records that an office was told")
  IncidentJson tell(
      @PathVariable long id, @RequestBody IncidentJson.Telling telling, Authentication who) {
    return actions.tell(id, telling, Caller.of(who));
  }

  @PostMapping(path = "/{id}/close", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Proposes to close an incident; a second person's call closes it. 409 while an office was not told, or if the caller proposed it")
  IncidentJson close(
      @PathVariable long id,
      @RequestBody IncidentJson.Closing closing,
      HttpServletRequest call,
      Authentication who) {
    return keys.act(
        call,
        new Signed(Caller.of(who), Signature.REQUIRED, closing.reason()),
        caller -> actions.close(id, closing, caller));
  }
}
