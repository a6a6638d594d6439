package countersign.administration;

import countersign.console.Caller;
import countersign.console.DecisionKeys;
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
import org.springframework.web.bind.annotation.RestController;

/** Calls for accounts. Two administrators change an account together. */
@RestController
@RequestMapping(path = "/api/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(
    name = "Accounts",
    description = "One administrator proposes a change of an account; another one confirms it")
final class AccountsApi {
  private final AccountActions actions;
  private final DecisionKeys keys;

  AccountsApi(AccountActions actions, DecisionKeys keys) {
    this.actions = actions;
    this.keys = keys;
  }

  @GetMapping
  @Operation(summary = "Lists every account, sorted by name")
  List<AccountJson> all() {
    return actions.all().stream().map(AccountJson::of).toList();
  }

  @GetMapping("/proposals")
  @Operation(summary = "Lists the 100 newest proposals; the newest is first")
  List<AccountJson.Proposal> proposals() {
    return actions.proposals().stream().map(AccountJson.Proposal::of).toList();
  }

  @PostMapping(path = "/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary =
          "Proposes a change; 403 if the caller's key is not enrolled, 409 if the account is as proposed already, 422 without a reason",
      description =
          "Another administrator has 24 hours to confirm it. Both sign; DISABLE needs no signature.")
  ResponseEntity<AccountJson.Proposal> propose(
      @RequestBody AccountJson.Wanted wanted, HttpServletRequest call, Authentication who) {
    AccountJson.Proposal made =
        AccountJson.Proposal.of(
            keys.act(
                call,
                new Signed(Caller.of(who), AccountActions.signature(wanted), wanted.reason()),
                caller -> actions.propose(wanted, caller)));
    return ResponseEntity.created(URI.create("/api/v1/accounts/proposals/" + made.id())).body(made);
  }

  @PostMapping("/proposals/{id}/confirm")
  @Operation(
      summary =
          "Confirms and makes a change; 403 for the administrator who proposed it, or if the caller's key is not enrolled",
      description =
          "Ends every session of the account. The answer shows a generated password once.")
  AccountJson.Confirmed confirm(
      @PathVariable long id, HttpServletRequest call, Authentication who) {
    return AccountJson.Confirmed.of(
        keys.act(
            call,
            new Signed(Caller.of(who), actions.signature(id), null),
            caller -> actions.confirm(id, caller)));
  }

  @PostMapping("/proposals/{id}/reject")
  @Operation(summary = "Rejects a change; 409 if it is not open")
  AccountJson.Proposal reject(@PathVariable long id, Authentication who) {
    return AccountJson.Proposal.of(actions.reject(id, Caller.of(who)));
  }
}
