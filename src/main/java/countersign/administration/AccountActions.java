package countersign.administration;

import countersign.accounts.Account;
import countersign.accounts.AccountChanges;
import countersign.accounts.Accounts;
import countersign.accounts.ChangeRefused;
import countersign.console.ApiException;
import countersign.console.Caller;
import countersign.console.ConsoleRefusal;
import countersign.console.DecisionKeys.Signature;
import countersign.console.WrittenReason;
import countersign.request.ReasonCode;
import countersign.request.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Lists accounts, and proposes, confirms and rejects changes, for both pages and API. */
final class AccountActions {
  private static final int MOST = 100;

  private final Accounts accounts;
  private final AccountChanges changes;

  AccountActions(Accounts accounts, AccountChanges changes) {
    this.accounts = accounts;
    this.changes = changes;
  }

  List<Account> all() {
    return accounts.all();
  }

  /** The newest proposals. */
  List<AccountChanges.Proposal> proposals() {
    return changes.recent(MOST);
  }

  /** How the administrator signs the proposal of this change. */
  static Signature signature(AccountJson.Wanted wanted) {
    return AccountChanges.Kind.DISABLE.name().equals(wanted.kind())
        ? Signature.IF_ENROLLED
        : Signature.REQUIRED;
  }

  /**
   * How the administrator signs the confirmation of this change.
   *
   * @throws ApiException if no proposal has this number
   */
  Signature signature(long id) {
    return AccountChanges.isSigned(refusing(() -> changes.kindOf(id)))
        ? Signature.REQUIRED
        : Signature.IF_ENROLLED;
  }

  /**
   * Proposes a change.
   *
   * @throws ApiException if no reason is given or the change is not possible
   */
  AccountChanges.Proposal propose(AccountJson.Wanted wanted, Caller caller) {
    AccountChanges.Kind kind =
        Arrays.stream(AccountChanges.Kind.values())
            .filter(each -> each.name().equals(wanted.kind()))
            .findFirst()
            .orElseThrow(AccountActions::malformed);
    List<String> names = wanted.roles() == null ? List.of() : wanted.roles();
    Set<Role> roles = names.stream().map(AccountActions::role).collect(Collectors.toSet());
    String reason = WrittenReason.given(wanted.reason());
    String account = wanted.account() == null ? "" : wanted.account().strip();
    return refusing(() -> changes.propose(kind, account, roles, reason, caller.actor()));
  }

  /**
   * Confirms a change.
   *
   * @throws ApiException if it is not open, or another administrator has to confirm it
   */
  AccountChanges.Confirmed confirm(long id, Caller caller) {
    return refusing(() -> changes.confirm(id, caller.actor()));
  }

  /**
   * Rejects a change.
   *
   * @throws ApiException if it is not open
   */
  AccountChanges.Proposal reject(long id, Caller caller) {
    return refusing(() -> changes.reject(id, caller.actor()));
  }

  private static Role role(@Nullable String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(AccountActions::malformed);
  }

  private static ApiException malformed() {
    return ApiException.of(
        ConsoleRefusal.C400_MALFORMED,
        "A change is CREATE, ROLES, RESET, DISABLE or ENABLE, and each role is one of the published roles. Nothing was changed.");
  }

  private static <T> T refusing(Supplier<T> change) {
    try {
      return change.get();
    } catch (ChangeRefused refused) {
      String sentence = String.valueOf(refused.getMessage());
      throw switch (refused.why()) {
        case MALFORMED -> ApiException.of(ConsoleRefusal.C400_MALFORMED, sentence);
        case UNKNOWN -> ApiException.of(ConsoleRefusal.C404_UNKNOWN, sentence);
        case OTHER_STATE, NOT_SIGNED -> ApiException.of(ConsoleRefusal.C409_OTHER_STATE, sentence);
        case SAME_PERSON ->
            new ApiException(
                HttpStatus.FORBIDDEN,
                ReasonCode.S506_ACCESS.name(),
                ReasonCode.S506_ACCESS.sentence(),
                sentence,
                Map.of());
      };
    }
  }
}
