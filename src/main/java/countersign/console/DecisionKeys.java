package countersign.console;

import countersign.accounts.Accounts;
import countersign.accounts.OpenedKey;
import countersign.approval.ApprovalOutcome;
import countersign.request.Actor;
import countersign.statement.ActionSigning;
import countersign.statement.Reviewer;
import countersign.statement.StatementSigner;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person sign one action: with a passkey, or with the key that the person's password opens.
 * The gateway keeps neither password nor key. Thread-safe.
 */
public final class DecisionKeys {
  private final Accounts accounts;
  private final ActionSigning signing;
  private final PasskeySigning passkeys;

  DecisionKeys(Accounts accounts, ActionSigning signing, PasskeySigning passkeys) {
    this.accounts = accounts;
    this.signing = signing;
    this.passkeys = passkeys;
  }

  /**
   * Which actions are refused without a signature: those that let something go on. An action that
   * stops something never fails for the lack of a signature.
   */
  public enum Signature {
    /** The action is refused unless an enrolled person signs it. */
    REQUIRED,
    /** The action is signed if the person has an enrolled key and wants to sign. */
    IF_ENROLLED,
    /**
     * The action is signed if the person has an enrolled key and wants to sign. Where only passkeys
     * count, as in environment P, a person with an enrolled passkey must sign.
     */
    IF_ENROLLED_AND_IN_P,
    /**
     * The action is signed if the person has a key that a password opens. No page asks for a
     * passkey, because nothing may come between a person and the stop of everything.
     */
    IF_PASSWORD
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

  /** How an account signs: PASSKEY, PASSWORD or NONE. */
  String wayOf(String account) {
    return passkeys.of(account).name();
  }

  /** Decides in a call, whose header carries the password that was checked before. */
  ApprovalOutcome decide(
      HttpServletRequest call, Caller caller, Function<Reviewer, ApprovalOutcome> decision) {
    return decide(SigningProof.ofCall(call), caller, decision);
  }

  /**
   * Decides on a page, whose form asks for the password again or contains an assertion.
   *
   * @throws ApiException if the password is wrong, which counts as a failed sign-in, or the
   *     assertion does not fit
   */
  ApprovalOutcome decide(
      @Nullable String password, Caller caller, Function<Reviewer, ApprovalOutcome> decision) {
    return decide(SigningProof.ofPage(password), caller, decision);
  }

  private ApprovalOutcome decide(
      SigningProof proof, Caller caller, Function<Reviewer, ApprovalOutcome> decision) {
    return signed(
        proof, caller, Signature.REQUIRED, signer -> decision.apply(caller.reviewer(signer)));
  }

  /** Acts in a call, whose header carries the password that was checked before. */
  public <T> T act(HttpServletRequest call, Signed wanted, Function<Caller, T> action) {
    return act(SigningProof.ofCall(call), wanted, action);
  }

  /**
   * Acts on a page, whose form asks for the password again or contains an assertion.
   *
   * @throws ApiException if the password is wrong, which counts as a failed sign-in, or the
   *     assertion does not fit
   */
  public <T> T act(@Nullable String password, Signed wanted, Function<Caller, T> action) {
    return act(SigningProof.ofPage(password), wanted, action);
  }

  private <T> T act(SigningProof proof, Signed wanted, Function<Caller, T> action) {
    Caller caller = wanted.caller();
    return signed(
        proof,
        caller,
        wanted.signature(),
        signer -> {
          Optional<Actor> actor = signing.actor(caller.reviewer(signer), wanted.written());
          return action.apply(caller.acting(() -> actor(actor, wanted)));
        });
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

  private <T> T signed(
      SigningProof proof,
      Caller caller,
      Signature wanted,
      Function<@Nullable StatementSigner, T> use) {
    return switch (passkeys.of(caller.account())) {
      case PASSKEY -> use.apply(passkey(proof, caller.account(), wanted));
      case PASSWORD -> byPassword(proof, caller, wanted, use);
      case NONE -> {
        if (wanted == Signature.REQUIRED) {
          throw ApiException.of(
              ConsoleRefusal.C403_PASSKEY_REQUIRED,
              "In environment P, and where an identity provider signs people in, a password signs no decision. The enrolment register lists no passkey of account %s that counts today: make one on the page Passkey and have it enrolled. Nothing was changed."
                  .formatted(caller.account()));
        }
        yield use.apply(null);
      }
    };
  }

  /** The passkey that signs; null if the action goes on without a signature. */
  private @Nullable StatementSigner passkey(SigningProof proof, String account, Signature wanted) {
    if (wanted == Signature.IF_PASSWORD) {
      return null;
    }
    String assertion = proof.assertion();
    if (assertion != null) {
      return passkeys.signing(account, assertion);
    }
    boolean optional = passkeys.isOptional(wanted);
    return !optional || proof.wants() ? passkeys.preparing(account, optional) : null;
  }

  private <T> T byPassword(
      SigningProof proof,
      Caller caller,
      Signature wanted,
      Function<@Nullable StatementSigner, T> use) {
    String password = proof.password();
    if (!proof.checked() && (wanted == Signature.REQUIRED || !password.isEmpty())) {
      assertPassword(caller, password);
    }
    try (OpenedKey key = accounts.openKey(caller.account(), password).orElse(null)) {
      return use.apply(key == null ? null : signer(key));
    }
  }

  private void assertPassword(Caller caller, String given) {
    if (!accounts.confirm(caller.account(), given, AccessRecords.address())) {
      throw ApiException.of(
          ConsoleRefusal.C403_WRONG_PASSWORD,
          given.isEmpty()
              ? "Enter your password: it signs this decision. Nothing was changed."
              : "Enter your own password: it signs this decision. Three wrong passwords in a row"
                  + " lock it for 15 minutes. Nothing was changed.");
    }
  }

  private static StatementSigner signer(OpenedKey key) {
    return new StatementSigner() {
      @Override
      public String keyId() {
        return HexFormat.of().formatHex(key.publicKey());
      }

      @Override
      public byte[] sign(byte[] statement) {
        return key.sign(statement);
      }
    };
  }
}
