package countersign.oversight;

import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls for stops. One person can halt every disclosure that is not yet uploaded. */
@RestController
@RequestMapping(path = "/api/v1/stops", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "Stops",
    description =
        "One person can stop every disclosure that is not uploaded yet; two people, one of them counsel, lift the stop")
final class StopsApi {
  private final StopActions actions;
  private final DecisionKeys keys;

  StopsApi(StopActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  @GetMapping
  @Operation(summary = "Lists every stop; those in force come first")
  List<StopJson> all() {
    return actions.all();
  }

  @GetMapping("/values")
  @Operation(
      summary =
          "Lists the values of a scope: ids, or judicial districts; empty for ALL, SUBJECT and PICKED_UP")
  List<String> values(@RequestParam String scope) {
    return actions.values(scope);
  }

  @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Shows what a stop would catch, and what has already left; sets nothing")
  StopJson.Preview preview(@RequestBody StopJson.Wanted wanted, Authentication who) {
    return actions.preview(wanted, Caller.of(who));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Stops disclosures in a scope at once; 422 without a reason or for an unknown value, 409 if it catches nothing and catchesNothing is not true. Signed with the caller's key if it is enrolled; in environment P a stop of a part needs the passkey of a caller who has one")
  ResponseEntity<StopJson> set(
      @RequestBody StopJson.Wanted wanted, HttpServletRequest call, Authentication who) {
    StopJson stop =
        keys.act(
            call,
            new Signed(Caller.of(who), StopActions.signature(wanted), wanted.reason()),
            caller -> actions.set(wanted, caller));
    return ResponseEntity.created(URI.create("/api/v1/stops/" + stop.id())).body(stop);
  }

  @PostMapping(path = "/{id}/lift", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Proposes to lift a stop; a second person's call within 24 hours lifts it. 403 if neither of the two is counsel, if the second person set or proposed it, or if the caller's key is not enrolled")
  StopJson lift(
      @PathVariable long id,
      @RequestBody StopJson.Lift lift,
      HttpServletRequest call,
      Authentication who) {
    return keys.act(
        call,
        new Signed(Caller.of(who), Signature.REQUIRED, lift.reason()),
        caller -> actions.lift(id, lift, caller));
  }
}
