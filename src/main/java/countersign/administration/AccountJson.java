package countersign.administration;

import countersign.accounts.Account;
import countersign.accounts.AccountChanges;
import countersign.request.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account in the API. */
@Schema(name = "Account", description = "An account that signs in with a password")
record AccountJson(
    String account,
    @Schema(description = "Roles, sorted") List<String> roles,
    @Schema(description = "Whether the account cannot sign in") boolean disabled,
    @Schema(description = "End of a lock after too many failures; null if it was never locked")
        @Nullable Instant lockedUntil) {

  static AccountJson of(Account account) {
    return new AccountJson(
        account.name(), names(account.roles()), account.disabled(), account.lockedUntil());
  }

  static List<String> names(Collection<Role> roles) {
    return roles.stream().map(Role::name).sorted().toList();
  }

  /** A call that proposes a change. */
  @Schema(name = "NewAccountProposal")
  record Wanted(
      @Schema(
              description = "What to change",
              allowableValues = {"CREATE", "ROLES", "RESET", "DISABLE", "ENABLE"},
              requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String kind,
      @Schema(description = "Name of the account", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String account,
      @Schema(description = "Roles after the change; only for CREATE and ROLES")
          @Nullable List<String> roles,
      @Schema(description = "Why, in your own words", requiredMode = Schema.RequiredMode.REQUIRED)
          @Nullable String reason) {}

  /** A proposed change of an account. */
  @Schema(name = "AccountProposal")
  record Proposal(
      long id,
      String kind,
      String account,
      List<String> roles,
      String reason,
      String proposedBy,
      Instant proposedAt,
      Instant expiresAt,
      @Schema(description = "OPEN, CONFIRMED, REJECTED or EXPIRED") String stage,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt) {
    static Proposal of(AccountChanges.Proposal proposal) {
      return new Proposal(
          proposal.id(),
          proposal.kind().name(),
          proposal.account(),
          names(proposal.roles()),
          proposal.reason(),
          proposal.proposedBy(),
          proposal.proposedAt(),
          proposal.expiresAt(),
          proposal.stage().name(),
          proposal.decidedBy(),
          proposal.decidedAt());
    }
  }

  /** A confirmed change. */
  @Schema(name = "ConfirmedAccountProposal")
  record Confirmed(
      Proposal proposal,
      @Schema(description = "The generated password, shown only now; null if none was made")
          @Nullable String password) {
    static Confirmed of(AccountChanges.Confirmed confirmed) {
      return new Confirmed(Proposal.of(confirmed.proposal()), confirmed.password());
    }

    /** Does not contain the password. */
    @Override
    public String toString() {
      return proposal.toString();
    }
  }
}
