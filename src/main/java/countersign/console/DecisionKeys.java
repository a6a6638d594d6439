package countersign.console;

import countersign.accounts.Accounts;
import countersign.accounts.OpenedKey;
import countersign.approval.ApprovalOutcome;
import countersign.request.Actor;
import countersign.statement.ActionSigning;
import countersign.statement.Reviewer;
import countersign.statement.StatementSigner;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * Opens a person's key with the password for one decision, and closes it after the decision. The
 * gateway keeps neither. Stateless.
 */
public final class DecisionKeys {
  private final Accounts accounts;
  private final ActionSigning signing;
  private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

  DecisionKeys(Accounts accounts, ActionSigning signing) {
    this.accounts = accounts;
    this.signing = signing;
  }

  /**
   * Which actions are refused without a signature: those that let something go on. An action that
   * stops something never fails for the lack of a signature.
   */
  public enum Signature {
    /** The action is refused unless an enrolled person signs it. */
    REQUIRED,
    /** The action is signed if the person has an enrolled key. */
    IF_ENROLLED
  }

  /** Decides in a call, whose header carries the password that was checked before. */
  ApprovalOutcome decide(
      HttpServletRequest call, Caller caller, Function<Reviewer, ApprovalOutcome> decision) {
    return decide(caller, passwordOf(call), decision);
  }

  private String passwordOf(HttpServletRequest call) {
    UsernamePasswordAuthenticationToken header = basic.convert(call);
    Object password = header == null ? null : header.getCredentials();
    return password == null ? "" : password.toString();
  }

  /** Acts in a call, whose header carries the password that was checked before. */
  public <T> T act(HttpServletRequest call, Signed wanted, Function<Caller, T> action) {
    return act(wanted, passwordOf(call), action);
  }

  /**
   * Acts on a page, whose form asks for the password again.
   *
   * @throws ApiException if the password is wrong; it counts as a failed sign-in
   */
  public <T> T act(@Nullable String password, Signed wanted, Function<Caller, T> action) {
    String given = password == null ? "" : password;
    if (wanted.signature() == Signature.REQUIRED || !given.isEmpty()) {
      assertPassword(wanted.caller(), given);
    }
    return act(wanted, given, action);
  }

  private <T> T act(Signed wanted, String password, Function<Caller, T> action) {
    Caller caller = wanted.caller();
    try (OpenedKey key = accounts.openKey(caller.account(), password).orElse(null)) {
      Optional<Actor> signed =
          signing.actor(caller.reviewer(key == null ? null : signer(key)), wanted.written());
      return action.apply(caller.acting(() -> actor(signed, wanted)));
    }
  }

  private static Actor actor(Optional<Actor> signed, Signed wanted) {
    if (signed.isEmpty() && wanted.signature() == Signature.REQUIRED) {
      throw ApiException.of(
          ConsoleRefusal.C403_NOT_ENROLLED,
          "The enrolment register does not list a key of account %s that counts today. Nothing was changed."
              .formatted(wanted.caller().account()));
    }
    return signed.orElseGet(() -> Actor.person(wanted.caller().account()));
  }

  /**
   * Decides on a page, whose form asks for the password again.
   *
   * @throws ApiException if the password is wrong; it counts as a failed sign-in
   */
  ApprovalOutcome decide(
      @Nullable String password, Caller caller, Function<Reviewer, ApprovalOutcome> decision) {
    String given = password == null ? "" : password;
    assertPassword(caller, given);
    return decide(caller, given, decision);
  }

  /**
   * An action that a person signs.
   *
   * @param reason the reason that the person wrote, as it was sent
   */
  public record Signed(Caller caller, Signature signature, @Nullable String reason) {
    String written() {
      return reason == null ? "" : reason.strip();
    }
  }

  private void assertPassword(Caller caller, String given) {
    if (!accounts.confirm(caller.account(), given, AccessRecords.address())) {
      throw ApiException.of(
          ConsoleRefusal.C403_WRONG_PASSWORD,
          "The password is wrong, or three wrong passwords in a row on such pages have locked it for 15 minutes. Enter your own password to sign this decision. Nothing was changed.");
    }
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
