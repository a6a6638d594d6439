package countersign.administration;

import countersign.accounts.Account;
import countersign.accounts.AccountChanges;
import countersign.accounts.AccountChanges.Stage;
import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.DecisionKeys;
import countersign.console.DecisionKeys.Signed;
import countersign.console.Page;
import countersign.console.PageLayout;
import countersign.console.Timestamps;
import countersign.request.PersonName;
import countersign.request.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that lists accounts, and proposes and confirms changes of them. */
@Page
@RequestMapping("/accounts")
final class AccountsPage {
  private final AccountActions actions;
  private final DecisionKeys keys;
  private final Clock clock;

  AccountsPage(AccountActions actions, DecisionKeys keys, Clock clock) {
    this.actions = actions;
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * The content of the page.
   *
   * @param open proposals that wait for a second administrator
   * @param past other proposals, newest first
   * @param accounts every account
   * @param roles names of the roles that an account can have
   * @param mayChange whether the reader is an administrator
   */
  record AccountLists(
      List<ListedProposal> open,
      List<ListedProposal> past,
      List<ListedAccount> accounts,
      List<String> roles,
      boolean mayChange) {}

  /**
   * An account.
   *
   * @param alike names of other accounts that look like this one; null if none does
   */
  record ListedAccount(
      String name,
      String roles,
      boolean disabled,
      @Nullable Timestamps locked,
      @Nullable String alike) {}

  /**
   * A proposal.
   *
   * @param change the change in words
   * @param mayConfirm whether the reader may confirm it
   * @param waits what must happen, for a reader who may not confirm it
   * @param alike names of other accounts that look like its account; null if none does
   */
  record ListedProposal(
      long id,
      String change,
      String reason,
      String proposedBy,
      Timestamps proposed,
      Timestamps expires,
      String stage,
      @Nullable String decidedBy,
      @Nullable Timestamps decided,
      boolean mayConfirm,
      String waits,
      @Nullable String alike) {}

  @GetMapping
  String show(Model model, Authentication who) {
    Caller caller = Caller.of(who);
    List<AccountChanges.Proposal> all = actions.proposals();
    List<String> names = actions.all().stream().map(Account::name).toList();
    model.addAttribute(
        "page",
        new AccountLists(
            all.stream()
                .filter(each -> each.stage() == Stage.OPEN)
                .map(each -> row(each, caller, names))
                .toList(),
            all.stream()
                .filter(each -> each.stage() != Stage.OPEN)
                .map(each -> row(each, caller, names))
                .toList(),
            actions.all().stream().map(one -> row(one, names)).toList(),
            AccountJson.names(Arrays.asList(Role.values())),
            caller.is(Role.ADMINISTRATOR)));
    return "console/accounts";
  }

  @PostMapping("/proposals")
  String propose(
      AccountJson.Wanted wanted,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      keys.act(
          password,
          new Signed(Caller.of(who), AccountActions.signature(wanted), wanted.reason()),
          caller -> actions.propose(wanted, caller));
      return "redirect:/accounts";
    } catch (ApiException exception) {
      model.addAttribute("wanted", wanted);
      return again(exception, model, who, response);
    }
  }

  /** Shows a generated password in this answer, and never again. */
  @PostMapping("/proposals/{id}/confirm")
  String confirm(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String password,
      Model model,
      Authentication who,
      HttpServletResponse response) {
    try {
      AccountChanges.Confirmed confirmed =
          keys.act(
              password,
              new Signed(Caller.of(who), actions.signature(id), null),
              caller -> actions.confirm(id, caller));
      if (confirmed.password() == null) {
        return "redirect:/accounts";
      }
      model.addAttribute("made", AccountJson.Confirmed.of(confirmed));
      return show(model, who);
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  @PostMapping("/proposals/{id}/reject")
  String reject(
      @PathVariable long id, Model model, Authentication who, HttpServletResponse response) {
    try {
      actions.reject(id, Caller.of(who));
      return "redirect:/accounts";
    } catch (ApiException exception) {
      return again(exception, model, who, response);
    }
  }

  private String again(
      ApiException exception, Model model, Authentication who, HttpServletResponse response) {
    response.setStatus(exception.status().value());
    model.addAttribute("fault", exception);
    return show(model, who);
  }

  private ListedAccount row(Account account, List<String> names) {
    Instant until = account.lockedUntil();
    boolean locked = until != null && until.isAfter(clock.instant());
    return new ListedAccount(
        account.name(),
        words(AccountJson.names(account.roles())),
        account.disabled(),
        locked ? Timestamps.of(until, clock) : null,
        alike(account.name(), names));
  }

  /** The other names that look like this one, such as {@code adarns} and {@code adams}. */
  static @Nullable String alike(String name, List<String> names) {
    String look = look(name);
    String alike =
        names.stream()
            .filter(other -> !other.equals(name) && look(other).equals(look))
            .sorted()
            .collect(Collectors.joining(", "));
    return alike.isEmpty() ? null : alike;
  }

  private static String look(String name) {
    return PersonName.skeleton(name.replaceAll("[._-]", "").replace('0', 'o').replace('1', 'l'));
  }

  private static String waits(AccountChanges.Proposal proposal, Caller caller) {
    if (caller.account().equals(proposal.proposedBy())) {
      return "You proposed this change. Another administrator must confirm it; you can only reject it.";
    }
    return caller.account().equals(proposal.account())
        ? "This change is about your own account. Another administrator must confirm it."
        : "An administrator who did not propose it must confirm it.";
  }

  private ListedProposal row(AccountChanges.Proposal proposal, Caller caller, List<String> names) {
    return new ListedProposal(
        proposal.id(),
        change(proposal),
        proposal.reason(),
        proposal.proposedBy(),
        Timestamps.at(proposal.proposedAt(), clock),
        Timestamps.at(proposal.expiresAt(), clock),
        PageLayout.words(proposal.stage().name()),
        proposal.decidedBy(),
        Timestamps.of(proposal.decidedAt(), clock),
        caller.is(Role.ADMINISTRATOR)
            && !caller.account().equals(proposal.proposedBy())
            && !caller.account().equals(proposal.account()),
        waits(proposal, caller),
        alike(proposal.account(), names));
  }

  private static String change(AccountChanges.Proposal proposal) {
    String account = proposal.account();
    String roles = words(AccountJson.names(proposal.roles()));
    return switch (proposal.kind()) {
      case CREATE -> "Create %s with the roles: %s".formatted(account, roles);
      case ROLES -> "Give %s the roles: %s".formatted(account, roles);
      case RESET -> "Give %s a new password".formatted(account);
      case DISABLE -> "Disable %s".formatted(account);
      case ENABLE -> "Enable %s".formatted(account);
    };
  }

  private static String words(List<String> roles) {
    return String.join(", ", roles.stream().map(PageLayout::words).toList());
  }
}
