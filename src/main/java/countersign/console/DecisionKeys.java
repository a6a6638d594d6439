package countersign.console;

import countersign.access.Accounts;
import countersign.access.OpenedKey;
import countersign.approval.ApprovalOutcome;
import countersign.approval.Reviewer;
import countersign.approval.StatementSigner;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * Opens a person's key with the password for one decision, and closes it after the decision. The
 * gateway keeps neither. Stateless.
 */
final class DecisionKeys {
  private final Accounts accounts;
  private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

  DecisionKeys(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Decides in a call, whose header carries the password that was checked before. */
  ApprovalOutcome decide(
      HttpServletRequest call, Caller caller, Function<Reviewer, ApprovalOutcome> decision) {
    UsernamePasswordAuthenticationToken header = basic.convert(call);
    Object password = header == null ? null : header.getCredentials();
    return decide(caller, password == null ? "" : password.toString(), decision);
  }

  /**
   * Decides on a page, whose form asks for the password again.
   *
   * @throws ApiException if the password is wrong; it counts as a failed sign-in
   */
  ApprovalOutcome decide(
      @Nullable String password, Caller caller, Function<Reviewer, ApprovalOutcome> decision) {
    String given = password == null ? "" : password;
    if (!accounts.confirm(caller.account(), given, AccessRecords.address())) {
      throw ApiException.of(
          ConsoleRefusal.C403_WRONG_PASSWORD,
          "The password is wrong, or three wrong passwords in a row on such pages have locked it for 15 minutes. Enter your own password to sign this decision. Nothing was changed.");
    }
    return decide(caller, given, decision);
  }

  private ApprovalOutcome decide(
      Caller caller, String password, Function<Reviewer, ApprovalOutcome> decision) {
    try (OpenedKey key = accounts.openKey(caller.account(), password).orElse(null)) {
      return decision.apply(caller.reviewer(key == null ? null : signer(key)));
    }
  }

  private static StatementSigner signer(OpenedKey key) {
    return new StatementSigner() {
      @Override
      public byte[] publicKey() {
        return key.publicKey();
      }

      @Override
      public byte[] sign(byte[] statement) {
        return key.sign(statement);
      }
    };
  }
}
