package countersign.pgp;

/**
 * Why a sealed file is refused: a closed list, so that partner, log and metric use the same name.
 * Only the first fault that stops the reading is reported.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9580">RFC 9580, OpenPGP</a>
 */
public enum EnvelopeFault {
  /** The bytes are neither OpenPGP packets nor one block of ASCII armour. */
  NOT_OPENPGP(Code.DECRYPT, "is not an OpenPGP message"),
  /** The content is readable without a key: text, or OpenPGP data that is not encrypted. */
  PLAINTEXT(Code.DECRYPT, "is not encrypted"),
  /** None of the gateway's keys opens a session key, or the signature names other recipients. */
  NOT_FOR_US(Code.DECRYPT, "is not encrypted to the gateway's key"),
  /** The encrypted data has no integrity protection (tag 9). */
  NO_INTEGRITY(Code.DECRYPT, "has no integrity protection"),
  /** The file contains a packet, a version or an algorithm that the exchange does not use. */
  UNSUPPORTED_PACKET(Code.DECRYPT, "contains a packet that the exchange does not use"),
  /** Bytes are missing or changed. */
  DAMAGED(Code.DECRYPT, "is damaged or incomplete"),
  /** The file contains compressed or encrypted data inside compressed or encrypted data. */
  NESTED(Code.DECRYPT, "contains one message inside another"),
  /** Data follows the message. */
  TRAILING(Code.DECRYPT, "contains data after the message"),

  /** The content has no one-pass signature. */
  NO_SIGNATURE(Code.SIGNATURE, "is not signed"),
  /** The content has more than one signature, even if the same key made them. */
  SEVERAL_SIGNATURES(Code.SIGNATURE, "has more than one signature"),
  /** None of the pinned keys that may sign made the signature. */
  UNKNOWN_SIGNER(Code.SIGNATURE, "is not signed by a key pinned for this partner"),
  /** The signature does not fit the content, or is of a kind that is not accepted. */
  BAD_SIGNATURE(Code.SIGNATURE, "carries an invalid signature"),
  /** The signing key, or its primary key, was not in date at signing time. */
  KEY_EXPIRED(Code.SIGNATURE, "was signed while the key was not valid"),
  /** The pinned key is revoked at receipt, whatever the signing time and the reason. */
  KEY_REVOKED(Code.SIGNATURE, "is signed by a revoked key"),
  /** The hash, the key, or a signature that binds the key is weaker than allowed. */
  WEAK(Code.SIGNATURE, "is signed with a weak key or hash"),
  /** The signature is older than the exchange allows. */
  SIGNED_TOO_EARLY(Code.SIGNATURE, "was signed too long before it was received"),
  /** The signing time is in the future by more than the tolerated clock drift. */
  SIGNED_IN_FUTURE(Code.SIGNATURE, "was signed later than it was received"),

  /** The plaintext is longer than the agreement allows. */
  SIZE(Code.THREAT, "is larger than agreed after decryption"),
  /** The plaintext is out of proportion to the sealed file: a decompression bomb. */
  RATIO(Code.THREAT, "is far larger after decryption than before");

  private final Code code;
  private final String finding;

  EnvelopeFault(Code code, String finding) {
    this.code = code;
    this.finding = finding;
  }

  /** The partner-visible reason code, for example {@code F102_SIGNATURE_INVALID}. */
  public String code() {
    return code.text;
  }

  /** Second half of a sentence that begins with "The sealed file". */
  String finding() {
    return finding;
  }

  private enum Code {
    DECRYPT("F101_NOT_ENCRYPTED_OR_DECRYPT_FAILED"),
    SIGNATURE("F102_SIGNATURE_INVALID"),
    THREAT("F112_THREAT_SCAN");

    private final String text;

    Code(String text) {
      this.text = text;
    }
  }
}
