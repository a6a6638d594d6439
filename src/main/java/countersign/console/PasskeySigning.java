package countersign.console;

import countersign.authority.Authority;
import countersign.authority.Enrolment.Enrolled;
import countersign.crypto.Sha256;
import countersign.passkey.PasskeyAssertion;
import countersign.statement.StatementSigner;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Signatures by passkeys. An action runs twice: the first time it ends with {@link SignatureWanted}
 * at the statement, and the second time the same statement is made again and the assertion must be
 * its signature. Thread-safe.
 */
final class PasskeySigning {
  private final Authority authority;
  private final boolean passwords;
  private final PreparedSignatures prepared;
  private final Clock clock;

  /**
   * Creates it.
   *
   * @param passwords whether people sign in with passwords; with an identity provider nobody knows
   *     one
   */
  PasskeySigning(Authority authority, boolean passwords, Clock clock) {
    this.authority = authority;
    this.passwords = passwords;
    this.prepared = new PreparedSignatures(clock);
    this.clock = clock;
  }

  /** How an account signs what it does. */
  enum Way {
    /** With a passkey. */
    PASSKEY,
    /** With the password. */
    PASSWORD,
    /** Not at all: only passkeys count here, and no passkey of the account is enrolled. */
    NONE
  }

  Way of(String account) {
    if (!passkeys(account).isEmpty()) {
      return Way.PASSKEY;
    }
    return passwords && !authority.enrolment().takesPasskeysOnly() ? Way.PASSWORD : Way.NONE;
  }

  /** Whether a person with a passkey may go on without signing this action. */
  boolean isOptional(DecisionKeys.Signature wanted) {
    return switch (wanted) {
      case REQUIRED -> false;
      case IF_ENROLLED, IF_PASSWORD -> true;
      case IF_ENROLLED_AND_IN_P -> !authority.enrolment().takesPasskeysOnly();
    };
  }

  private List<Enrolled> passkeys(String account) {
    return authority.enrolment().passkeysOf(account, clock.instant());
  }

  /**
   * Signs nothing yet: it ends the action at its statement.
   *
   * @param optional whether the action can go on without a signature
   */
  StatementSigner preparing(String account, boolean optional) {
    List<Enrolled> passkeys = passkeys(account);
    StatementSigner.Prepared chosen = prepared.choose();
    return new Passkey(
        passkeys.get(0),
        chosen,
        statement -> {
          Instant until = prepared.keep(account, Sha256.hex(statement), chosen);
          throw new SignatureWanted(statement, passkeys, until, optional);
        });
  }

  /**
   * Signs the statement that was shown, with what the passkey made.
   *
   * @throws ApiException if no statement with this digest waits for a signature of the account, or
   *     the passkey is not enrolled for it
   */
  StatementSigner signing(String account, String json) {
    PasskeyAssertion assertion = assertion(json);
    byte[] digest = assertion.challenge().orElseThrow(PasskeySigning::malformed);
    Enrolled who =
        passkeys(account).stream()
            .filter(
                one ->
                    Objects.requireNonNull(one.key().passkey())
                        .credentialId()
                        .equals(assertion.credentialId()))
            .findFirst()
            .orElseThrow(PasskeySigning::wrongPasskey);
    String hex = HexFormat.of().formatHex(digest);
    StatementSigner.Prepared chosen =
        prepared.take(account, hex).orElseThrow(PasskeySigning::signAgain);
    byte[] signature = assertion.write();
    return new Passkey(
        who,
        chosen,
        statement -> {
          if (!Sha256.hex(statement).equals(hex)) {
            throw signAgain();
          }
          if (!who.verifies(statement, signature)) {
            throw wrongPasskey();
          }
          return signature;
        });
  }

  private record Passkey(Enrolled who, Prepared prepared, UnaryOperator<byte[]> signature)
      implements StatementSigner {
    @Override
    public String keyId() {
      return who.key().id();
    }

    @Override
    public byte[] sign(byte[] statement) {
      return signature.apply(statement);
    }
  }

  private static PasskeyAssertion assertion(String json) {
    try {
      return PasskeyAssertion.read(json);
    } catch (IllegalArgumentException malformed) {
      throw malformed();
    }
  }

  private static ApiException malformed() {
    return ApiException.of(
        ConsoleRefusal.C400_MALFORMED,
        "This is not the signature of a passkey. Nothing was changed.");
  }

  private static ApiException signAgain() {
    return ApiException.of(
        ConsoleRefusal.C409_SIGN_AGAIN,
        "A statement can be signed once and within two minutes, and what it names must stay the"
            + " same. Read the new statement and sign it. Nothing was changed.");
  }

  private static ApiException wrongPasskey() {
    return ApiException.of(
        ConsoleRefusal.C403_WRONG_PASSKEY,
        "The signature is not by a passkey of this account that the enrolment register lists and"
            + " that counts today, or it was not made on this console with the person verified."
            + " Nothing was changed.");
  }
}
