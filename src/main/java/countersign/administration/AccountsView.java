package countersign.administration;

import countersign.accounts.Account;
import countersign.accounts.AccountChanges;
import countersign.accounts.AccountChanges.Stage;
import countersign.console.Caller;
import countersign.console.PageLayout;
import countersign.console.Timestamps;
import countersign.request.PersonName;
import countersign.request.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the page of accounts shows, in words. Stateless. */
final class AccountsView {
  private final Clock clock;

  AccountsView(Clock clock) {
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

  /** The content of the page, for this reader. */
  AccountLists of(List<Account> accounts, List<AccountChanges.Proposal> proposals, Caller reader) {
    List<String> names = accounts.stream().map(Account::name).toList();
    return new AccountLists(
        proposals.stream()
            .filter(each -> each.stage() == Stage.OPEN)
            .map(each -> row(each, reader, names))
            .toList(),
        proposals.stream()
            .filter(each -> each.stage() != Stage.OPEN)
            .map(each -> row(each, reader, names))
            .toList(),
        accounts.stream().map(one -> row(one, names)).toList(),
        AccountJson.names(Arrays.asList(Role.values())),
        reader.is(Role.ADMINISTRATOR));
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
