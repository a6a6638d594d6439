package countersign.followup;

import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signature;
import countersign.console.DecisionKeys.Signed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls for what officers have still to say. */
@RestController
@RequestMapping(path = "/api/v1/due", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "After delivery",
    description = "Receipts and dispositions that officers have still to send")
final class DueApi {
  private final DueActions actions;
  private final DecisionKeys keys;

  DueApi(DueActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  @GetMapping
  @Operation(
      summary =
          "Lists what is due within a number of days, 30 if left out; what is overdue comes first")
  List<DueJson> all(
      @RequestParam(required = false) @Nullable String agency,
      @RequestParam(required = false) @Nullable String officer,
      @RequestParam(required = false) @Nullable Integer days) {
    return actions.all(agency, officer, days);
  }

  @PostMapping(path = "/extend", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Proposes a later day; a second person's call with the same day within 24 hours sets it. 409 if the caller proposed it")
  DueJson.Extended extend(
      @RequestBody DueJson.Wanted wanted, HttpServletRequest call, Authentication who) {
    return keys.act(
        call,
        new Signed(Caller.of(who), Signature.REQUIRED, wanted.reason()),
        caller -> actions.extend(wanted, caller));
  }
}
